"""Three people in three windows take a letter the whole way, and somebody outside checks what arrived."""

import re
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO

import pypdfium2
import pytest
import zxingcpp
from django.utils import timezone
from playwright.sync_api import Download, Page, expect

from letters.models import Letter
from letters.workflow import Status
from letters.writers.fonts import build_fonts
from tests.browser.steps import button
from tests.people import PASSWORD
from tests.states import finished, reread


@dataclass(frozen=True)
class Windows:
    """陈静 drafts, 林涛 reviews, 何蕾 audits; nobody is signed in outside."""

    author: Page
    legal: Page
    auditor: Page
    outside: Page


@pytest.fixture
def windows(visit, chenjing, lintao, helei, settings, live_server) -> Windows:
    build_fonts()
    settings.NUOCHENG_URL = live_server.url
    return Windows(visit(chenjing), visit(lintao), visit(helei), visit())


@pytest.fixture
def letter(chenjing) -> Letter:
    """One answer is later than the law allows, so it needs a reason."""
    today = timezone.localdate()
    days = {"sign_date": today, "valid_from": today, "valid_to": today + timedelta(days=365)}
    return finished(chenjing, incident_report_hours="72", **{key: day.isoformat() for key, day in days.items()})


@pytest.mark.journey
def test_from_a_draft_to_a_letter_that_is_issued_replaced_and_void(windows, letter):
    """ux 22, 27, 28, 30, 31, 34, 35"""
    hand_in(windows.author, letter, reason="主管部门另有书面要求。")
    remark_and_return(windows.legal)
    auditor_reads_along(windows.auditor, letter)
    accept_and_hand_in_again(windows.author, letter)
    see_what_changed(windows.legal, letter)
    approve(windows.legal)
    first = issue(windows.legal)
    verdict_of_picture_and_file(windows.outside, first, "有效 Valid")

    second = begin_the_next_version(windows.author, letter)
    windows.legal.goto(f"/letters/{second.pk}/review/")
    button(windows.legal, "批准").click()
    approve(windows.legal)
    newer = issue(windows.legal)
    windows.outside.reload()
    expect(windows.outside.get_by_role("status")).to_contain_text("已被替代 Superseded")

    void(windows.legal)
    verdict_of_picture_and_file(windows.outside, newer, "已作废 Void")
    auditor_finds_all_of_it(windows.auditor, letter, second)


def hand_in(author: Page, letter: Letter, reason: str = "") -> None:
    author.goto(f"/letters/{letter.pk}/check/")
    if reason:
        author.get_by_label("理由").fill(reason)
    button(author, "提交审核").click()
    expect(author.get_by_text("已提交审核。")).to_be_visible()


def remark_and_return(legal: Page) -> None:
    """A remark on a clause and a suggested answer."""
    legal.goto("/review/")
    legal.get_by_role("link", name="消费者信息保护服务承诺书").click()
    expect(legal.get_by_text("主管部门另有书面要求。")).to_be_visible()
    legal.locator("#clause-10").hover()
    legal.locator("#clause-10").get_by_role("link", name="写意见：").click()
    legal.get_by_role("textbox", name="写意见").fill("措辞再准一些。")
    button(legal, "保存意见").click()
    expect(legal.locator(".thread")).to_have_count(1)
    legal.locator("#answer-incident_report_hours").get_by_role("link", name="建议修改").click()
    legal.get_by_role("textbox", name="向监管部门报告时限").fill("4")
    button(legal, "提出建议").click()
    expect(legal.locator(".thread")).to_have_count(2)
    legal.get_by_role("link", name="退回修改").click()
    button(legal, "退回修改").click()
    expect(legal.get_by_text("已退回修改，起草人会收到通知。")).to_be_visible()


def auditor_reads_along(auditor: Page, letter: Letter) -> None:
    auditor.goto(f"/letters/{letter.pk}/review/")
    expect(auditor.locator(".thread")).to_have_count(2)
    expect(auditor.locator("main form")).to_have_count(0)


def accept_and_hand_in_again(author: Page, letter: Letter) -> None:
    """The finding is gone with the answer, and no reason is asked for."""
    author.goto(letter.get_absolute_url())
    author.get_by_role("link", name="看意见").click()
    author.get_by_role("button", name="采纳").click()
    expect(author.get_by_text("✓ 已采纳")).to_be_visible()
    remark = author.locator(".thread").last
    remark.locator("summary").click()
    remark.get_by_role("textbox").fill("已改。")
    remark.get_by_role("button", name="保存回复").click()
    expect(author.locator(".thread-reply")).to_have_text(re.compile("已改。"))
    author.get_by_role("link", name="修改并重新提交").click()
    expect(author.get_by_label("理由")).to_have_count(0)
    button(author, "提交审核").click()
    expect(author.locator(".status-badge")).to_have_text("待审核")


def see_what_changed(legal: Page, letter: Letter) -> None:
    legal.goto(f"/letters/{letter.pk}/review/")
    expect(legal.locator(".answer-changed")).to_have_count(1)
    expect(legal.locator(".answer-changed")).to_contain_text("72")
    legal.get_by_role("link", name="与第 1 版比较").click()
    expect(legal.locator(".redline ins")).to_contain_text(["4"])
    legal.get_by_label("仅看改动").check()
    expect(legal.locator(".letter .is-same:visible").first).to_be_visible()
    legal.get_by_role("link", name="回到审核页").click()
    button(legal, "批准").click()


def approve(legal: Page) -> None:
    legal.get_by_label("您的登录密码").fill(PASSWORD)
    button(legal, "批准").click()
    expect(legal.locator(".message")).to_contain_text(re.compile("已批准，编号 .+〔\\d{4}〕\\d+号"))


def issue(legal: Page) -> Download:
    """The PDF, as whoever issued the letter downloads it."""
    legal.get_by_role("link", name="签发承诺书").click()
    button(legal, "签发承诺书").click()
    expect(legal.locator(".message")).to_contain_text("已签发")
    with legal.expect_download() as download:
        legal.locator(".files").get_by_role("link", name=re.compile(r"\.pdf$")).click()
    return download.value


def verdict_of_picture_and_file(outside: Page, pdf: Download, words: str) -> None:
    """What a telephone reads on the last page leads to the verdict, and the file is held against it there."""
    content = pdf.path().read_bytes()
    outside.goto(picture_on_last_page(content))
    expect(outside.get_by_role("status").first).to_contain_text(words)
    expect(outside.get_by_text("不会离开这台设备")).to_be_visible()
    received = {"name": "收到的文件.pdf", "mimeType": "application/pdf", "buffer": content}
    outside.get_by_label("选择文件").set_input_files(received)
    button(outside, "核对").click()
    expect(outside.get_by_role("alert").filter(has_text="完全相同")).to_be_visible()


def picture_on_last_page(content: bytes) -> str:
    with pypdfium2.PdfDocument(BytesIO(content)) as file:
        (found,) = zxingcpp.read_barcodes(file[len(file) - 1].render(scale=150 / 72).to_pil())
        return found.text


def begin_the_next_version(author: Page, letter: Letter) -> Letter:
    """It starts from the answers that were approved, and is handed in as it stands."""
    author.goto(letter.get_absolute_url())
    button(author, "开始新版本").click()
    expect(author.get_by_text(f"签发后替代 {reread(letter).number}")).to_be_visible()
    newer = letter.successors.get()
    assert newer.answers == reread(letter).approved_revision.answers
    hand_in(author, newer)
    return newer


def void(legal: Page) -> None:
    legal.get_by_role("link", name="作废承诺书").click()
    legal.get_by_label("作废的原因").fill("盖错印章。")
    button(legal, "作废承诺书").click()
    expect(legal.locator(".message")).to_contain_text("已作废。")


def auditor_finds_all_of_it(auditor: Page, first: Letter, second: Letter) -> None:
    """In the register both, in the history of each every turn that it took."""
    auditor.goto("/register/")
    rows = auditor.locator(".register tbody tr")
    expect(rows).to_have_count(2)
    for letter, status, word in ((first, Status.SUPERSEDED, "已被替代"), (second, Status.VOID, "已作废")):
        assert reread(letter).status == status
        expect(rows.filter(has_text=reread(letter).number)).to_contain_text(word)
    for letter, turns in ((first, 6), (second, 4)):
        auditor.goto(f"/letters/{letter.pk}/history/")
        expect(auditor.locator(".timeline-turn")).to_have_count(turns)
        expect(auditor.locator("main form")).to_have_count(0)
