"""A slow line: what is typed meanwhile waits, is saved, and is where it was typed."""

from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.steps import SAVED, button, field, paper, status, step_page
from tests.wizard.pages import begun, reread

LONG = 20_000
TYPED = ("消费者", "消费者个人信息", "消费者个人信息保护专项")


@pytest.fixture
def letter(chenjing):
    return begun("cip-1", chenjing)


@pytest.fixture
def page(visit, chenjing, letter) -> Page:
    return step_page(visit(chenjing), letter, "basis")


def is_save_of(request: Request, words: str) -> bool:
    is_save = request.method == "POST" and "/fill/" in request.url
    return is_save and parse_qs(request.post_data)["work_name"] == [words]


def slow_down(page: Page, milliseconds: int) -> None:
    """Every answer of the server comes so much later."""
    line = {"offline": False, "latency": milliseconds, "downloadThroughput": -1, "uploadThroughput": -1}
    browser = page.context.new_cdp_session(page)
    browser.send("Network.enable")
    browser.send("Network.emulateNetworkConditions", line)


@pytest.mark.parametrize("latency", [500, 3_000])
def test_typing_goes_on_while_a_save_is_under_way(page, letter, latency):
    """ux 6"""
    slow_down(page, latency)
    for words in TYPED:
        with page.expect_request(lambda request, words=words: is_save_of(request, words), timeout=LONG) as save:
            field(page, "work_name").fill(words)
        expect(field(page, "work_name")).to_have_value(words)
        expect(field(page, "work_name")).to_be_focused()
    assert save.value.response().ok
    expect(status(page)).to_have_text(SAVED)
    expect(paper(page)).to_contain_text(TYPED[-1], timeout=LONG)
    assert reread(letter).answers["work_name"] == TYPED[-1]


def test_a_save_that_takes_long_is_told(page):
    """ux 6"""
    slow_down(page, 3_000)
    field(page, "work_name").fill(TYPED[-1])
    expect(status(page)).to_have_text("正在保存…")
    expect(status(page)).to_have_text(SAVED)


def test_going_on_at_once_saves_what_was_typed(page, letter):
    """ux 6, 7"""
    slow_down(page, 500)
    field(page, "work_name").fill(TYPED[-1])
    button(page, "保存并继续").dblclick()
    expect(page.locator("h1")).not_to_have_text("事项、依据与期限", timeout=LONG)
    assert reread(letter).answers["work_name"] == TYPED[-1]
