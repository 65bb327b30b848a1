"""The session ends while somebody types: nothing is lost, and nothing is saved under another name."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from tests.browser.steps import SAVED, button, field, next_frames, status, step_page
from tests.people import PASSWORD
from tests.wizard.pages import begun, reread

TYPED = "消费者个人信息保护专项"


@pytest.fixture
def letter(chenjing):
    return begun("cip-1", chenjing)


@pytest.fixture
def page(visit, chenjing, letter, expected_errors) -> Page:
    """A step on which something was typed after the session had ended."""
    expected_errors.append("status of 401")
    page = step_page(visit(chenjing), letter, "basis")
    # Playwright makes every tab believe that it has focus; here it matters which one has.
    page.context.new_cdp_session(page).send("Emulation.setFocusEmulationEnabled", {"enabled": False})
    Session.objects.all().delete()
    field(page, "work_name").fill(TYPED)
    return page


def sign_in_by_hand(page: Page, username: str) -> None:
    page.get_by_label("用户名").fill(username)
    page.get_by_label("密码").fill(PASSWORD)
    button(page, "登录").click()


def sign_in_in_another_tab(page: Page, username: str) -> None:
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="打开登录页").click()
    sign_in_by_hand(opened.value, username)
    expect(opened.value.locator("h1")).to_have_text("工作台")
    opened.value.close()


def test_the_text_stays_on_screen_and_is_saved_after_a_sign_in_in_another_tab(page, letter):
    """ux 6, 40"""
    expect(status(page)).to_contain_text("登录已过期，内容还在这一页")
    expect(field(page, "work_name")).to_have_value(TYPED)
    assert reread(letter).answers == {}
    sign_in_in_another_tab(page, "chenjing")
    page.bring_to_front()
    expect(status(page)).to_have_text(SAVED)
    assert reread(letter).answers["work_name"] == TYPED


def test_nothing_is_saved_when_somebody_else_signs_in(page, letter, zhoumin):
    expect(status(page)).to_contain_text("登录已过期")
    posts = []
    page.on("request", lambda request: request.method == "POST" and posts.append(request.url))
    with page.expect_response("**/account/session/") as known:
        sign_in_in_another_tab(page, "zhoumin")
        page.bring_to_front()
    known.value.finished()
    next_frames(page)
    assert posts == []
    expect(status(page)).to_contain_text("登录已过期")
    expect(field(page, "work_name")).to_have_value(TYPED)
    assert reread(letter).answers == {}


def test_pressing_save_leads_through_the_sign_in_page_and_saves_after_all(page, letter):
    """ux 40"""
    button(page, "保存并继续").click()
    expect(page.get_by_text("您刚才填写的内容已经留住")).to_be_visible()
    sign_in_by_hand(page, "chenjing")
    expect(page.locator("h1")).to_have_text("刚才填写的内容还没有保存")
    expect(page.locator(".answers")).to_contain_text(TYPED)
    button(page, "继续保存").click()
    expect(page.locator("h1")).to_have_text("信息、安全与保存")
    assert reread(letter).answers["work_name"] == TYPED


def test_signing_in_by_hand_after_a_wrong_password(visit, chenjing):
    page = visit()
    page.goto("/letters/new/")
    page.get_by_label("用户名").fill("chenjing")
    page.get_by_label("密码").fill("wrong")
    page.keyboard.press("Enter")
    expect(page).to_have_title("错误：登录 · 诺成")
    expect(page.locator(".error-summary")).to_be_focused()
    expect(page.get_by_label("用户名")).to_have_value("chenjing")
    sign_in_by_hand(page, "chenjing")
    expect(page.locator("h1")).to_have_text("选择一份范本")
