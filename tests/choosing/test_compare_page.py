"""Two letters side by side."""

import pytest
from django.urls import reverse

from letters.choosing.compare_page import names, only_in, sections
from letters.definitions.catalogue import letter_definition, letter_definitions


@pytest.fixture
def client(as_person, chenjing):
    return as_person(chenjing)


def test_both_are_shown_with_facts_sections_and_own_questions(client):
    reply = client.get(reverse("compare", args=["cip-1", "cip-2"]))
    page = reply.content.decode()
    for letter_id in ("cip-1", "cip-2"):
        definition = letter_definition(letter_id)
        for words in (definition.variant, definition.purpose, definition.differs, definition.audience):
            assert words in page
        for section in sections(definition):
            assert section.heading in page
    (first, of_first), (second, of_second) = [(side["definition"], side["only"]) for side in reply.context["sides"]]
    assert (first.id, second.id) == ("cip-1", "cip-2")
    assert "phase_1_deadline" in {question.key for question in of_second}
    assert "phase_1_deadline" not in {question.key for question in of_first}
    assert reply.context["shared"] + len(of_first) == len(first.fields)
    assert reply.context["shared"] + len(of_second) == len(second.fields)


def test_two_of_one_form_are_told_apart_by_their_titles():
    assert names(letter_definition("cip-1"), letter_definition("cip-2")) == ["工作专项体", "双方计划体"]
    assert names(letter_definition("cip-1"), letter_definition("osp-1")) == [
        "消费者信息保护服务承诺书",
        "线上服务平台规范运营承诺书",
    ]


def test_sections_stand_in_their_order_the_longer_letter_below_alone(client):
    reply = client.get(reverse("compare", args=["cip-6", "cpp-1"]))
    rows = reply.context["sections"]
    assert [right.heading for _, right in rows] == [section.heading for section in sections(letter_definition("cpp-1"))]
    assert rows[-1][0] is None


@pytest.mark.parametrize("letter_id", letter_definitions())
def test_every_letter_has_sections(letter_id):
    found = list(sections(letter_definition(letter_id)))
    assert len(found) >= 3
    assert all(section.heading for section in found)


def test_a_letter_has_nothing_of_its_own_against_itself():
    assert only_in(letter_definition("cip-1"), letter_definition("cip-1")) == []


def test_choosing_two_leads_to_their_own_address(client):
    reply = client.get(reverse("compare_choose"), {"a": "cip-1", "b": "osp-1"})
    assert reply.status_code == 302
    assert reply.url == reverse("compare", args=["cip-1", "osp-1"])


def test_the_same_letter_twice_is_asked_again(client):
    page = client.get(reverse("compare_choose"), {"a": "cip-1", "b": "cip-1"})
    assert "选两份不同的再比较" in page.content.decode()
    assert client.get(reverse("compare", args=["cip-1", "cip-1"])).url == reverse("compare_choose")


@pytest.mark.parametrize("query", ["", "?a=cip-1", "?a=%00&b=cip-1", "?a=nope&b=cip-1"])
def test_without_two_known_letters_it_asks_which(client, query):
    page = client.get(reverse("compare_choose") + query)
    assert page.status_code == 200
    assert page.content.decode().count("<select") == 2


def test_unknown_letters_are_not_found(client):
    assert client.get(reverse("compare", args=["cip-1", "nope-9"])).status_code == 404
    assert client.get(reverse("compare", args=["nope-9", "cip-1"])).status_code == 404
