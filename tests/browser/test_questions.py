"""What helps with an answer: faults that lead to it and vanish, suggestions, the calendar, a key that saves."""

import re

import pytest
from playwright.sync_api import Page, expect

from letters.definitions.catalogue import letter_definition
from tests.browser.steps import SAVED, button, field, paper, question, status, step_page
from tests.wizard.pages import begun, reread

FAULTY = re.compile("^错误：")


@pytest.fixture
def page(visit, chenjing) -> Page:
    return visit(chenjing)


@pytest.fixture
def refused(page, chenjing) -> Page:
    """The first step of cip-1 after 保存并继续: the name is missing, the code is none."""
    step_page(page, begun("cip-1", chenjing), "parties")
    field(page, "uscc").fill("12345")
    button(page, "保存并继续").click()
    expect(page).to_have_title(FAULTY)
    return page


def test_the_list_of_faults_takes_focus_and_leads_to_each_answer(refused):
    """WCAG 3.3.1: faults on top, each a link."""
    summary = refused.locator(".error-summary")
    expect(summary).to_be_focused()
    count = summary.get_by_role("link").count()
    expect(summary.get_by_role("heading")).to_have_text(f"这一步有 {count} 处需要修改")
    assert count == refused.locator(".question-refused").count() >= 2
    for link in summary.get_by_role("link").all():
        link.click()
        expect(refused.locator(link.get_attribute("href"))).to_be_focused()
        expect(refused.locator(link.get_attribute("href"))).to_be_in_viewport()


def test_a_fault_is_tied_to_its_answer_and_vanishes_when_that_is_edited(refused):
    """Errors come on 保存并继续 only and vanish the moment they are worked on."""
    code = field(refused, "uscc")
    fault = question(refused, "uscc").locator(".error-message")
    expect(code).to_have_attribute("aria-invalid", "true")
    assert fault.get_attribute("id") in code.get_attribute("aria-describedby").split()
    links = refused.locator(".error-summary li")
    before = links.count()
    code.press_sequentially("6")
    expect(fault).to_have_count(0)
    expect(code).not_to_have_attribute("aria-invalid", "true")
    expect(links).to_have_count(before - 1)
    expect(question(refused, "entity_name").locator(".error-message")).to_be_visible()


def test_the_count_follows_the_faults_that_are_left(refused):
    summary = refused.locator(".error-summary")
    for target in [link.get_attribute("href") for link in summary.get_by_role("link").all()]:
        refused.locator(target).press_sequentially("1")
        left = summary.locator("li").count()
        if left:
            expect(summary.get_by_role("heading")).to_have_text(f"这一步有 {left} 处需要修改")
    expect(summary).to_have_count(0)


def test_nothing_is_called_a_fault_while_one_is_still_typing(page, chenjing):
    """ux 6: autosave stores what is not valid yet, without a word."""
    letter = begun("cip-1", chenjing)
    step_page(page, letter, "parties")
    field(page, "uscc").fill("12345")
    expect(status(page)).to_have_text(SAVED)
    expect(page.locator(".error-message")).to_have_count(0)
    assert reread(letter).answers["uscc"] == "12345"


def test_a_suggestion_fills_the_answer_and_is_saved(page, chenjing):
    """ux 10"""
    letter = begun("cip-1", chenjing)
    step_page(page, letter, "deadlines")
    days = letter_definition("cip-1").field("complaint_reply_days")
    wanted = str(days.suggest[-1])
    chip = question(page, days.key).locator("button.chip", has_text=re.compile(rf"^{wanted}\b"))
    chip.click()
    expect(field(page, days.key)).to_have_value(wanted)
    expect(field(page, days.key)).to_be_focused()
    expect(paper(page).locator(f"[data-field={days.key}]")).to_have_text(wanted)
    expect(status(page)).to_have_text(SAVED)
    assert reread(letter).answers[days.key] == wanted


def test_the_calendar_fills_in_the_day_and_the_day_is_read_out(page, chenjing):
    """ux 10"""
    letter = begun("cip-1", chenjing)
    page.add_init_script("HTMLInputElement.prototype.showPicker = function () { this.dataset.shown = 'yes'; }")
    step_page(page, letter, "signing")
    day = question(page, "sign_date")
    field(page, "sign_date").fill("2026年11月22日")
    expect(day.locator(".reading")).to_have_text(re.compile("2026年11月22日.*星期日"))
    button(page, "打开日历").click()
    calendar = day.locator("input[type=date]")
    expect(calendar).to_have_attribute("data-shown", "yes")
    expect(calendar).to_have_value("2026-11-22")
    calendar.evaluate("node => { node.value = '2026-12-31'; node.dispatchEvent(new Event('input', {bubbles: true})); }")
    expect(field(page, "sign_date")).to_have_value("2026-12-31")
    expect(day.locator(".reading")).to_have_text(re.compile("即 2026年12月31日"))
    expect(paper(page).locator("[data-field=sign_date]")).to_have_text("2026年12月31日")
    expect(status(page)).to_have_text(SAVED)
    assert reread(letter).answers["sign_date"] == "2026-12-31"


@pytest.mark.parametrize("typed", ["2026-02-30", "明天", "2026年13月1日"])
def test_what_is_no_day_is_not_read_out(page, chenjing, typed):
    """ux 10"""
    step_page(page, begun("cip-1", chenjing), "signing")
    field(page, "sign_date").fill("20261122")
    reading = question(page, "sign_date").locator(".reading")
    expect(reading).to_contain_text("2026年11月22日")
    field(page, "sign_date").fill(typed)
    expect(reading).to_have_text("")


def test_control_s_saves_at_once_and_opens_no_dialog_of_the_browser(page, chenjing):
    """ux 41"""
    letter = begun("cip-1", chenjing)
    page.clock.install()
    step_page(page, letter, "basis")
    page.clock.pause_at(page.evaluate("Date.now()") + 1000)
    field(page, "work_name").fill("甲")
    page.keyboard.press("Control+S")
    expect(status(page)).to_have_text(SAVED)
    assert reread(letter).answers["work_name"] == "甲"


def test_changing_one_answer_from_the_check_page_leads_back_there(page, chenjing):
    """ux 12"""
    letter = begun(
        "cip-1", chenjing, entity_name="旧名称有限公司", uscc="91350100M000100Y43", complaint_hotline="400-000-0000"
    )
    page.goto(f"/letters/{letter.pk}/check/")
    page.get_by_role("link", name=re.compile("修改.*承诺单位全称")).click()
    expect(page).to_have_url(re.compile(r"\?return=check#id_entity_name$"))
    field(page, "entity_name").fill("新名称有限公司")
    button(page, "保存并返回核对").click()
    expect(page.locator("h1")).to_have_text("核对全部内容")
    expect(page.locator(".answers").first).to_contain_text("新名称有限公司")


def test_going_back_in_the_browser_shows_the_same_answers(page, chenjing):
    """ux 1"""
    letter = begun("cip-1", chenjing)
    step_page(page, letter, "basis")
    field(page, "work_name").fill("消费者保护")
    button(page, "保存并继续").click()
    expect(page.locator("h1")).to_have_text("信息、安全与保存")
    page.go_back()
    expect(page.locator("h1")).to_have_text("事项、依据与期限")
    expect(field(page, "work_name")).to_have_value("消费者保护")
    field(page, "work_name").fill("消费者信息")
    expect(status(page)).to_have_text(SAVED)
    assert reread(letter).answers["work_name"] == "消费者信息"
