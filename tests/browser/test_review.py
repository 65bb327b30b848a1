"""How the review page is worked with by hand; the whole way is in test_three_people.py."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from letters.actions.comment import add_comment
from letters.models import Comment, Letter
from tests.browser.gate import OVERFLOWING
from tests.browser.steps import button
from tests.people import PASSWORD
from tests.states import finished, reread, submitted

HOSTILE = '<script>alert(1)</script>{{title}}"><img src=x onerror=alert(1)>'


@pytest.fixture
def legal(visit, lintao) -> Page:
    return visit(lintao, viewport={"width": 1280, "height": 900})


@pytest.fixture
def letter(chenjing, lintao) -> Letter:
    """Waiting for legal, with a remark on three of its clauses."""
    letter = submitted(chenjing, "cip-2", incident_report_hours="72")
    for block in (5, 18, 30):
        add_comment(letter, by=lintao, revision=1, text=f"第 {block} 段再看。", block=block)
    return letter


def open_review(page: Page, letter: Letter, query: str = "") -> Page:
    page.goto(f"/letters/{letter.pk}/review/{query}")
    return page


def clause(page: Page, place: int) -> Locator:
    return page.locator(f"#clause-{place}")


def threads(page: Page) -> Locator:
    return page.locator(".thread")


def heading(page: Page) -> Locator:
    return page.locator("h1")


def test_ticks_go_along_to_the_page_that_decides(legal, letter):
    open_review(legal, letter)
    legal.get_by_label("已看过这条和理由").check()
    button(legal, "批准").click()
    expect(heading(legal)).to_have_text("批准第 1 版")
    expect(legal.get_by_label("已看过这条和理由")).to_be_checked()
    legal.get_by_label("您的登录密码").fill("wrong password")


def test_n_and_p_go_through_the_comments(legal, letter):
    """ux 27: the clause of each is marked and in sight."""
    open_review(legal, letter)
    for at, place in enumerate((5, 18, 30)):
        legal.keyboard.press("n")
        expect(threads(legal).nth(at)).to_be_focused()
        expect(clause(legal, place)).to_have_class(re.compile("is-current"))
        expect(clause(legal, place)).to_be_in_viewport()
        expect(threads(legal).nth(at)).to_be_in_viewport()
    legal.keyboard.press("n")
    expect(threads(legal).nth(2)).to_be_focused()
    legal.keyboard.press("p")
    expect(threads(legal).nth(1)).to_be_focused()
    expect(legal.locator(".clause.is-current")).to_have_count(1)


def test_n_and_p_are_letters_while_somebody_types(legal, letter):
    """ux 41"""
    open_review(legal, letter)
    box = legal.get_by_role("textbox", name="写意见")
    box.press_sequentially("npn")
    expect(box).to_have_value("npn")
    expect(box).to_be_focused()


def test_the_keys_can_be_switched_off_and_stay_off(legal, letter):
    """ux 41: WCAG 2.1.4"""
    open_review(legal, letter)
    button(legal, "按 n / p 逐条看").click()
    legal.keyboard.press("n")
    expect(legal.locator(".thread:focus")).to_have_count(0)
    legal.reload()
    legal.keyboard.press("n")
    expect(legal.locator(".thread:focus")).to_have_count(0)
    button(legal, "按 n / p 逐条看").click()
    legal.keyboard.press("n")
    expect(threads(legal).first).to_be_focused()


def test_a_clause_is_remarked_on_without_loading_the_page_anew(legal, letter):
    open_review(legal, letter)
    legal.evaluate("window.same = true")
    clause(legal, 18).scroll_into_view_if_needed()
    clause(legal, 18).hover()
    clause(legal, 18).get_by_role("link", name="写意见：").click()
    box = legal.get_by_role("textbox", name="写意见")
    expect(box).to_be_focused()
    expect(clause(legal, 18)).to_have_class(re.compile("is-current"))
    expect(legal.locator(".write-quote")).to_contain_text("发生或者可能发生个人信息泄露")
    expect(legal.locator(".write-choices")).to_contain_text("向监管部门报告时限")
    assert legal.evaluate("window.same")
    box.fill("写到这里。")
    button(legal, "保存意见").click()
    expect(threads(legal)).to_have_count(4)
    assert Comment.objects.get(text="写到这里。").block == 18


def test_from_a_clause_to_the_suggestion_of_an_answer(legal, letter):
    open_review(legal, letter)
    clause(legal, 18).hover()
    clause(legal, 18).get_by_role("link", name="写意见：").click()
    legal.locator(".write-choices").get_by_role("link", name="向监管部门报告时限").click()
    expect(legal.get_by_role("textbox", name="向监管部门报告时限")).to_have_value("72")
    legal.get_by_role("button", name="4小时").click()
    button(legal, "提出建议").click()
    expect(threads(legal)).to_have_count(4)
    made = Comment.objects.latest("pk")
    assert (made.block, made.suggested_field, made.suggested) == (18, "incident_report_hours", "4")


def test_everything_works_without_scripts(visit, lintao, letter):
    """ux 8"""
    page = open_review(visit(lintao, java_script_enabled=False), letter)
    clause(page, 7).hover()
    clause(page, 7).get_by_role("link", name="写意见：").click()
    page.get_by_role("textbox", name="写意见").fill("不用脚本写的。")
    button(page, "保存意见").click()
    expect(threads(page)).to_have_count(4)
    assert Comment.objects.get(text="不用脚本写的。").block == 7
    page.get_by_role("link", name="仅看未解决").click()
    threads(page).first.get_by_role("button", name="标为已解决").click()
    expect(threads(page)).to_have_count(3)


def test_leaving_with_an_unsent_comment_is_asked_about(legal, letter, expected_errors):
    expected_errors.append("dialog beforeunload")
    open_review(legal, letter)
    legal.get_by_role("textbox", name="写意见").press_sequentially("没写完")
    with legal.expect_event("dialog") as asked:
        legal.evaluate("location.reload()")
    assert asked.value.type == "beforeunload"


def test_sending_a_comment_asks_nothing(legal, letter):
    """A dialog would fail the test, see watch.py."""
    open_review(legal, letter)
    legal.get_by_role("textbox", name="写意见").press_sequentially("写完了。")
    button(legal, "保存意见").click()
    expect(threads(legal)).to_have_count(4)


def test_a_double_press_approves_once_and_shows_the_letter(legal, chenjing):
    letter = submitted(chenjing)
    legal.goto(f"/letters/{letter.pk}/review/approve/")
    legal.get_by_label("您的登录密码").fill(PASSWORD)
    button(legal, "批准").dblclick()
    expect(legal.locator(".message")).to_contain_text("已批准，编号")
    assert reread(letter).events.filter(action="approve").count() == 1


def test_on_a_phone_letter_and_comments_lead_to_each_other(visit, lintao, letter):
    """390 px: one below the other."""
    page = open_review(visit(lintao, viewport={"width": 390, "height": 844}), letter)
    clause(page, 18).locator(".clause-count").click()
    expect(threads(page).nth(1)).to_be_in_viewport()
    expect(clause(page, 18)).not_to_be_in_viewport()
    threads(page).nth(1).locator(".thread-place a").click()
    expect(clause(page, 18)).to_be_in_viewport()
    assert page.evaluate(OVERFLOWING) == []


@pytest.mark.parametrize("text", [HOSTILE, "W" * 4000, "😀👨‍👩‍👧‍👦𠮷䶮\n" * 30], ids=["markup", "no break", "pictures"])
def test_hostile_and_odd_words_stay_words(visit, lintao, chenjing, letter, text):
    """A dialog, an error or a request for the image would fail the test, see watch.py."""
    page = open_review(visit(lintao, viewport={"width": 390, "height": 844}), letter, "?block=3")
    page.get_by_role("textbox", name="写意见").fill(text)
    button(page, "保存意见").click()
    said = page.locator(".thread-text", has_text=text.split("\n")[0]).first
    expect(said).to_be_visible()
    assert page.evaluate(OVERFLOWING) == []
    for address in ("history/", "", "review/"):
        page.goto(f"/letters/{letter.pk}/{address}")
        assert page.evaluate(OVERFLOWING) == [], address
        assert page.locator("main :is(script, img:not([src^='/static/']), iframe)").count() == 0


def test_hostile_reasons_stay_words(visit, chenjing, lintao):
    letter = finished(chenjing, incident_report_hours="72")
    author = visit(chenjing)
    author.goto(f"/letters/{letter.pk}/check/")
    author.get_by_label("理由").fill(HOSTILE)
    button(author, "提交审核").click()
    expect(author.get_by_text("已提交审核。")).to_be_visible()
    legal = open_review(visit(lintao), letter)
    expect(legal.locator(".finding-reason")).to_contain_text(HOSTILE)
    button(legal, "批准").click()
    expect(legal.locator(".finding-reason")).to_contain_text(HOSTILE)


def test_two_reviewers_at_once(visit, lintao, letter, expected_errors):
    """Two windows of legal: the second is told who was first, and keeps the words."""
    expected_errors.append("status of 409")
    one, other = visit(lintao), visit(lintao)
    for page, address in ((one, "approve"), (other, "return")):
        page.goto(f"/letters/{letter.pk}/review/{address}/")
    one.get_by_label("已看过这条和理由").check()
    one.get_by_label("您的登录密码").fill(PASSWORD)
    button(one, "批准").click()
    expect(one.locator(".message").first).to_contain_text("已批准")
    other.get_by_label("要改什么").fill("这句话不能丢。")
    button(other, "退回修改").click()
    expect(heading(other)).to_have_text("没有改动这份承诺书")
    expect(other.get_by_text(re.compile("林涛 已在 .* 处理：这份承诺书现在是“已批准”"))).to_be_visible()
    expect(other.get_by_role("textbox")).to_have_value("这句话不能丢。")
