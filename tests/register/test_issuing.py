"""Issuing: the dates the letter states are fixed, the others asked; one winner, and a refusal changes nothing."""

from datetime import date

import pytest

from letters.actions.issue import IssueDates, issue_letter
from letters.actions.lay_out import choose_layout
from letters.models import Letter
from letters.workflow import Status
from letters.writers.bounds import DocumentTooLong
from letters.writers.formats import CharactersMissing
from letters.writers.options import Layout
from letters.writers.pdf_faults import PdfUnavailable
from tests.register.pages import url, words
from tests.states import approved, brought_to, finished, letter_in, print_quickly, reread

TYPED = {"sign_date": "2026-11-22", "valid_from": "2026年12月1日", "valid_to": "2027.11.30"}


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    print_quickly(monkeypatch)


@pytest.fixture
def client(as_person, lintao):
    return as_person(lintao)


@pytest.fixture
def letter(chenjing, lintao) -> Letter:
    """Its text states the day of signing and nothing about how long it is valid."""
    return approved(chenjing, lintao, "cip-1")


def issue(client, letter: Letter, **typed):
    return client.post(url("issue", letter), typed)


def test_the_page_says_what_follows_and_issues_nothing(client, letter):
    page = client.get(url("issue", letter))
    for said in (letter.number, "以后下载的始终是这两份文件", "收到的人凭核验码可以查到"):
        assert said in words(page)
    assert reread(letter).status == Status.APPROVED


@pytest.mark.parametrize(("layout", "named"), [(None, "公文版式"), (Layout.BUSINESS, "商务版式")])
def test_the_page_names_the_layout_that_is_kept_for_good(client, letter, lintao, layout, named):
    choose_layout(letter, layout, by=lintao)
    assert f"文件用{named}，签发后不能换" in words(client.get(url("issue", letter)))


@pytest.mark.parametrize(
    ("site", "verifies", "warned"),
    [
        ("http://127.0.0.1:8000", True, True),
        ("http://[::1]:8000", True, True),
        ("http://localhost", True, True),
        ("https://letters.example.cn", True, False),
        ("http://127.0.0.1:8000", False, False),
    ],
)
def test_an_address_that_nobody_else_can_open_is_warned_of(client, letter, settings, site, verifies, warned):
    settings.NUOCHENG_URL, settings.NUOCHENG_VERIFY = site, verifies
    assert ("只有这台机器打得开" in words(client.get(url("issue", letter)))) is warned


def test_what_the_letter_states_is_shown_and_not_asked(client, letter):
    page = client.get(url("issue", letter)).content.decode()
    assert "2026年11月22日" in page
    assert 'name="sign_date"' not in page
    assert 'name="valid_from"' in page


def test_dates_are_read_as_everywhere_and_the_letter_is_issued(client, letter, lintao):
    page = issue(client, letter, **TYPED)
    assert page.url == letter.get_absolute_url()
    issued = reread(letter)
    assert (issued.status, issued.issued_by) == (Status.ISSUED, lintao)
    assert (issued.signed_on, issued.valid_from, issued.valid_to) == (
        date(2026, 11, 22),
        date(2026, 12, 1),
        date(2027, 11, 30),
    )
    assert {file.kind for file in issued.artefacts.all()} == {"pdf", "docx"}


def test_without_a_last_day_it_is_valid_until_replaced(client, letter):
    issue(client, letter, **TYPED | {"valid_to": ""})
    assert reread(letter).valid_to is None


def test_a_day_that_the_letter_states_cannot_be_sent_otherwise(client, letter):
    issue(client, letter, **TYPED | {"sign_date": "2020-01-01"})
    assert reread(letter).signed_on == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"valid_from": ""}, "填写“有效期起”"),
        ({"valid_from": "明天"}, "不是日期"),
        ({"valid_to": "2026-02-30"}, "日历上没有"),
        ({"valid_to": "2026-11-30"}, "早于有效期起"),
        ({"valid_from": "\x00<script>" * 9_000}, "内容太长"),
    ],
)
def test_dates_that_will_not_do_are_named_and_kept(client, letter, changed, said):
    page = issue(client, letter, **TYPED | changed)
    assert page.status_code == 422
    assert said in words(page)
    assert "<script>" not in page.content.decode()
    assert reread(letter).status == Status.APPROVED


def test_a_letter_without_a_last_day_says_so_and_takes_none(client, chenjing, lintao):
    letter = approved(chenjing, lintao, "cip-2", valid_to="")
    page = client.get(url("issue", letter))
    assert "没有止日，持续有效" in words(page)
    assert 'name="valid_to"' not in page.content.decode()
    issue(client, letter, valid_to="2027-11-30")
    assert reread(letter).valid_to is None


def test_the_action_itself_takes_no_other_last_day(chenjing, lintao):
    letter = approved(chenjing, lintao, "cip-2", valid_to="")
    dates = IssueDates(date(2026, 11, 22), date(2026, 12, 1), date(2027, 11, 30))
    with pytest.raises(ValueError, match="这里也不填"):
        issue_letter(letter, by=lintao, dates=dates)


@pytest.mark.parametrize(
    "refusal", [CharactersMissing("字体缺少这些字：𰻞。"), DocumentTooLong("太长。"), PdfUnavailable("没有字体。")]
)
def test_a_file_that_cannot_be_made_leaves_everything_as_it_was(client, letter, monkeypatch, refusal):
    def refuse(letter):
        raise refusal

    monkeypatch.setattr("letters.actions.issue.printed", refuse)
    page = issue(client, letter, **TYPED)
    assert page.status_code == 422
    assert str(refusal) in words(page)
    after = reread(letter)
    assert (after.status, after.version, after.artefacts.count()) == (Status.APPROVED, letter.version, 0)


def test_the_second_window_is_told_who_was_first_and_when(client, letter):
    issue(client, letter, **TYPED)
    first = reread(letter)
    for page in (issue(client, letter, **TYPED | {"valid_from": "2030-01-01"}), client.get(url("issue", letter))):
        assert page.status_code == 409
        assert "林涛 已在" in words(page)
        assert "已签发" in words(page)
    assert reread(letter).valid_from == first.valid_from
    assert first.artefacts.count() == 2


@pytest.mark.parametrize("status", [status for status in Status if status not in (Status.APPROVED, Status.DRAFT)])
def test_only_an_approved_letter_is_issued(client, chenjing, lintao, status):
    letter = letter_in(status, chenjing, lintao)
    assert issue(client, letter, **TYPED).status_code == 409
    assert reread(letter).status == status


@pytest.mark.parametrize(("role", "refused"), [("chenjing", 403), ("helei", 403), ("wanghao", 404), ("zhoumin", 404)])
def test_only_legal_issues(request, as_person, letter, role, refused):
    client = as_person(request.getfixturevalue(role))
    assert client.get(url("issue", letter)).status_code == refused
    assert issue(client, letter, **TYPED).status_code == refused
    assert reread(letter).status == Status.APPROVED


def test_legal_may_issue_an_own_letter_that_somebody_else_approved(client, lintao, administrator):
    administrator.groups.add(lintao.groups.get())
    letter = brought_to(Status.APPROVED, finished(lintao), administrator)
    issue(client, letter, **TYPED)
    assert reread(letter).status == Status.ISSUED


def test_what_is_superseded_is_said_before_and_done_after(client, chenjing, lintao):
    """ux 35"""
    earlier = letter_in(Status.ISSUED, chenjing, lintao)
    client.post(url("renew", earlier))
    newer = earlier.successors.get()
    assert newer.owner == lintao
    Letter.objects.filter(pk=newer.pk).update(owner=chenjing)
    newer = brought_to(Status.APPROVED, reread(newer), lintao)
    assert earlier.number in words(client.get(url("issue", newer)))
    issue(client, newer, **TYPED)
    assert reread(earlier).status == Status.SUPERSEDED


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(client, letter, method):
    assert getattr(client, method)(url("issue", letter)).status_code == 405
