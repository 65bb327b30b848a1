"""Everything without a mouse: from the desk to the files of a letter, focus always to be seen."""

import pytest
from playwright.sync_api import Page, expect

from letters.definitions.catalogue import letter_definition
from letters.journey import Journey
from letters.writers.fonts import build_fonts
from tests.answers import example_answers
from tests.browser.keyboard import Keyboard
from tests.browser.steps import card
from tests.wizard.pages import begun, fill_url


@pytest.fixture
def page(visit, chenjing) -> Page:
    return visit(chenjing)


def test_a_letter_is_written_without_a_mouse(page):
    """ux 32, 41"""
    build_fonts()
    definition, answers = letter_definition("ipc-2"), example_answers("ipc-2")
    journey, keys = Journey(definition, answers), Keyboard(page)
    page.goto("/")
    keys.press(page.get_by_role("main").get_by_role("link", name="新建承诺书"))
    keys.press(card(page, "ipc-2").get_by_role("button", name="开始填写"))
    for step in journey.steps:
        expect(page.locator("h1")).to_have_text(step.title_zh)
        for key in journey.asked(step.key):
            keys.answer(key, answers[key])
        keys.press(page.get_by_role("button", name="保存并继续"))
    expect(page.locator("h1")).to_have_text("核对全部内容")
    expect(page.get_by_text("已全部填写，没有需要修改的地方。")).to_be_visible()
    for words, magic in {"下载 PDF": b"%PDF-", "下载 Word": b"PK\x03\x04"}.items():
        with page.expect_download() as coming:
            keys.press(page.get_by_role("link", name=words))
        assert coming.value.path().read_bytes().startswith(magic)
    keys.press(page.get_by_role("button", name="提交审核", exact=True))
    expect(page.locator(".status-badge")).to_have_text("待审核")


def test_leaving_and_coming_back_without_a_mouse(page, chenjing):
    """ux 5, 41"""
    letter, keys = begun("ipc-2", chenjing), Keyboard(page)
    page.goto(fill_url(letter, "data"))
    keys.answer("opt_out_path", "设置—通知—关闭推送")
    keys.press(page.get_by_role("button", name="保存并退出"))
    keys.press(page.get_by_role("table").get_by_role("link", name=letter.title))
    keys.press(
        page.get_by_role("navigation", name="填写步骤").get_by_role("link").nth(2)
        if page.locator("nav.rail").count()
        else page.locator(".step-list").get_by_role("link").nth(2)
    )
    expect(page.get_by_label("关闭与退订路径")).to_have_value("设置—通知—关闭推送")


def test_the_first_stop_leads_past_the_head_of_the_page(page, chenjing):
    """ux 41"""
    page.goto(fill_url(begun("cip-1", chenjing), "basis"))
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="跳到正文")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_focus_follows_the_order_of_the_questions(page, chenjing):
    """ux 41: no stop twice, none of the questions left out, and never back up the page within the form."""
    letter = begun("cip-2", chenjing)
    page.goto(fill_url(letter, "team"))
    Keyboard(page).go_to(page.locator("#id_dedicated_staff_count"))
    seen = []
    while (key := page.evaluate("document.activeElement.closest('[data-question]')?.dataset.question")) is not None:
        seen.append(key)
        page.keyboard.press("Tab")
    asked = [field.key for field in letter.definition.fields_of("team")]
    assert list(dict.fromkeys(seen)) == asked
    assert seen == sorted(seen, key=asked.index)


def test_no_single_letter_is_a_shortcut(page, chenjing):
    """ux 41, WCAG 2.1.4: keys outside of a field change nothing."""
    page.goto(fill_url(begun("cip-1", chenjing), "basis"))
    before, posts = page.url, []
    page.on("request", lambda request: request.method == "POST" and posts.append(request.url))
    page.locator("#main").focus()
    page.keyboard.type("abcdefghijklmnopqrstuvwxyz0123456789/?")
    assert (page.url, posts) == (before, [])
