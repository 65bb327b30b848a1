"""Two tabs on one step: the later save is refused, both contents are shown, and one of them is chosen."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import SAVED, button, field, status, step_page
from tests.wizard.pages import begun, reread

THEIRS, MINE = "对方填写的工作名称", "我填写的工作名称"


@pytest.fixture
def letter(chenjing):
    return begun("cip-1", chenjing)


@pytest.fixture
def page(visit, chenjing, letter, expected_errors) -> Page:
    """My tab, opened first, in which I type after another tab has saved."""
    expected_errors.append("status of 409")
    mine, theirs = visit(chenjing), visit(chenjing)
    for tab in (mine, theirs):
        step_page(tab, letter, "basis")
    field(theirs, "work_name").fill(THEIRS)
    expect(status(theirs)).to_have_text(SAVED)
    field(mine, "work_name").fill(MINE)
    return mine


def test_the_later_one_is_told_and_overwrites_nothing(page, letter):
    """ux 7"""
    told = r"^陈静 在 \d\d:\d\d 改动了这一步。按“保存并继续”会并排列出两边的内容，由您选择。$"
    expect(status(page)).to_have_text(re.compile(told))
    expect(field(page, "work_name")).to_have_value(MINE)
    assert reread(letter).answers["work_name"] == THEIRS


def test_both_contents_are_shown_side_by_side(page):
    """ux 7"""
    button(page, "保存并继续").click()
    expect(page.locator("h1")).to_have_text("这一步有两份内容")
    cells = page.get_by_role("row").filter(has_text="工作名称").get_by_role("cell")
    expect(cells).to_have_text([THEIRS, MINE])


def test_mine_can_be_saved_over_theirs(page, letter):
    """ux 7"""
    button(page, "保存并继续").click()
    button(page, "用我的内容保存").click()
    expect(page.locator("h1")).not_to_have_text("这一步有两份内容")
    assert reread(letter).answers["work_name"] == MINE


def test_theirs_can_be_taken_over(page, letter):
    """ux 7"""
    button(page, "保存并继续").click()
    page.get_by_role("link", name="采用对方的内容").click()
    expect(field(page, "work_name")).to_have_value(THEIRS)
    assert reread(letter).answers["work_name"] == THEIRS


def test_two_steps_may_be_filled_in_at_once(visit, chenjing, letter):
    """ux 7: a newer version of the letter alone is no conflict."""
    one, other = step_page(visit(chenjing), letter, "basis"), step_page(visit(chenjing), letter, "parties")
    field(one, "work_name").fill(MINE)
    expect(status(one)).to_have_text(SAVED)
    field(other, "entity_name").fill("杭州示例科技有限公司")
    expect(status(other)).to_have_text(SAVED)
    field(one, "work_name").fill(THEIRS)
    expect(status(one)).to_have_text(SAVED)
    button(one, "保存并退出").click()
    expect(one.locator("h1")).to_have_text("工作台")
    answers = reread(letter).answers
    assert (answers["work_name"], answers["entity_name"]) == (THEIRS, "杭州示例科技有限公司")
