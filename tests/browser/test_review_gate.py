"""The gate for the pages of the review: light and dark, 1280 and 390 pixels, as each who reads them."""

import pytest
from playwright.sync_api import Page, expect

from letters.actions.comment import add_comment, reply_to, settle_comment
from letters.actions.return_ import return_letter
from letters.actions.withdraw import withdraw_letter
from letters.models import Letter
from letters.models.drafting import save_answers
from letters.models.family import FamilyRule
from tests.browser.gate import faults
from tests.browser.steps import button
from tests.people import PASSWORD
from tests.states import approve, approved, finished, handed_in, reread, submitted

LONG = "W" * 300


def remarked(owner, reviewer) -> Letter:
    """Handed in with a reason; a suggestion, a long remark with a reply, and one that is settled."""
    letter = submitted(owner, "cip-2", incident_report_hours="72")
    value = ("incident_report_hours", "4")
    add_comment(letter, by=reviewer, revision=1, text="按四小时改。", block=18, suggest=value)
    reply_to(add_comment(letter, by=reviewer, revision=1, text=LONG, block=3), by=owner, text=f"已改。\n{LONG}")
    settle_comment(add_comment(letter, by=owner, revision=1, text="请快一点。"), by=reviewer, settled=True)
    return letter


def twice(owner, reviewer) -> Letter:
    """Returned, mended and handed in again."""
    letter = return_letter(remarked(owner, reviewer), by=reviewer, revision=1, note="见意见。")
    save_answers(letter, {"incident_report_hours": "4"}, by=owner, version=letter.version)
    handed_in(reread(letter))
    return reread(letter)


@pytest.fixture
def legal(visit, lintao) -> Page:
    return visit(lintao)


@pytest.fixture
def author(visit, chenjing) -> Page:
    return visit(chenjing)


@pytest.mark.parametrize("address", ["review/", "review/?open=1", "review/?block=5", "review/suggest/info_categories/"])
def test_the_review_as_legal(legal, chenjing, lintao, address):
    """ux 27, ux 29"""
    legal.goto(f"/letters/{remarked(chenjing, lintao).pk}/{address}")
    assert faults(legal) == []


@pytest.mark.parametrize("address", ["review/", "review/?revision=1", "history/", "compare/2/1/", "compare/1/library/"])
def test_after_it_was_handed_in_again(legal, chenjing, lintao, address):
    """ux 28, ux 31"""
    legal.goto(f"/letters/{twice(chenjing, lintao).pk}/{address}")
    assert faults(legal) == []


@pytest.mark.parametrize("letter_id", ["cip-1", "cpp-1"])
def test_the_review_in_english_with_its_outline(visit, chenjing, lintao, letter_id):
    page = visit(lintao)
    page.goto(f"/letters/{submitted(chenjing, letter_id).pk}/review/")
    page.get_by_role("button", name="English").click()
    expect(page.locator("#outline")).to_be_visible()
    assert faults(page) == []


def test_the_review_as_author_and_as_auditor(author, visit, helei, chenjing, lintao):
    letter = return_letter(remarked(chenjing, lintao), by=lintao, revision=1, note="见意见。")
    for page in (author, visit(helei)):
        page.goto(f"/letters/{letter.pk}/review/")
        assert faults(page) == []
        page.goto(letter.get_absolute_url())
        assert faults(page) == []


def test_comments_that_are_refused(legal, chenjing, lintao, expected_errors):
    expected_errors.append("status of 422")
    legal.goto(f"/letters/{remarked(chenjing, lintao).pk}/review/?block=5")
    button(legal, "保存意见").click()
    expect(legal.locator("#write-error")).to_be_visible()
    assert faults(legal) == []
    legal.locator("summary", has_text="回复").first.click()
    button(legal, "保存回复").first.click()
    expect(legal.locator("#reply-error")).to_be_visible()
    assert faults(legal) == []


def test_deciding_and_what_is_refused(legal, chenjing, lintao, expected_errors):
    """ux 30"""
    expected_errors.append("status of 422")
    FamilyRule.objects.create(pack="cip", second_approver=True)
    letter = submitted(chenjing, incident_report_hours="72")
    for address, words in (("approve/", "批准"), ("return/", "退回修改")):
        legal.goto(f"/letters/{letter.pk}/review/{address}")
        assert faults(legal) == []
        button(legal, words).click()
        expect(legal.locator(".error-summary")).to_be_focused()
        assert faults(legal) == []


def test_coming_too_late(legal, chenjing, lintao, expected_errors):
    expected_errors.append("status of 409")
    letter = submitted(chenjing)
    legal.goto(f"/letters/{letter.pk}/review/return/")
    approve(letter, lintao)
    legal.get_by_label("要改什么").fill(LONG)
    button(legal, "退回修改").click()
    expect(legal.get_by_text("林涛 已在")).to_be_visible()
    assert faults(legal) == []
    withdrawn = submitted(chenjing)
    withdraw_letter(withdrawn, by=chenjing)
    legal.goto(f"/letters/{withdrawn.pk}/review/")
    assert faults(legal) == []


def test_what_waits_for_legal(legal, chenjing, lintao):
    legal.goto("/review/")
    assert faults(legal) == []
    remarked(chenjing, lintao)
    submitted(lintao, entity_name="内蒙古自治区呼和浩特市示例信息科技股份有限公司浙江省杭州市分公司")
    approved(chenjing, lintao)
    for address in ("/review/", "/review/?state=approved"):
        legal.goto(address)
        assert faults(legal) == []


@pytest.mark.parametrize("work_name", ["消费者个人信息保护", ""], ids=["complete", "incomplete"])
def test_handing_in(author, chenjing, expected_errors, work_name):
    """ux 19, ux 21"""
    expected_errors.append("status of 422")
    letter = finished(chenjing, incident_report_hours="72", work_name=work_name)
    author.goto(f"/letters/{letter.pk}/check/")
    assert faults(author) == []
    button(author, "提交审核").click()
    expect(author.locator(".error-summary")).to_be_focused()
    assert faults(author) == []


def test_letters_of_others_in_their_states(visit, lintao, chenjing):
    page = visit(chenjing)
    for letter in (submitted(chenjing), approved(chenjing, lintao)):
        page.goto(letter.get_absolute_url())
        assert faults(page) == []
    assert PASSWORD not in page.content()
