"""The bell and its list in a real browser: through the gate, and used by hand."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.gate import faults
from tests.browser.steps import button
from tests.states import issued, print_quickly, submitted

LONG = "内蒙古自治区呼和浩特市示例信息科技股份有限公司浙江省杭州市分公司"


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    print_quickly(monkeypatch)


@pytest.fixture
def page(visit, chenjing) -> Page:
    return visit(chenjing)


def test_no_notices(page):
    page.goto("/notices/")
    assert faults(page) == []


def test_read_and_unread(page, chenjing, lintao):
    issued(chenjing, lintao, entity_name=LONG)
    page.goto("/notices/")
    page.locator("button.notice-letter").first.click()
    page.goto("/notices/")
    expect(page.locator("a.notice-letter")).to_have_count(1)
    expect(page.locator("button.notice-letter")).to_have_count(1)
    assert faults(page) == []


def test_a_review_waits_under_the_bell(visit, chenjing, lintao):
    letter = submitted(chenjing, "cip-1", entity_name=LONG)
    page = visit(lintao)
    page.goto("/")
    page.get_by_role("link", name="通知，1 条未读").click()
    button(page, letter.title).click()
    expect(page).to_have_url(page.url.split("/letters")[0] + letter.get_absolute_url())
    expect(page.get_by_role("link", name="通知", exact=True)).to_be_visible()


def test_all_at_once(page, chenjing, lintao):
    issued(chenjing, lintao)
    page.goto("/notices/")
    button(page, "全部标为已读").click()
    expect(page.get_by_text("全部标为已读。")).to_be_visible()
    expect(page.locator("button.notice-letter")).to_have_count(0)
