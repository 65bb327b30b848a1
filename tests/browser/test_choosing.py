"""Choosing a letter in a real browser: the pages pass the gate, and the guide leads to a letter without any script."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.answers import example_answers
from tests.browser.gate import faults
from tests.browser.steps import button, step_page
from tests.wizard.pages import begun

PAGES = {
    "the guide at its start": "/library/guide/",
    "the guide half-way": "/library/guide/?to=partner&subject=service",
    "the guide at its end": "/library/guide/?to=partner&subject=push&phases=yes",
    "which two to compare": "/library/compare/?a=cip-1&b=cip-1",
    "two letters side by side": "/library/compare/cip-2/cpp-1/",
    "a limit": "/library/rules/log_six_months/",
    "a limit that nobody has verified": "/library/rules/self_check_yearly/",
    "a rule about wording": "/library/rules/csl_old_article/",
    "a contradiction": "/library/rules/phase_order/",
    "all statutes": "/library/law/",
    "a statute in force": "/library/law/csl/",
    "a statute that was superseded": "/library/law/gbt_35273_2017/",
    "a statute that nobody has verified": "/library/law/miit_service_notice/",
}


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_pages_pass_the_gate(visit, chenjing, address):
    """ux 42, 43"""
    page = visit(chenjing)
    page.goto(address)
    assert faults(page) == []


def pick(page: Page, option: str) -> None:
    page.get_by_label(option).check()
    button(page, "继续").click()


def test_the_guide_leads_to_a_letter_without_scripts(visit, chenjing):
    """ux 8"""
    page = visit(chenjing, java_script_enabled=False)
    page.goto("/library/")
    page.get_by_role("link", name="不知道选哪份？回答几个问题").click()
    pick(page, "合作方、客户、招标方或集团总部")
    pick(page, "向用户推送信息")
    pick(page, "要，分三个阶段限期完成")
    expect(page.get_by_role("heading", level=2).first).to_have_text("互联网平台信息推送合规承诺书（双方计划体）")
    page.reload()
    expect(page.get_by_text("理由：")).to_be_visible()
    page.get_by_role("link", name="要写明三个阶段的完成日期吗？").click()
    pick(page, "不要，承诺长期或者在有效期内履行")
    expect(page.get_by_role("heading", level=2).first).to_have_text("互联网平台信息推送合规承诺书（术语定义体）")
    page.get_by_role("button", name="开始填写").click()
    expect(page).to_have_url(re.compile("/fill/"))


def test_two_letters_are_chosen_and_stand_one_under_the_other_on_a_small_screen(visit, chenjing):
    page = visit(chenjing)
    page.goto("/library/compare/")
    page.get_by_label("第一份").select_option("cip-1")
    page.get_by_label("第二份").select_option("cip-2")
    button(page, "并排比较").click()
    first, second = (side.bounding_box() for side in page.locator("section.pair-side").all())
    assert first["x"] < second["x"]
    page.set_viewport_size({"width": 390, "height": 800})
    first, second = (side.bounding_box() for side in page.locator("section.pair-side").all())
    assert first["x"] == second["x"]
    assert first["y"] + first["height"] < second["y"]


def test_a_rule_opens_beside_the_form(visit, chenjing):
    """ux 20: what was typed stays where it is."""
    page = visit(chenjing)
    step_page(page, begun("cip-1", chenjing, **example_answers("cip-1", incident_report_hours="72")), "deadlines")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="国家网络安全事件报告管理办法").click()
    expect(opened.value.locator("h1")).to_contain_text("4小时")
    expect(page.locator("h1")).to_have_text("时限与阶段计划")
