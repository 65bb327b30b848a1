"""Several letters as one ZIP: the stored bytes, a list and checksums; all that was chosen or nothing."""

import hashlib
import io
import re
import shutil
import subprocess
from datetime import date
from urllib.parse import unquote
from zipfile import ZipFile

import pytest

from letters.actions.attach import attach_scan
from letters.models import Artefact, Letter
from letters.register.bundle import LIST, MOST_LETTERS, SUMS
from letters.workflow import Status
from tests.register.pages import words
from tests.register.test_register_sheet import Sheet
from tests.states import approved, issue, letter_in, print_quickly

ADDRESS = "/register/letters.zip"


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    print_quickly(monkeypatch)


@pytest.fixture
def client(as_person, lintao):
    return as_person(lintao)


@pytest.fixture
def letters(chenjing, lintao) -> list[Letter]:
    """Two companies; one letter is void by now."""
    names = ("宁波示例贸易有限公司", "杭州示例科技有限公司")
    standing = [issue(approved(chenjing, lintao, "cip-1", entity_name=name), lintao) for name in names]
    return [*standing, letter_in(Status.VOID, chenjing, lintao, "cip-2")]


def ask(client, *keys):
    return client.get(ADDRESS, {"letter": keys})


def packed(client, letters: list[Letter]) -> bytes:
    return b"".join(ask(client, *(letter.pk for letter in letters)))


def contents(bundle: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(bundle)) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


def test_a_bundle_holds_the_stored_files_of_every_letter(client, letters):
    found = contents(packed(client, letters))
    stored = {file.sha256: file.name for letter in letters for file in letter.artefacts.all()}
    inside = {hashlib.sha256(each).hexdigest(): name for name, each in found.items() if name not in (LIST, SUMS)}
    assert {sha256: name[3:] for sha256, name in inside.items()} == stored
    assert len(stored) == 6


def test_the_checksums_are_those_of_all_the_other_files(client, letters, tmp_path):
    found = contents(packed(client, letters))
    sums = dict(reversed(line.split("  ", 1)) for line in found[SUMS].decode().splitlines())
    assert sums == {name: hashlib.sha256(each).hexdigest() for name, each in found.items() if name != SUMS}
    for name, each in found.items():
        (tmp_path / name).write_bytes(each)
    if tool := shutil.which("sha256sum"):
        assert subprocess.run([tool, "-c", SUMS], cwd=tmp_path, capture_output=True, check=False).returncode == 0
        (tmp_path / LIST).write_bytes(b"changed")
        assert subprocess.run([tool, "-c", SUMS], cwd=tmp_path, capture_output=True, check=False).returncode == 1


def test_the_list_says_of_every_file_whose_it_is_and_whether_it_stands(client, letters):
    found = contents(packed(client, letters))
    head, *rows = Sheet(found[LIST]).rows()
    titles = {title: column for column, title in head.items()}
    named = {row[titles["文件名"]]: row for row in rows}
    assert set(named) == set(found) - {LIST, SUMS}
    for name, row in named.items():
        assert row[titles["SHA-256"]] == hashlib.sha256(found[name]).hexdigest()
        assert row[titles["签署日期"]] == date(2026, 11, 22)
        assert row[titles["承诺书编号"]] in {letter.number for letter in letters}
    states = [row[titles["状态"]] for row in rows]
    assert (states.count("已签发"), states.count("已作废")) == (4, 2)


def test_the_same_letters_give_the_same_bytes_whatever_the_order(client, letters):
    once = packed(client, letters)
    assert packed(client, letters[::-1]) == once
    assert packed(client, letters[:2]) != once


def test_no_date_in_a_bundle_says_when_it_was_made(client, letters):
    made = packed(client, letters)
    days = set()
    for content in (made, contents(made)[LIST]):
        with ZipFile(io.BytesIO(content)) as file:
            days |= {about.date_time[:3] for about in file.infolist()}
    assert days == {(1980, 1, 1)}
    with ZipFile(io.BytesIO(contents(made)[LIST])) as book:
        said = re.findall(r"<dcterms:\w+[^>]*>([^<]*)<", book.read("docProps/core.xml").decode())
    assert said == ["1980-01-01T00:00:00Z"] * 2


def test_a_bundle_is_called_after_its_only_company(client, letters):
    one = ask(client, letters[0].pk)
    assert "宁波示例贸易有限公司-承诺书1份" in unquote(one.headers["Content-Disposition"])
    assert one.headers["Content-Type"] == "application/zip"
    assert int(one.headers["Content-Length"]) == len(b"".join(one))
    several = ask(client, *(letter.pk for letter in letters))
    assert "''承诺书3份" in unquote(several.headers["Content-Disposition"])
    several.close()


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ((), "还没有选"),
        (range(1, MOST_LETTERS + 2), "一次最多打包 50 份，选了 51 份"),
        ((9_999,), "有 1 份还没有签发"),
        (("abc", "９", "1" * 30, "\x00"), "有 4 份还没有签发"),
    ],
    ids=["none", "too many", "unknown", "no numbers"],
)
def test_what_cannot_be_packed_is_said(client, keys, said):
    page = ask(client, *keys)
    assert page.status_code == 422
    assert said in words(page)


def test_one_that_is_not_issued_yet_stops_all(client, chenjing, lintao, letters):
    waiting = approved(chenjing, lintao, "cip-2")
    assert ask(client, waiting.pk, letters[0].pk).status_code == 422


def test_nobody_packs_what_others_wrote(as_person, wanghao, zhoumin, helei, letters):
    assert ask(as_person(wanghao), letters[0].pk).status_code == 422
    assert ask(as_person(zhoumin), letters[0].pk).status_code == 403
    assert len(contents(packed(as_person(helei), letters))) == 8


@pytest.mark.parametrize("harm", [lambda path: path.unlink(), lambda path: path.write_bytes(b"other")])
def test_a_stored_file_that_was_harmed_is_not_handed_on(client, letters, harm):
    file: Artefact = letters[0].artefacts.first()
    assert packed(client, letters[:1])
    file.path.chmod(0o600)
    harm(file.path)
    page = ask(client, letters[0].pk)
    assert page.status_code == 422
    assert f"{letters[0].number} 的存档文件丢失或与登记的校验值不符" in words(page)


def test_scans_stay_where_they_are(client, letters, lintao):
    attach_scan(letters[0], by=lintao, name="扫描件.pdf", content_type="application/pdf", content=b"%PDF-1.7 scan")
    assert letters[0].artefacts.count() == 3
    assert b"%PDF-1.7 scan" not in contents(packed(client, letters)).values()


def test_only_issued_letters_can_be_ticked(client, chenjing, lintao, letters):
    waiting = approved(chenjing, lintao, "cip-2")
    page = client.get("/register/").content.decode()
    for letter in letters:
        assert f'name="letter" value="{letter.pk}" form="bundle"' in page
    assert f'value="{waiting.pk}" form="bundle"' not in page


@pytest.mark.parametrize("count", [1, 3])
def test_a_bundle_takes_the_same_queries_however_many(client, letters, count, django_assert_num_queries):
    with django_assert_num_queries(5):
        packed(client, letters[:count])
