"""Who reads the pages in English finds an outline beside the Chinese letter; who reads Chinese does not."""

import pytest
from django.urls import reverse

from tests.states import approved, finished, submitted


@pytest.fixture
def client(as_person, chenjing):
    return as_person(chenjing)


def page(client, name: str, of, language: str = "en") -> str:
    client.cookies["django_language"] = language
    return client.get(reverse(name, args=[of])).content.decode()


@pytest.mark.parametrize("name", ["letter", "preview"])
def test_a_letter_has_its_outline_in_english(client, chenjing, name):
    letter = finished(chenjing)
    english = page(client, name, letter.pk)
    assert "Access control" in english
    assert "Access by role with approval and logging" in english
    assert "Log retention" in english.split('class="outline"')[1].split("</ol>")[0]
    assert "处理权限控制" in english
    assert "Access control" not in page(client, name, letter.pk, "zh-hans")


def test_the_review_has_it_too(as_person, chenjing, lintao):
    letter = submitted(chenjing)
    assert "Access control" in page(as_person(lintao), "review", letter.pk)


def test_an_approved_letter_is_outlined_as_it_was_frozen(client, chenjing, lintao):
    assert "Access control" in page(client, "letter", approved(chenjing, lintao).pk)


def test_a_letter_of_the_library_has_it_before_it_is_chosen(client):
    assert "Approves policies and plans" in page(client, "library_letter", "cpp-1")
    assert "Approves policies" not in page(client, "library_letter", "cpp-1", "zh-hans")


def test_its_links_lead_to_clauses_of_the_same_page(client, chenjing):
    english = page(client, "letter", finished(chenjing).pk)
    index = english.split("Access control")[0].rpartition('href="#')[2].partition('"')[0]
    section = english.split(f'id="{index}"')[1].split('<div class="clause"')[0]
    assert "处理权限控制" in section
