"""Autosave: what is typed is on the server a second later, and the page says so only when that is true."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import SAVED, Held, field, status, step_page
from tests.wizard.pages import begun, fill_url, reread

TYPED = "消费者个人信息保护专项"
RETRYING = "未能保存，正在重试"
NOT_A_SAVE = {
    "a server error": {"status": 500, "body": "<h1>502</h1>", "content_type": "text/html"},
    "a page instead of an answer": {"status": 200, "body": "<h1>登录</h1>", "content_type": "text/html"},
    "an answer without a version": {"status": 200, "json": {"saved": "14:08"}},
    "an answer with the old version": {"status": 200, "json": {"version": 1, "base": "", "saved": "14:08"}},
    "something else that calls itself JSON": {"status": 200, "body": "ok", "content_type": "application/json"},
    "a redirect to the sign-in page": {"status": 302, "headers": {"Location": "/account/login/"}},
}


@pytest.fixture
def letter(chenjing):
    return begun("cip-1", chenjing)


@pytest.fixture
def page(visit, chenjing, letter) -> Page:
    return step_page(visit(chenjing), letter, "basis")


def saves(route, reply: dict | None) -> None:
    """Answers every save of the page with `reply`; cuts the line when there is none."""
    if route.request.method != "POST":
        route.fallback()
    elif reply is None:
        route.abort()
    else:
        route.fulfill(**reply)


def test_what_is_typed_is_saved_after_a_pause_and_is_there_after_a_reload(page, letter):
    """ux 1, 6"""
    expect(status(page)).not_to_have_text(SAVED)
    field(page, "work_name").fill(TYPED)
    expect(status(page)).to_have_text(SAVED)
    assert reread(letter).answers["work_name"] == TYPED
    page.reload()
    expect(field(page, "work_name")).to_have_value(TYPED)


@pytest.mark.parametrize("reply", [None, *NOT_A_SAVE.values()], ids=["a line that is cut", *NOT_A_SAVE])
def test_a_save_that_failed_is_not_believed_and_tried_again(page, letter, reply, expected_errors):
    """ux 6"""
    expected_errors += ["net::ERR_FAILED", "status of 500", "redirect"]
    page.clock.install()
    page.reload()
    page.route("**/fill/basis/", lambda route: saves(route, reply))
    field(page, "work_name").fill(TYPED)
    page.clock.fast_forward(1000)
    expect(status(page)).to_have_text(RETRYING)
    assert "work_name" not in reread(letter).answers
    page.unroute("**/fill/basis/")
    page.clock.fast_forward(2000)
    expect(status(page)).to_have_text(SAVED)
    assert reread(letter).answers["work_name"] == TYPED


def test_a_lost_connection_is_named_and_caught_up_with(page, letter, expected_errors):
    """ux 6, 40"""
    expected_errors.append("net::ERR_INTERNET_DISCONNECTED")
    page.context.set_offline(True)
    field(page, "work_name").fill(TYPED)
    expect(status(page)).to_have_text("网络已断开，恢复后自动保存")
    page.context.set_offline(False)
    expect(status(page)).to_have_text(SAVED)
    assert reread(letter).answers["work_name"] == TYPED


def test_one_save_at_a_time_and_the_next_names_the_version_the_first_brought(page, letter):
    """ux 6"""
    held = Held(page, "**/fill/basis/")
    field(page, "work_name").fill("第一次")
    page.keyboard.press("Control+S")
    first = held.next()
    field(page, "work_name").fill(TYPED)
    page.keyboard.press("Control+S")
    first.continue_()
    second = held.next()
    assert "version=2&" in second.request.post_data
    with page.expect_response("**/fill/basis/"):
        second.continue_()
    expect(status(page)).to_have_text(SAVED)
    assert (reread(letter).answers["work_name"], reread(letter).version) == (TYPED, 3)
    assert held.routes == []


def test_following_a_link_at_once_takes_along_what_was_typed(page, letter):
    """ux 6"""
    field(page, "work_name").fill(TYPED)
    page.get_by_role("navigation", name="填写步骤").get_by_role("link").first.click()
    expect(page).to_have_url(f"{page.url.split('/letters')[0]}{fill_url(letter, 'parties')}")
    assert reread(letter).answers["work_name"] == TYPED


def test_leaving_by_address_at_once_takes_along_what_was_typed(page, letter):
    """ux 6"""
    field(page, "work_name").fill(TYPED)
    page.goto("/")
    for _ in range(20):
        # A save sent while leaving is nobody's to wait for.
        if field(step_page(page, letter, "basis"), "work_name").input_value() == TYPED:
            break
    assert reread(letter).answers["work_name"] == TYPED


def test_a_reload_at_once_shows_what_was_typed(page):
    """ux 1, 6"""
    field(page, "work_name").fill(TYPED)
    page.reload()
    expect(field(page, "work_name")).to_have_value(TYPED)


def test_pressing_a_button_at_once_saves_what_was_typed(page, letter):
    """ux 5: going back keeps what was typed, finished or not."""
    field(page, "work_name").fill(TYPED)
    page.get_by_role("button", name="返回上一步").click()
    expect(page.locator("h1")).to_have_text("承诺双方与联系方式")
    assert reread(letter).answers["work_name"] == TYPED


def test_a_page_that_does_not_come_takes_nothing_away(page, letter, expected_errors):
    """ux 5, 6: without a connection a button leads nowhere and the text stays."""
    expected_errors.append("net::ERR_INTERNET_DISCONNECTED")
    page.context.set_offline(True)
    field(page, "work_name").fill(TYPED)
    page.get_by_role("button", name="保存并继续").click()
    expect(status(page)).to_have_text("网络已断开，恢复后自动保存")
    expect(field(page, "work_name")).to_have_value(TYPED)
    page.context.set_offline(False)
    expect(status(page)).to_have_text(SAVED)
    page.get_by_role("button", name="保存并继续").click()
    expect(page.locator("h1")).to_have_text("信息、安全与保存")
    assert reread(letter).answers["work_name"] == TYPED


def test_the_browser_asks_before_leaving_only_while_something_is_unsaved(page, expected_errors):
    """ux 6"""
    expected_errors += ["net::ERR_FAILED", "beforeunload"]
    page.route("**/fill/basis/", lambda route: saves(route, None))
    field(page, "work_name").fill(TYPED)
    expect(status(page)).to_have_text(RETRYING)
    with page.expect_event("dialog") as asked:
        page.close(run_before_unload=True)
    assert asked.value.type == "beforeunload"
    expect(field(page, "work_name")).to_have_value(TYPED)
    page.unroute("**/fill/basis/")
    expect(status(page)).to_have_text(SAVED)
    with page.expect_event("close"):
        page.close(run_before_unload=True)


def test_nothing_typed_is_kept_in_the_browser(page):
    field(page, "work_name").fill(TYPED)
    expect(status(page)).to_have_text(SAVED)
    kept = page.evaluate("() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
    assert json.loads(kept) == [{}, {}, ""]
