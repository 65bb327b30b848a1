"""English once chosen: every word of the house in English, the letter itself in Chinese, page and answers kept."""

import re

import pytest
from playwright.sync_api import Page, expect

from letters.definitions.catalogue import letter_definition
from tests.answers import example_answers
from tests.browser.english import STILL_CHINESE
from tests.browser.gate import faults
from tests.browser.steps import answer, field, status, step_page
from tests.wizard.pages import begun, reread


@pytest.fixture
def chenjing(chenjing):
    """A name is nobody's to translate."""
    chenjing.last_name, chenjing.first_name = "Chen", "Jing"
    chenjing.save(update_fields=["last_name", "first_name"])
    return chenjing


@pytest.fixture
def page(visit, chenjing) -> Page:
    """Chosen by hand, as it is never guessed from the browser."""
    page = visit(chenjing)
    page.goto("/")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    return page


def test_choosing_english_keeps_the_page_and_what_was_saved(visit, chenjing):
    """ux 45"""
    page, letter = visit(chenjing), begun("cip-1", chenjing)
    step_page(page, letter, "basis")
    field(page, "work_name").fill("消费者个人信息保护")
    before = page.url
    page.get_by_role("button", name="English").click()
    expect(page.locator("h1")).to_have_text("Subject, basis and term")
    expect(page).to_have_url(before)
    expect(field(page, "work_name")).to_have_value("消费者个人信息保护")
    expect(page.locator("#paper")).to_contain_text("为做好消费者个人信息保护工作")
    page.get_by_role("button", name="中文").click()
    expect(page.locator("h1")).to_have_text("事项、依据与期限")
    assert reread(letter).answers["work_name"] == "消费者个人信息保护"


@pytest.mark.parametrize(
    "address", ["/", "/?q=nothing", "/?bin=1", "/letters/new/", "/library/cip-2/", "/account/password/"]
)
def test_no_page_of_the_house_speaks_chinese_then(page, address):
    """ux 45"""
    page.goto(address)
    assert not re.search("[一-鿿]", page.title())
    assert page.evaluate(STILL_CHINESE) == []


@pytest.mark.parametrize("width", [1280, 390])
def test_the_outline_leads_to_the_sections_of_the_letter(page, chenjing, width):
    page.set_viewport_size({"width": width, "height": 800})
    letter = begun("cip-1", chenjing, **example_answers("cip-1"))
    for address in (f"/letters/{letter.pk}/", f"/letters/{letter.pk}/preview/", "/library/cip-1/"):
        page.goto(address)
        page.get_by_role("link", name="Access control").click()
        section = page.locator(".clause:target")
        expect(section).to_contain_text("处理权限控制")
        expect(section).to_be_in_viewport()
        assert faults(page) == []


def test_no_page_of_a_letter_speaks_chinese_then(page, chenjing):
    """ux 45"""
    latin = {field.key: "ABC" for field in letter_definition("cip-2").fields if field.kind == "text"}
    letter = begun("cip-2", chenjing, **example_answers("cip-2", **latin))
    addresses = [f"/letters/{letter.pk}/fill/{step.key}/" for step in letter.definition.steps]
    for address in (
        "/",
        f"/letters/{letter.pk}/",
        f"/letters/{letter.pk}/check/",
        f"/letters/{letter.pk}/promises/",
        *addresses,
    ):
        page.goto(address)
        assert page.evaluate(STILL_CHINESE) == [], address


def test_faults_and_remarks_are_told_in_english(page, chenjing):
    """ux 45"""
    letter = begun("cip-2", chenjing, entity_name="ABC  Ltd", uscc="91350100M000100Y44")
    step_page(page, letter, "parties")
    field(page, "contact_email").fill("nobody")
    page.get_by_role("button", name=re.compile("Save and continue", re.IGNORECASE)).click()
    expect(page.locator(".error-summary")).to_be_focused()
    expect(page.locator(".error-message").first).to_be_visible()
    assert page.evaluate(STILL_CHINESE) == []
    assert faults(page) == []


def test_the_page_says_in_english_that_it_saved(page, chenjing):
    """ux 6, 45"""
    step_page(page, begun("cip-1", chenjing), "basis")
    answer(page, "work_name", "消费者个人信息保护")
    expect(status(page)).to_have_text(re.compile(r"^Saved.* \d\d:\d\d$"))
