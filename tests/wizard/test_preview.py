"""The live preview: the same document as the files, with what is typed now, and nothing saved."""

import re
from html import unescape

import pytest
from django.urls import reverse

from letters.document.build import build_document
from tests.answers import example_answers
from tests.wizard.pages import begun, fill_url, reread, step_post


@pytest.fixture
def client(as_person, chenjing):
    return as_person(chenjing)


def words(html: str) -> str:
    return re.sub(r"\s", "", unescape(re.sub(r"<[^>]*>", "", html)))


def ask(client, letter, step, answers):
    sent = step_post(letter, step, answers) | {"step": step}
    return client.post(reverse("preview", args=[letter.pk]), sent, headers={"Accept": "application/json"})


def test_the_preview_says_what_the_document_says(client, chenjing):
    """ux 17"""
    letter = begun("osp-1", chenjing, **example_answers("osp-1"))
    page = client.get(reverse("preview", args=[letter.pk]))
    document = build_document(letter.definition, letter.journey.answers)
    assert words(page.context["preview"]) == words(document.text)


def test_typed_values_are_marked_and_missing_ones_labelled(client, chenjing):
    """ux 15"""
    letter = begun("cip-1", chenjing)
    reply = ask(client, letter, "basis", {"work_name": "消费者个人信息保护"}).json()
    assert '<mark class="value" data-field="work_name">消费者个人信息保护</mark>' in reply["html"]
    assert "［承诺单位全称待填］" in reply["html"]


def test_a_preview_saves_nothing(client, chenjing):
    letter = begun("cip-1", chenjing)
    ask(client, letter, "basis", {"work_name": "甲"})
    assert (reread(letter).answers, reread(letter).version) == ({}, 1)


def test_it_says_which_questions_of_the_step_are_hidden(client, chenjing):
    letter = begun("ipc-2", chenjing)
    hidden = ask(client, letter, "liability", {"dispute_method": "arbitration"}).json()["hidden"]
    assert "court_venue" in hidden
    assert "arbitration_commission" not in hidden


def test_markup_in_an_answer_stays_text(client, chenjing):
    letter = begun("cip-1", chenjing)
    html = ask(client, letter, "basis", {"work_name": "<script>alert(1)</script>{{entity_name}}"}).json()["html"]
    assert "<script" not in html
    assert "{{entity_name}}" in html


def test_an_unknown_step_is_refused(client, chenjing):
    letter = begun("cip-1", chenjing)
    assert client.post(reverse("preview", args=[letter.pk]), {"step": "nowhere"}).status_code == 400


def test_the_page_of_a_step_shows_the_letter_with_its_prefilled_values(client, chenjing):
    """The paper shows what the form shows, from the first moment."""
    letter = begun("cip-1", chenjing)
    page = client.get(fill_url(letter, "deadlines"))
    assert '<mark class="value" data-field="incident_report_hours">4</mark>' in page.context["preview"]
