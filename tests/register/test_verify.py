"""The public check: five answers and one for everything unknown; a file by its fingerprint; nothing else leaks."""

import hashlib
import re
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.utils import timezone

from letters.actions.attach import attach_scan
from letters.actions.void import void_letter
from letters.models import Letter
from letters.models.verification import CODE_ALPHABET, new_code, read_code, spelled
from letters.register.fingerprint import MOST_BYTES
from letters.workflow import Status
from tests.register.dated import valid_until
from tests.register.pages import words
from tests.states import approved, issued, letter_in, print_quickly

SAID = {
    Status.ISSUED: "尚未生效 Not yet in force",
    Status.VOID: "已作废 Void",
    Status.SUPERSEDED: "已被替代 Superseded",
    Status.EXPIRED: "已到期 Expired",
}
UNKNOWN = "查不到 Not found"


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    print_quickly(monkeypatch)
    monkeypatch.setattr("letters.register.verify_page.MOST", 10_000)


@pytest.fixture
def letter(chenjing, lintao) -> Letter:
    return valid_until(chenjing, lintao, None)


def address(letter: Letter) -> str:
    return f"/verify/{spelled(letter.code)}/"


def check_file(client, letter: Letter, content: bytes, name: str = "收到的.pdf"):
    return client.post(address(letter), {"file": SimpleUploadedFile(name, content)})


def check_hash(client, letter: Letter, content: bytes, **changed):
    sent = {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)} | changed
    return client.post(address(letter), sent)


# The code


@pytest.mark.parametrize("times", range(20))
def test_a_code_is_read_back_however_it_is_typed(times):
    code = new_code()
    for typed in (spelled(code), code.lower(), f" {spelled(code).replace('-', ' — ')}\n", code.replace("1", "l")):
        assert read_code(typed) == code
    assert read_code(code.replace("0", "o").replace("1", "I")) == code


def test_full_width_letters_and_dashes_are_read():
    assert read_code("ＡＢＣＤ－２３４５—ＥＦＧＨ 6789") == "ABCD2345EFGH6789"


@pytest.mark.parametrize(
    "typed", ["", "ABCD", "U" * 16, "A" * 17, "A" * 100_000, "中" * 16, "\x00" * 16, "'; DROP TABLE", "٣" * 16]
)
def test_what_can_be_no_code_is_none(typed):
    assert read_code(typed) == ""


def test_codes_leave_out_what_is_mistaken_for_something_else():
    assert not set("ILOU") & set(CODE_ALPHABET)


# The answers


@pytest.mark.parametrize("status", Status)
def test_every_state_has_its_word(client, chenjing, lintao, status):
    """ux 34: The usual example is valid from the end of the year."""
    letter = letter_in(status, chenjing, lintao)
    if not letter.code:
        return
    page = words(client.get(address(letter)))
    assert SAID.get(status, UNKNOWN) in page


def test_a_valid_letter_says_number_company_title_and_dates(client, letter):
    page = words(client.get(address(letter)))
    assert "有效 Valid" in page
    for said in (letter.number, letter.company, letter.title, "2026-11-22", "2020-01-01 起持续有效"):
        assert said in page


@pytest.mark.parametrize(("days", "said"), [(-1, "已到期 Expired"), (0, "有效 Valid"), (1, "有效 Valid")])
def test_the_last_day_counts_even_before_the_nightly_round(client, chenjing, lintao, days, said):
    letter = valid_until(chenjing, lintao, timezone.localdate() + timedelta(days=days))
    assert letter.status == Status.ISSUED
    assert said in words(client.get(address(letter)))


def test_void_goes_before_expired(client, chenjing, lintao):
    letter = valid_until(chenjing, lintao, date(2020, 2, 2))
    void_letter(letter, by=lintao, reason="盖错印章")
    assert "已作废 Void" in words(client.get(address(letter)))


@pytest.mark.parametrize("declared_void", [False, True])
def test_what_was_never_issued_is_unknown(client, chenjing, lintao, declared_void):
    letter = approved(chenjing, lintao)
    if declared_void:
        void_letter(letter, by=lintao, reason="盖错印章")
    assert UNKNOWN in words(client.get(address(letter)))


def neutral(page) -> str:
    """Without what was typed, and the token and address that differ with every request."""
    text = re.sub(r'value="[^"]*"', "", page.content.decode())
    assert page.status_code == 200
    return text


@pytest.mark.parametrize("typed", ["ABCD", "UUUU-UUUU-UUUU-UUUU", "<script>alert(1)</script>", "0" * 200, "中文"])
def test_malformed_and_unknown_are_one_and_the_same_page(client, letter, typed):
    """ux 34"""
    unknown = new_code()
    page = client.get("/verify/", {"code": typed})
    assert neutral(page) == neutral(client.get("/verify/", {"code": unknown}))
    assert "<script>alert" not in page.content.decode()
    assert UNKNOWN in words(page)


@pytest.mark.parametrize("typed", ["ABCD", "0" * 16])
def test_an_unknown_code_takes_the_same_queries_as_a_malformed_one(
    client, letter, typed, django_assert_num_queries, monkeypatch
):
    monkeypatch.setattr("letters.register.verify_page.throttle", lambda *args, **limits: None)
    with django_assert_num_queries(1):
        client.get("/verify/", {"code": typed})


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL reads a short table whole, as it should.")
def test_the_code_is_found_without_reading_the_whole_table(letter):
    assert "letter_by_code" in Letter.objects.filter(code=letter.code, issued_at__isnull=False).explain()


def test_the_form_asks_and_answers(client, letter):
    assert "核验码" in words(client.get("/verify/"))
    assert letter.number in words(client.get("/verify/", {"code": letter.code.lower()}))


# What leaks


def test_no_name_of_staff_no_text_and_no_reason_is_shown(client, chenjing, lintao, wanghao):
    """ux 34"""
    letter = issued(chenjing, lintao, "cip-2")
    void_letter(letter, by=lintao, reason="内部原因")
    page = client.get(address(letter)).content.decode()
    for secret in ("陈静", "林涛", "chenjing", "lintao", "内部原因", "某某", letter.get_absolute_url()):
        assert secret not in page
    told = letter.approved_revision.values
    for name in ("contact_phone", "contact_email", "signatory_name", "complaint_hotline"):
        if told.get(name):
            assert told[name] not in page


def test_hashes_names_and_number_of_files_are_not_shown(client, letter):
    page = client.get(address(letter)).content.decode()
    for file in letter.artefacts.all():
        assert file.sha256 not in page
        assert file.name not in page


@pytest.mark.parametrize("path", ["/verify/", "/verify/?code=ABCD", "/verify/0000-0000-0000-0000/"])
def test_no_index_and_no_cache_keeps_it(client, db, path):
    reply = client.get(path)
    assert reply.headers["Cache-Control"] == "no-store"
    assert "noindex" in reply.headers["X-Robots-Tag"]


def test_it_needs_no_account_and_no_cookie_decides(client, as_person, zhoumin, letter):
    """ux 34"""
    assert "有效 Valid" in words(as_person(zhoumin).get(address(letter)))
    assert "sessionid" not in client.get(address(letter)).cookies


@pytest.mark.parametrize("path", ["/verify/", "/verify/ABCD/"])
def test_it_can_be_switched_off_and_nothing_leads_there(client, as_person, lintao, letter, settings, path):
    settings.NUOCHENG_VERIFY = False
    assert client.get(path).status_code == 404
    assert client.post(path).status_code == 404
    client = as_person(lintao)
    for page in ("/", letter.get_absolute_url(), "/register/"):
        assert "/verify/" not in client.get(page).content.decode()


def test_switched_on_it_is_linked_from_the_sign_in(client, db):
    """The control of the test above."""
    assert '"/verify/"' in client.get("/account/login/").content.decode()


def test_trying_many_codes_is_throttled(client, letter, monkeypatch):
    """ux 34"""
    monkeypatch.setattr("letters.register.verify_page.MOST", 3)
    replies = [client.get("/verify/", {"code": new_code()}).status_code for _ in range(4)]
    assert replies == [200, 200, 200, 429]
    assert client.get(address(letter)).status_code == 429
    assert check_hash(client, letter, b"x").status_code == 429
    assert client.get("/verify/").status_code == 200


# A file


@pytest.mark.parametrize("check", [check_file, check_hash], ids=["uploaded", "in the browser"])
def test_the_issued_files_match_whatever_they_are_called(client, letter, check):
    for file in letter.artefacts.all():
        page = words(check(client, letter, file.path.read_bytes()))
        assert "一致：与签发方存的" in page
        assert str(file.get_kind_display()) in page
        assert "有效 Valid" in page


@pytest.mark.parametrize("check", [check_file, check_hash], ids=["uploaded", "in the browser"])
def test_one_byte_more_does_not_match(client, letter, check):
    content = letter.artefacts.first().path.read_bytes()
    assert "不一致" in words(check(client, letter, content + b"\n"))


def test_a_registered_scan_matches(client, letter, lintao):
    attach_scan(letter, by=lintao, name="a.pdf", content_type="application/pdf", content=b"%PDF-scan")
    assert "扫描件" in words(check_file(client, letter, b"%PDF-scan"))


def test_a_file_of_another_letter_does_not_match(client, letter, chenjing, lintao):
    other = issued(chenjing, lintao)
    assert "不一致" in words(check_file(client, letter, other.artefacts.first().path.read_bytes()))


def test_the_right_file_of_a_void_letter_is_the_same_and_void(client, letter, lintao):
    content = letter.artefacts.first().path.read_bytes()
    void_letter(letter, by=lintao, reason="盖错印章")
    page = words(check_file(client, letter, content))
    assert "已作废 Void" in page
    assert "一致：与签发方存的" in page


@pytest.mark.parametrize("check", [check_file, check_hash], ids=["uploaded", "in the browser"])
def test_an_empty_file_and_one_too_large_are_said(client, letter, check):
    assert "是空的" in words(check(client, letter, b""))
    assert "超过 20 MB" in words(check(client, letter, b"x" * (MOST_BYTES + 1)))
    assert "不一致" in words(check(client, letter, b"x" * MOST_BYTES))


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"sha256": "", "size": ""},
        {"sha256": "z" * 64, "size": "3"},
        {"sha256": "a" * 65, "size": "3"},
        {"sha256": "a" * 64, "size": "-1"},
        {"sha256": "a" * 64, "size": "٣"},
        {"sha256": "a" * 64, "size": "9" * 5000},
        {"file": "not a file"},
    ],
)
def test_without_a_file_one_is_asked_for(client, letter, sent):
    page = client.post(address(letter), sent)
    assert page.status_code == 422
    assert "先选择收到的文件" in words(page)


def test_a_file_for_an_unknown_code_says_unknown_and_nothing_more(client, letter):
    content = letter.artefacts.first().path.read_bytes()
    page = client.post(f"/verify/{new_code()}/", {"file": SimpleUploadedFile("a.pdf", content)})
    assert neutral(page) == neutral(client.get("/verify/", {"code": new_code()}))


def test_an_uploaded_file_is_kept_nowhere(client, letter, settings, tmp_path):
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "uploads"
    settings.FILE_UPLOAD_TEMP_DIR.mkdir()
    before = set(tmp_path.rglob("*"))
    check_file(client, letter, b"x" * 3_000_000)
    assert set(tmp_path.rglob("*")) == before


def test_no_token_is_needed_as_nothing_is_changed(letter):
    client = Client(enforce_csrf_checks=True)
    assert "不一致" in words(check_file(client, letter, b"x"))


def test_a_torn_upload_is_a_page_and_no_fault(client, letter):
    reply = client.post(address(letter), b"--x\r\nContent-Disp", content_type="multipart/form-data; boundary=x")
    assert reply.status_code in (400, 422)


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(client, letter, method):
    assert getattr(client, method)(address(letter)).status_code == 405
    assert client.post("/verify/").status_code == 405
