"""Hostile and odd text in every text field: it stays text, comes back as it was typed, and no page breaks."""

import pytest
from playwright.sync_api import Page, expect

from letters.definitions.catalogue import letter_definition
from letters.questions.repair import storable
from tests.browser.gate import OVERFLOWING
from tests.browser.steps import SAVED, field, status, step_page
from tests.wizard.pages import begun, reread

DEFINITION = letter_definition("cip-2")
HOSTILE = {
    "a script": "<script>alert(1)</script>",
    "an image that fails": '"><img src=x onerror=alert(1)>',
    "a slot of the template": "{{entity_name}}{% now 'Y' %}",
    "an expression": "${7*7}#{7*7}",
    "a turn of direction": "公司\u202egnp.exe",
    "pictures and a family": "😀👨‍👩‍👧‍👦🏳️‍🌈",
    "characters beyond the first plane": "𠮷䶮𰻞",
    "ten thousand characters": "承" * 10_000,
    "ten thousand letters without a break": "W" * 10_000,
}


@pytest.fixture
def letter(chenjing):
    return begun("cip-2", chenjing, recipient_kind="partner", dispute_method="arbitration")


@pytest.fixture
def page(visit, chenjing) -> Page:
    """At a phone's width, where a page breaks first."""
    return visit(chenjing, viewport={"width": 390, "height": 844})


def lines_of(page: Page) -> list[str]:
    typed = page.locator("form.step").locator("input[type=text]:visible, input:not([type]):visible, textarea:visible")
    return [line.get_attribute("id").removeprefix("id_") for line in typed.all()]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_it_stays_text_and_breaks_nothing(page, letter, text):
    """A dialog, an error or a request for the image would fail the test, see watch.py."""
    typed = []
    for step in DEFINITION.steps:
        step_page(page, letter, step.key)
        for key in lines_of(page):
            field(page, key).fill(text)
            typed.append(key)
        with page.expect_response("**/preview/") as preview:
            page.keyboard.press("Control+S")
        assert preview.value.ok
        expect(status(page)).to_have_text(SAVED)
        expect(page.locator("#preview-status")).not_to_be_empty()
        assert page.evaluate(OVERFLOWING) == []
        assert page.locator("#paper :is(script, img, a, iframe)").count() == 0
    assert {key: reread(letter).answers[key] for key in typed} == dict.fromkeys(typed, storable(text))
    assert {"entity_name", "contact_email", "valid_from", "phase_1_deadline", "signatory_name"} <= set(typed)
    everywhere_else(page, letter, text)


def everywhere_else(page: Page, letter, text: str) -> None:
    step_page(page, letter, "parties")
    expect(field(page, "entity_name")).to_have_value(text)
    for address in ("/letters/{}/check/", "/letters/{}/", "/letters/{}/preview/", "/"):
        page.goto(address.format(letter.pk))
        assert page.evaluate(OVERFLOWING) == [], address
        assert page.locator("main :is(script, img:not([src^='/static/']), iframe)").count() == 0


def test_text_that_is_accepted_is_read_back_letter_by_letter(page, letter):
    """What fits stands on the paper and on the check page exactly as typed."""
    text = '<b onclick="alert(1)">𠮷䶮</b>&amp;{{entity_name}}${7*7}'
    step_page(page, letter, "parties")
    field(page, "recipient_name").fill(text)
    expect(page.locator("#paper mark[data-field=recipient_name]").first).to_have_text(text)
    expect(status(page)).to_have_text(SAVED)
    page.goto(f"/letters/{letter.pk}/check/")
    expect(page.locator(".answer", has_text="接收方全称").locator("dd").first).to_contain_text(text)
