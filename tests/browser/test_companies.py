"""Companies in a real browser: every page passes the gate, what is typed is not lost by leaving, letters are prefilled."""

import pytest
from playwright.sync_api import Page, expect

from letters.models import Company
from letters.models.companies import archive_company, change_company
from tests.browser.gate import faults
from tests.browser.steps import button, card, field
from tests.companies.records import company_of

LONG = "内蒙古自治区呼和浩特市示例信息科技股份有限公司浙江省杭州市分公司"


@pytest.fixture
def page(visit, chenjing) -> Page:
    return visit(chenjing)


def test_the_list(page, chenjing):
    company_of(chenjing, entity_name=LONG)
    company_of(chenjing, uscc="")
    page.goto("/companies/")
    assert faults(page) == []


def test_a_record_with_faults_and_remarks(page, chenjing):
    company = company_of(chenjing, entity_name=LONG, uscc="91350100M000100Y44", contact_email="无", is_ciio="")
    page.goto(company.get_absolute_url())
    expect(page.locator(".error-summary")).to_be_focused()
    assert faults(page) == []


def test_a_record_that_somebody_else_changed(page, chenjing, expected_errors):
    expected_errors.append("status of 409")
    company = company_of(chenjing)
    page.goto(company.get_absolute_url())
    change_company(company, {"contact_name": "对方的联系人"}, by=chenjing, version=1)
    field(page, "contact_name").fill("我的联系人")
    button(page, "保存").click()
    expect(page.get_by_role("alert")).to_contain_text("改动了这份资料")
    assert faults(page) == []


@pytest.mark.parametrize("role", ["chenjing", "helei"])
def test_a_record_to_be_read(request, visit, chenjing, role):
    company = company_of(chenjing)
    archive_company(company, by=chenjing)
    page = visit(chenjing if role == "chenjing" else request.getfixturevalue(role))
    page.goto(company.get_absolute_url())
    assert faults(page) == []


@pytest.mark.parametrize("address", ["/letters/new/", "/library/cip-2/"])
def test_the_choice_of_a_company(page, chenjing, address):
    company_of(chenjing, entity_name=LONG)
    company_of(chenjing)
    page.goto(address)
    expect(page.get_by_label("为哪个单位")).to_be_visible()
    assert faults(page) == []


def test_a_letter_started_for_a_company_knows_it(page, chenjing):
    """ux 13"""
    company_of(chenjing, entity_name="阿里示例公司")
    company_of(chenjing, entity_name="重庆示例公司")
    page.goto("/letters/new/")
    page.get_by_label("为哪个单位").select_option("重庆示例公司")
    card(page, "cip-2").get_by_role("button", name="开始填写").click()
    expect(field(page, "entity_name")).to_have_value("重庆示例公司")
    expect(page.get_by_text("来自单位“重庆示例公司”的资料").first).to_be_visible()


def test_leaving_with_something_unsaved_asks_first(page, chenjing, expected_errors):
    expected_errors.append("dialog beforeunload")
    company = company_of(chenjing)
    page.goto(company.get_absolute_url())
    field(page, "contact_name").fill("没保存的人")
    with page.expect_event("dialog"):
        page.get_by_role("link", name="工作台").click(no_wait_after=True)
    expect(field(page, "contact_name")).to_have_value("没保存的人")
    button(page, "保存").click()
    expect(page.get_by_text("已保存")).to_be_visible()
    assert Company.objects.get().answers["contact_name"] == "没保存的人"
