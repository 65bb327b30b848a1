"""The gate for pages in the states that a person brings them to: empty, full, refused, expired.

Every page as everybody sees it on arriving is visited by test_every_page.py.
"""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from letters.definitions.catalogue import letter_definition
from letters.models.drafting import put_in_bin, save_answers
from tests.answers import example_answers
from tests.browser.gate import faults
from tests.browser.steps import answer, button, field, step_page
from tests.people import PASSWORD
from tests.states import approved, expiring, print_quickly, returned, submitted
from tests.wizard.pages import begun, fill_url, reread

STEPS = [step.key for step in letter_definition("cip-2").steps]
PLAIN = {
    "the empty desk": "/",
    "a filter without result": "/?q=没有这家公司",
    "the search": "/search/",
    "a search with results": "/search/?q=保护",
    "a search among rules": "/search/?q=信息&in=rules",
    "a search without result": "/search/?q=没有这样的东西",
    "the empty bin": "/?bin=1",
    "no company yet": "/companies/",
    "no company out of use": "/companies/?archived=1",
}


@pytest.fixture
def page(visit, chenjing) -> Page:
    return visit(chenjing)


@pytest.mark.parametrize("address", PLAIN.values(), ids=PLAIN)
def test_pages_without_a_letter(page, address):
    """ux 4, 25, 42, 43"""
    page.goto(address)
    assert faults(page) == []


def test_a_page_that_is_not_there(page, expected_errors):
    """ux 40"""
    expected_errors.append("status of 404")
    page.goto("/nowhere/")
    assert faults(page) == []


def test_the_desk_with_letters_over_two_pages(page, chenjing):
    """ux 23"""
    for letter_id in ("cip-1", "cip-2", "osp-1", "ipc-2") * 7:
        begun(letter_id, chenjing, entity_name="内蒙古自治区呼和浩特市示例信息科技股份有限公司浙江省杭州市分公司")
    page.goto("/")
    expect(page.get_by_role("link", name="下一页")).to_be_visible()
    assert faults(page) == []


def test_the_bin_with_letters_and_the_way_back(page, chenjing):
    """ux 26"""
    put_in_bin(begun("cip-1", chenjing), by=chenjing)
    page.goto("/?bin=1")
    expect(page.get_by_role("button", name="恢复")).to_be_visible()
    assert faults(page) == []


def test_the_desk_after_a_letter_was_thrown_away(page, chenjing):
    """ux 26"""
    page.goto(begun("cip-1", chenjing).get_absolute_url())
    button(page, "移入回收站").click()
    expect(button(page, "撤销")).to_be_visible()
    assert faults(page) == []


@pytest.mark.parametrize("role", ["helei", "administrator", "lintao", "zhoumin"])
@pytest.mark.parametrize("is_empty", [True, False], ids=["empty", "with a letter"])
def test_the_desk_of_others(request, visit, chenjing, role, is_empty):
    if not is_empty:
        begun("cip-1", chenjing, **example_answers("cip-1"))
    page = visit(request.getfixturevalue(role))
    page.goto("/")
    assert faults(page) == []


@pytest.mark.parametrize("role", ["chenjing", "lintao", "helei"])
def test_the_desk_on_which_something_waits(request, visit, monkeypatch, chenjing, lintao, role):
    print_quickly(monkeypatch)
    long = "内蒙古自治区呼和浩特市示例信息科技股份有限公司浙江省杭州市分公司"
    for _ in range(4):
        returned(chenjing, lintao, entity_name=long)
        submitted(chenjing, entity_name=long)
    approved(chenjing, lintao, entity_name=long)
    expiring(chenjing, lintao, entity_name=long)
    page = visit(request.getfixturevalue(role))
    page.goto("/")
    expect(page.get_by_role("heading", name="等您处理")).to_be_visible()
    assert faults(page) == []


@pytest.mark.parametrize("step", STEPS)
def test_every_step_of_a_letter(page, chenjing, step):
    """ux 2, 4, 14, 42, 43"""
    step_page(page, begun("cip-2", chenjing), step)
    assert faults(page) == []


def test_a_step_with_faults_and_remarks(page, chenjing):
    """ux 20: a mended name, a doubtful code, a number that is none, and answers that are missing."""
    letter = begun("cip-2", chenjing, entity_name="杭州 示例", uscc="91350100M000100Y44", contact_email="nobody")
    button(step_page(page, letter, "parties"), "保存并继续").click()
    expect(page.locator(".error-summary")).to_be_focused()
    assert faults(page) == []


def test_a_step_with_faults_at_options(page, chenjing):
    answer(step_page(page, begun("cip-1", chenjing), "data"), "info_categories", [])
    button(page, "保存并继续").click()
    expect(page.locator("fieldset.question-refused")).to_be_visible()
    assert faults(page) == []


def test_the_paper_on_a_small_screen(page, chenjing):
    """ux 14"""
    page.set_viewport_size({"width": 390, "height": 800})
    button(step_page(page, begun("cip-2", chenjing), "team"), "预览").click()
    expect(page.locator("#paper")).to_be_visible()
    assert faults(page) == []


def test_the_paper_stays_white_in_the_dark(visit, chenjing):
    """ux 43"""
    page = step_page(visit(chenjing, color_scheme="dark"), begun("cip-2", chenjing), "team")
    expect(page.locator(".paper")).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(page.locator("body")).not_to_have_css("background-color", "rgb(255, 255, 255)")


@pytest.mark.parametrize("answers", [example_answers("cip-2"), {}], ids=["complete", "empty"])
@pytest.mark.parametrize(
    "address", ["/letters/{}/check/", "/letters/{}/", "/letters/{}/preview/", "/letters/{}/promises/"]
)
def test_pages_of_a_letter(page, chenjing, answers, address):
    page.goto(address.format(begun("cip-2", chenjing, **answers).pk))
    assert faults(page) == []


def test_a_letter_as_the_auditor_reads_it(visit, chenjing, helei):
    page = visit(helei)
    page.goto(begun("cip-1", chenjing, **example_answers("cip-1")).get_absolute_url())
    assert faults(page) == []


def test_two_contents_of_one_step(page, chenjing, expected_errors):
    """ux 7"""
    expected_errors.append("status of 409")
    letter = begun("cip-1", chenjing)
    step_page(page, letter, "basis")
    save_answers(reread(letter), {"work_name": "对方的" * 9}, by=chenjing, version=1)
    field(page, "work_name").fill("我的" * 12)
    button(page, "保存并继续").click()
    expect(page.locator("h1")).to_have_text("这一步有两份内容")
    assert faults(page) == []


def test_signing_in(visit, db):
    page = visit()
    page.goto("/")
    assert faults(page) == []


def test_signing_in_with_a_wrong_password(visit, db):
    page = visit()
    page.goto("/account/login/")
    button(page, "登录").click()
    expect(page.locator(".error-summary")).to_be_visible()
    assert faults(page) == []


def test_an_ended_session_and_what_it_kept(page, chenjing, expected_errors):
    """ux 40"""
    expected_errors.append("status of 401")
    step_page(page, begun("cip-2", chenjing), "parties")
    Session.objects.all().delete()
    field(page, "entity_name").fill("杭州示例科技有限公司")
    expect(page.get_by_role("link", name="打开登录页")).to_be_visible()
    assert faults(page) == []
    button(page, "保存并继续").click()
    expect(page.locator("h1")).to_have_text("登录")
    assert faults(page) == []
    page.get_by_label("用户名").fill("chenjing")
    page.get_by_label("密码").fill(PASSWORD)
    button(page, "登录").click()
    expect(page.locator("h1")).to_have_text("刚才填写的内容还没有保存")
    assert faults(page) == []


def test_a_password_that_is_refused(page):
    page.goto("/account/password/")
    for box in page.locator("input[type=password]").all():
        box.fill("123")
    button(page, "保存新密码").click()
    expect(page.locator(".error-message").first).to_be_visible()
    assert faults(page) == []


def test_a_file_that_cannot_be_made(page, chenjing, expected_errors):
    expected_errors.append("status of 422")
    letter = begun("cip-1", chenjing, **example_answers("cip-1", work_name="测试\U000f1234字"))
    page.goto(f"/letters/{letter.pk}/files/letter.pdf")
    expect(page.locator("h1")).to_have_text("文件没有生成")
    assert faults(page) == []


def test_a_letter_that_was_handed_in_can_no_longer_be_filled_in(page, chenjing):
    letter = submitted(chenjing)
    page.goto(fill_url(letter, "basis"))
    expect(page).to_have_url(page.url.split("/letters")[0] + letter.get_absolute_url())
    assert faults(page) == []
