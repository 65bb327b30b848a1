"""What becomes of a letter that has its number: void, renewed, its scans, and its record on the letter's page."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from letters.models import Letter
from letters.workflow import NUMBERED, Status
from tests.register.pages import url, words
from tests.scans import JPEG, PDF, PNG
from tests.states import approved, issued, letter_in, print_quickly, reread

SCANS = {"pdf": (PDF, "application/pdf"), "png": (PNG, "image/png"), "jpg": (JPEG, "image/jpeg")}


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    print_quickly(monkeypatch)


@pytest.fixture
def client(as_person, lintao):
    return as_person(lintao)


@pytest.fixture
def letter(chenjing, lintao) -> Letter:
    return issued(chenjing, lintao)


def upload(client, letter: Letter, content: bytes, name: str = "扫描件.pdf"):
    return client.post(url("attach", letter), {"scan": SimpleUploadedFile(name, content)})


# Void


def test_void_with_a_reason(client, letter):
    """ux 35"""
    assert "不能恢复" in words(client.get(url("void", letter)))
    page = client.post(url("void", letter), {"reason": " 盖错印章 "}, follow=True)
    assert "已作废" in words(page)
    after = reread(letter)
    assert (after.status, after.void_reason, after.number) == (Status.VOID, "盖错印章", letter.number)


@pytest.mark.parametrize(
    ("reason", "said"), [("", "写明作废的原因"), (" \n", "写明作废的原因"), ("错" * 1_001, "最多 1000 个字")]
)
def test_a_reason_that_will_not_do_is_asked_again(client, letter, reason, said):
    page = client.post(url("void", letter), {"reason": reason})
    assert page.status_code == 422
    assert said in words(page)
    assert reread(letter).status == Status.ISSUED


def test_a_hostile_reason_stays_text(client, letter):
    client.post(url("void", letter), {"reason": "<script>alert(1)</script>\x00{{ letter }}"})
    page = client.get(letter.get_absolute_url()).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;{{ letter }}" in page


def test_void_twice_says_who_was_first(client, letter):
    client.post(url("void", letter), {"reason": "盖错印章"})
    page = client.post(url("void", letter), {"reason": "再来一次"})
    assert page.status_code == 409
    assert "林涛 已在" in words(page)
    assert reread(letter).void_reason == "盖错印章"


@pytest.mark.parametrize(("role", "refused"), [("chenjing", 403), ("helei", 403), ("wanghao", 404)])
def test_only_legal_declares_void(request, as_person, letter, role, refused):
    client = as_person(request.getfixturevalue(role))
    assert client.post(url("void", letter), {"reason": "错"}).status_code == refused
    assert reread(letter).status == Status.ISSUED


# The next version


@pytest.mark.parametrize("status", [Status.ISSUED, Status.EXPIRED])
def test_the_next_version_starts_from_the_answers(as_person, chenjing, lintao, status):
    letter = letter_in(status, chenjing, lintao)
    client = as_person(chenjing)
    page = client.post(url("renew", letter))
    newer = letter.successors.get()
    assert page.url == newer.get_absolute_url()
    assert (newer.status, newer.answers, newer.owner) == (Status.DRAFT, letter.answers, chenjing)


def test_pressing_twice_starts_one_version(as_person, chenjing, letter):
    client = as_person(chenjing)
    assert client.post(url("renew", letter)).url == client.post(url("renew", letter)).url
    assert letter.successors.count() == 1


@pytest.mark.parametrize("status", set(Status) - {Status.ISSUED, Status.EXPIRED})
def test_only_what_was_issued_has_a_next_version(as_person, chenjing, lintao, status):
    letter = letter_in(status, chenjing, lintao)
    count = Letter.objects.count()
    assert as_person(chenjing).post(url("renew", letter)).status_code == 403
    assert Letter.objects.count() == count


def test_an_auditor_starts_nothing_and_a_get_neither(as_person, helei, chenjing, letter):
    assert as_person(helei).post(url("renew", letter)).status_code == 403
    assert as_person(chenjing).get(url("renew", letter)).status_code == 405


# Scans


@pytest.mark.parametrize("ending", SCANS)
def test_a_scan_is_kept_and_downloaded_as_it_was(client, letter, ending):
    content, content_type = SCANS[ending]
    page = client.post(url("attach", letter), {"scan": SimpleUploadedFile("合同.exe", content)}, follow=True)
    scan = letter.artefacts.get(kind="scan")
    assert scan.name in words(page)
    assert scan.name.endswith(f".{ending}")
    reply = client.get(f"/letters/{letter.pk}/files/{scan.pk}/")
    assert b"".join(reply.streaming_content) == content
    assert reply.headers["Content-Type"] == content_type
    assert reply.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "是空的"),
        (b"MZ\x90\x00", "只收 PDF、PNG 或 JPG"),
        (b"<html>", "只收 PDF、PNG 或 JPG"),
        (PDF.ljust(20 * 1024 * 1024 + 1), "20 MB"),
    ],
    ids=["nothing", "a program", "a page", "too large"],
)
def test_what_is_no_scan_is_refused_in_words(client, letter, content, said):
    page = upload(client, letter, content)
    assert page.status_code == 422
    assert said in words(page)
    assert not letter.artefacts.filter(kind="scan").exists()


def test_nothing_chosen_is_said(client, letter):
    for sent in ({}, {"scan": "not a file"}):
        page = client.post(url("attach", letter), sent)
        assert page.status_code == 422
        assert "先选择扫描件" in words(page)


def test_the_same_scan_twice_is_kept_once(client, letter):
    upload(client, letter, PDF)
    page = upload(client, letter, PDF, "另一个名字.pdf")
    assert page.status_code == 409
    assert "已经在这份承诺书里" in words(page)
    assert letter.artefacts.filter(kind="scan").count() == 1


@pytest.mark.parametrize("name", ["../../etc/passwd", "a\u202efdp.exe", "<img src=x>.pdf", "名" * 300 + ".pdf", ".pdf"])
def test_a_hostile_name_is_made_harmless(client, letter, name):
    upload(client, letter, PDF, name)
    kept = letter.artefacts.get(kind="scan").name
    assert not set(kept) & set('\\/:*?"<>|\u202e')
    assert kept.endswith(".pdf")
    assert len(kept) <= 120


@pytest.mark.parametrize("status", Status)
def test_scans_are_for_letters_with_a_number(as_person, chenjing, lintao, status):
    letter = letter_in(status, chenjing, lintao)
    client = as_person(chenjing)
    wanted = 200 if status in NUMBERED else 403
    assert client.get(url("attach", letter)).status_code == wanted
    assert upload(client, letter, PDF).status_code == (302 if status in NUMBERED else 403)


@pytest.mark.parametrize(("role", "refused"), [("helei", 403), ("wanghao", 404), ("zhoumin", 404)])
def test_only_the_author_and_legal_add_scans(request, as_person, letter, role, refused):
    client = as_person(request.getfixturevalue(role))
    assert client.get(url("attach", letter)).status_code == refused
    assert upload(client, letter, PDF).status_code == refused


# The record


def test_the_record_says_everything_and_links_to_the_files(client, letter):
    """ux 32"""
    upload(client, letter, PDF)
    page = client.get(letter.get_absolute_url())
    code = "-".join(letter.code[place : place + 4] for place in (0, 4, 8, 12))
    for said in (letter.number, code, "2026-11-22", "林涛", *(file.sha256 for file in letter.artefacts.all())):
        assert said in words(page)
    for name in ("attach", "void"):
        assert url(name, letter) in page.content.decode()


def test_the_record_of_an_approved_letter_leads_to_issuing_and_shows_no_code(client, chenjing, lintao):
    letter = approved(chenjing, lintao)
    page = client.get(letter.get_absolute_url())
    assert url("issue", letter) in page.content.decode()
    assert letter.code[:4] not in words(page)


def test_auditors_read_the_record_and_are_offered_nothing(as_person, helei, letter):
    page = as_person(helei).get(letter.get_absolute_url()).content.decode()
    assert letter.number in page
    for name in ("issue", "void", "renew", "attach"):
        assert url(name, letter) not in page


def test_versions_lead_to_each_other(client, chenjing, lintao):
    earlier = letter_in(Status.SUPERSEDED, chenjing, lintao)
    newer = earlier.successors.get()
    assert newer.number in words(client.get(earlier.get_absolute_url()))
    assert earlier.number in words(client.get(newer.get_absolute_url()))


@pytest.mark.parametrize("status", set(Status) - NUMBERED - {Status.DRAFT})
def test_before_there_is_a_number_there_is_no_record(client, chenjing, lintao, status):
    assert "签发与文件" not in words(client.get(letter_in(status, chenjing, lintao).get_absolute_url()))
