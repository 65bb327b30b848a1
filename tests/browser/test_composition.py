"""Typing Chinese through an input method: half a word leaves the page for nowhere."""

from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import SAVED, field, paper, status, step_page
from tests.wizard.pages import begun, reread

HALVES = ("x", "xi", "xiao", "xiao'f", "消f", "消费")


@pytest.fixture
def letter(chenjing):
    return begun("cip-1", chenjing)


@pytest.fixture
def page(visit, chenjing, letter) -> Page:
    """Time is the test's own, so that a long while passes at once."""
    page = visit(chenjing)
    page.clock.install()
    return step_page(page, letter, "basis")


@pytest.fixture
def sent(page) -> list[str]:
    """What every request of the page said about the answer."""
    words = []

    def listen(request) -> None:
        if request.method == "POST":
            words.extend(parse_qs(request.post_data, keep_blank_values=True)["work_name"])

    page.on("request", listen)
    return words


def compose(page: Page, halves=HALVES):
    keys = page.context.new_cdp_session(page)
    for half in halves:
        keys.send("Input.imeSetComposition", {"text": half, "selectionStart": len(half), "selectionEnd": len(half)})
        page.clock.run_for(5000)
    return keys


def test_nothing_is_sent_before_a_word_is_chosen_and_exactly_that_word_afterwards(page, letter, sent):
    """ux 16"""
    field(page, "work_name").focus()
    keys = compose(page)
    assert sent == []
    keys.send("Input.insertText", {"text": "消费者"})
    page.clock.run_for(2000)
    expect(paper(page)).to_contain_text("为做好消费者工作")
    expect(status(page)).to_have_text(SAVED)
    assert set(sent) == {"消费者"}
    assert reread(letter).answers["work_name"] == "消费者"


def test_what_was_typed_before_waits_until_the_word_after_it_is_chosen(page, letter, sent):
    """ux 16"""
    field(page, "work_name").press_sequentially("App ")
    keys = compose(page)
    assert sent == []
    keys.send("Input.insertText", {"text": "消费者"})
    page.clock.run_for(2000)
    expect(status(page)).to_have_text(SAVED)
    assert set(sent) == {"App 消费者"}
    assert reread(letter).answers["work_name"] == "App 消费者"


def test_a_word_that_is_given_up_leaves_nothing_behind(page, letter, sent):
    """ux 16"""
    field(page, "work_name").fill("甲")
    page.clock.run_for(2000)
    expect(status(page)).to_have_text(SAVED)
    compose(page, (*HALVES, ""))
    page.clock.run_for(2000)
    expect(field(page, "work_name")).to_have_value("甲")
    assert set(sent) == {"甲"}
    assert reread(letter).answers["work_name"] == "甲"


def test_saving_by_key_in_the_middle_of_a_word_saves_nothing_half(page, letter, sent):
    """ux 16, 41"""
    field(page, "work_name").focus()
    keys = compose(page)
    page.keyboard.press("Control+S")
    assert sent == []
    keys.send("Input.insertText", {"text": "消费者"})
    page.clock.run_for(2000)
    expect(status(page)).to_have_text(SAVED)
    assert reread(letter).answers["work_name"] == "消费者"
