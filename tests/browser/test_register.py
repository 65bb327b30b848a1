"""Issuing, voiding, scans and the register in a real browser: through the gate, and used by hand."""

from datetime import date, timedelta
from io import BytesIO
from urllib.parse import quote
from zipfile import ZipFile

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from letters.actions.attach import attach_scan
from letters.actions.void import void_letter
from letters.models import Letter, Notice
from letters.workflow import Status
from letters.writers.formats import CharactersMissing
from tests.browser.gate import OVERFLOWING, faults
from tests.browser.steps import button, field
from tests.scans import PDF
from tests.states import approved, issue, issued, letter_in, print_quickly, reread

LONG = "内蒙古自治区呼和浩特市示例信息科技股份有限公司浙江省杭州市分公司"


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    print_quickly(monkeypatch)


@pytest.fixture
def page(visit, lintao) -> Page:
    return visit(lintao)


def expiring(owner, reviewer) -> Letter:
    today = timezone.localdate()
    days = {"sign_date": today, "valid_from": today, "valid_to": today + timedelta(days=12)}
    answers = {name: day.isoformat() for name, day in days.items()}
    return issue(approved(owner, reviewer, "cip-2", entity_name=LONG, **answers), reviewer)


@pytest.mark.parametrize("query", ["", "q=没有这家", "soon=1&order=expiry", "all=1"])
def test_the_register(page, chenjing, lintao, query):
    for status in (Status.APPROVED, Status.VOID, Status.EXPIRED, Status.SUPERSEDED):
        letter_in(status, chenjing, lintao, "cip-2")
    expiring(chenjing, lintao)
    page.goto(f"/register/?{query}")
    assert faults(page) == []


def test_an_empty_register(page):
    page.goto("/register/")
    assert faults(page) == []


@pytest.mark.parametrize("name", ["issue", "void", "attach"])
@pytest.mark.parametrize("letter_id", ["cip-1", "cip-2"])
def test_the_pages_of_an_approved_letter(page, chenjing, lintao, name, letter_id):
    letter = approved(chenjing, lintao, letter_id, entity_name=LONG)
    page.goto(f"/letters/{letter.pk}/{name}/")
    assert faults(page) == []


@pytest.mark.parametrize("status", [Status.APPROVED, Status.ISSUED, Status.VOID, Status.SUPERSEDED, Status.EXPIRED])
def test_the_record_of_a_letter(page, chenjing, lintao, status):
    page.goto(letter_in(status, chenjing, lintao).get_absolute_url())
    expect(page.get_by_role("heading", name="签发与文件")).to_be_visible()
    assert faults(page) == []


def test_dates_that_will_not_do(page, chenjing, lintao, expected_errors):
    expected_errors.append("status of 422")
    letter = approved(chenjing, lintao)
    page.goto(f"/letters/{letter.pk}/issue/")
    field(page, "valid_from").fill("明天")
    button(page, "签发承诺书").click()
    expect(page.locator(".error-summary")).to_be_focused()
    assert faults(page) == []
    field(page, "valid_from").fill("2026-12-01")
    expect(page.locator(".error-summary")).to_have_count(0)
    field(page, "valid_to").fill("2026-11-30")
    button(page, "签发承诺书").click()
    expect(page.get_by_role("alert")).to_contain_text("早于有效期起")
    assert faults(page) == []


def test_issued_from_the_letters_page(page, chenjing, lintao):
    letter = approved(chenjing, lintao)
    page.goto(letter.get_absolute_url())
    page.get_by_role("link", name="签发承诺书").click()
    expect(page.locator("h1")).to_have_text("签发承诺书")
    field(page, "valid_from").fill("2026年12月1日")
    field(page, "valid_to").fill("2027-11-30")
    button(page, "签发承诺书").click()
    expect(page.get_by_text("已签发，编号")).to_be_visible()
    after = reread(letter)
    assert (after.valid_from, after.valid_to) == (date(2026, 12, 1), date(2027, 11, 30))


def test_two_windows_issue_once(visit, lintao, chenjing, expected_errors):
    expected_errors.append("status of 409")
    letter = approved(chenjing, lintao, "cip-2")
    first, second = visit(lintao), visit(lintao)
    for window in (first, second):
        window.goto(f"/letters/{letter.pk}/issue/")
    button(first, "签发承诺书").click()
    expect(first.get_by_text("已签发，编号")).to_be_visible()
    button(second, "签发承诺书").click()
    expect(second.get_by_text("林涛 已在")).to_be_visible()
    assert faults(second) == []


def test_declared_void(page, chenjing, lintao, expected_errors):
    expected_errors.append("status of 422")
    letter = issued(chenjing, lintao)
    page.goto(letter.get_absolute_url())
    page.get_by_role("link", name="作废承诺书").click()
    button(page, "作废承诺书").click()
    expect(page.locator(".error-message")).to_contain_text("写明作废的原因")
    assert faults(page) == []
    page.get_by_label("作废的原因").fill("盖错印章")
    button(page, "作废承诺书").click()
    expect(page.get_by_text("不再使用")).to_be_visible()
    assert reread(letter).status == Status.VOID


def test_a_scan_of_nothing_and_then_the_right_one(page, chenjing, lintao, expected_errors):
    expected_errors.append("status of 422")
    letter = issued(chenjing, lintao)
    page.goto(f"/letters/{letter.pk}/attach/")
    page.get_by_label("选择文件").set_input_files({"name": "空.pdf", "mimeType": "application/pdf", "buffer": b""})
    button(page, "上传").click()
    expect(page.locator(".error-message")).to_contain_text("是空的")
    assert faults(page) == []
    page.get_by_label("选择文件").set_input_files({"name": "盖章.pdf", "mimeType": "application/pdf", "buffer": PDF})
    button(page, "上传").click()
    expect(page.get_by_role("link", name="盖章.pdf")).to_be_visible()
    assert faults(page) == []
    with page.expect_download() as download:
        page.get_by_role("link", name="盖章.pdf").click()
    assert download.value.path().read_bytes() == PDF


def test_the_register_is_filtered_and_taken_along(page, chenjing, lintao):
    wanted = approved(chenjing, lintao, entity_name="重庆示例有限公司")
    approved(chenjing, lintao, entity_name="北京示例有限公司")
    page.goto("/register/")
    page.get_by_label("单位名称").select_option("重庆示例有限公司")
    button(page, "筛选").click()
    expect(page.get_by_role("link", name=wanted.number)).to_be_visible()
    expect(page.get_by_text("北京示例有限公司承诺")).to_have_count(0)
    with page.expect_download() as download:
        page.get_by_role("link", name="导出 Excel").click()
    assert download.value.suggested_filename.startswith("承诺书登记册-")
    with ZipFile(BytesIO(download.value.path().read_bytes())) as book:
        assert "北京示例有限公司" not in book.read("xl/sharedStrings.xml").decode()


def test_the_register_prints_its_rows_and_nothing_to_press(page, chenjing, lintao):
    """ux 44"""
    letter = approved(chenjing, lintao)
    page.goto("/register/?all=1")
    expect(button(page, "打印")).to_be_visible()
    page.set_viewport_size({"width": 700, "height": 800})
    page.emulate_media(media="print")
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_text(letter.number)).to_be_visible()
    expect(page.get_by_text("打印于")).to_be_visible()
    expect(page.locator(".register tr").last).to_have_css("display", "table-row")
    for hidden in (button(page, "打印"), button(page, "筛选"), page.get_by_role("link", name="导出 Excel")):
        expect(hidden).to_be_hidden()


def test_a_file_that_cannot_be_made(page, chenjing, lintao, monkeypatch, expected_errors):
    expected_errors.append("status of 422")

    def refuse(letter):
        raise CharactersMissing("字体缺少这些字：𰻞。")

    monkeypatch.setattr("letters.actions.issue.printed", refuse)
    letter = approved(chenjing, lintao, "cip-2")
    page.goto(f"/letters/{letter.pk}/issue/")
    button(page, "签发承诺书").click()
    expect(page.locator("h1")).to_have_text("没有签发：文件没有生成")
    expect(page.get_by_role("alert")).to_contain_text("字体缺少这些字")
    assert faults(page) == []


@pytest.mark.parametrize(
    "text", ['"><img src=x onerror=alert(1)>', "<script>alert(1)</script>", "{{letter}}{% now 'Y' %}"]
)
def test_hostile_words_stay_words_on_every_page(page, chenjing, lintao, text):
    """A dialog, an error or a request for the image would fail the test, see watch.py."""
    letter = issued(chenjing, lintao, entity_name=f"{text}公司")
    attach_scan(letter, by=lintao, name=f"{text}.pdf", content_type="application/pdf", content=PDF)
    void_letter(letter, by=lintao, reason=text)
    Notice.objects.create(recipient=lintao, letter=letter, kind=Notice.Kind.COMMENTED, at=letter.updated_at)
    pages = [f"/register/?q={quote(text)}", letter.get_absolute_url(), f"/letters/{letter.pk}/attach/", "/notices/"]
    for address in (*pages, f"/verify/{letter.code}/", f"/verify/?code={quote(text)}"):
        page.goto(address)
        assert text in page.locator("main").inner_text() or text == page.locator("#code").input_value()
        assert page.evaluate(OVERFLOWING) == [], address
        assert page.locator("main :is(script:not([src^='/static/']), img, iframe)").count() == 0
