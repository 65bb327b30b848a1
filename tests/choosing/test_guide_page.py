"""The guide as a page: answers stand in the address, and it ends at one letter with the reason."""

import re

import pytest
from django.urls import reverse

from letters.definitions.catalogue import guide, letter_definitions


@pytest.fixture
def client(as_person, chenjing):
    return as_person(chenjing)


def asked(page: str) -> list[str]:
    return sorted(set(re.findall(r'<input type="radio" name="([a-z]+)"', page)))


def test_it_begins_with_the_first_question_and_nothing_chosen(client):
    page = client.get(reverse("guide")).content.decode()
    assert asked(page) == ["to"]
    assert "checked" not in page
    assert 'method="get"' in page
    assert "csrfmiddlewaretoken" not in page.split('class="guide"')[1].split("</form>")[0]


def test_the_next_page_carries_what_was_answered(client):
    page = client.get(reverse("guide"), {"to": "partner"}).content.decode()
    assert asked(page) == ["subject"]
    assert '<input type="hidden" name="to" value="partner">' in page
    assert "合作方、客户、招标方或集团总部" in page


def test_it_ends_at_one_letter_with_the_reason(client):
    reply = client.get(reverse("guide"), {"to": "partner", "subject": "service", "setting": "contract", "phases": "no"})
    page = reply.content.decode()
    fit = next(fit for fit in guide().fits if fit.letter == "csq-5")
    assert asked(page) == []
    assert fit.because_zh in page
    assert reverse("start", args=["csq-5"]) in page
    assert reverse("compare", args=["csq-5", "csq-3"]) in page


def test_changing_an_answer_keeps_the_others(client):
    page = client.get(reverse("guide"), {"to": "inside", "subject": "push"}).content.decode()
    assert f"{reverse('guide')}?subject=push#next" in page
    again = client.get(reverse("guide"), {"subject": "push"}).content.decode()
    assert asked(again) == ["to"]
    assert '<input type="hidden" name="subject" value="push">' in again


@pytest.mark.parametrize("query", ["to=moon", "to=", "to=%00", "colour=red", "to=inside&to=moon", "%FF=%FF"])
def test_an_address_with_nonsense_still_asks(client, query):
    page = client.get(f"{reverse('guide')}?{query}")
    assert page.status_code == 200
    assert asked(page.content.decode()) == ["to"]


def test_it_speaks_english(client):
    client.cookies["django_language"] = "en"
    page = client.get(reverse("guide"), {"to": "inside", "subject": "policy"}).content.decode()
    assert next(fit.because_en for fit in guide().fits if fit.letter == "cpp-1") in page
    assert letter_definitions()["cpp-1"].title_en in page
