"""Downloads: right kind, right name, a watermark until approved, and nothing silent about missing characters."""

import hashlib
from io import BytesIO
from urllib.parse import quote, unquote
from zipfile import ZipFile

import pypdfium2.raw as pdfium
import pytest
from django.urls import reverse

from letters.actions.printing import printed
from letters.models import Letter
from letters.workflow import Status
from tests.answers import example_answers
from tests.states import approved, issued, letter_in
from tests.wizard.pages import begun
from tests.writers.pdf_file import opened

KINDS = {"pdf": b"%PDF-", "docx": b"PK\x03\x04", "txt": "消费者".encode()}


@pytest.fixture
def client(as_person, chenjing):
    return as_person(chenjing)


@pytest.mark.parametrize("extension", KINDS)
def test_a_letter_leaves_as_a_file(client, chenjing, extension):
    """ux 33"""
    letter = begun("cip-1", chenjing, **example_answers("cip-1"))
    reply = client.get(reverse("letter_file", args=[letter.pk, extension]))
    assert reply.status_code == 200
    assert reply.content.startswith(KINDS[extension])
    named = reply.headers["Content-Disposition"]
    assert named.startswith("attachment; filename*=utf-8''")
    assert quote("杭州示例科技有限公司-消费者信息保护服务承诺书") in named
    assert named.endswith("." + extension)


def test_the_number_stands_in_the_name_and_in_the_letter(client, chenjing, lintao):
    """ux 33"""
    letter = approved(chenjing, lintao, "ipc-2")
    reply = client.get(reverse("letter_file", args=[letter.pk, "txt"]))
    assert quote(letter.number) in reply.headers["Content-Disposition"]
    assert f"承诺书编号：{letter.number}\n" in reply.content.decode()


def word_parts(content: bytes) -> str:
    with ZipFile(BytesIO(content)) as parts:
        return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist() if "header" in name)


@pytest.mark.parametrize(
    ("status", "mark"),
    [("draft", "草稿"), ("returned", "草稿"), ("submitted", "待审核"), ("approved", ""), ("issued", "")],
)
def test_a_letter_says_what_it_is_until_approved(client, chenjing, lintao, status, mark):
    letter = letter_in(Status(status), chenjing, lintao)
    content = b"".join(client.get(reverse("letter_file", args=[letter.pk, "docx"])))
    found = [word for word in ("草稿", "待审核", "已作废") if word in word_parts(content)]
    assert found == ([mark] if mark else [])


@pytest.mark.parametrize(("status", "said"), [("draft", True), ("submitted", True), ("approved", False)])
def test_the_watermark_is_announced_until_the_letter_is_approved(client, chenjing, lintao, status, said):
    page = client.get(letter_in(Status(status), chenjing, lintao).get_absolute_url()).content.decode()
    assert ("文件带“草稿”水印" in page) is said


def test_a_letter_with_gaps_is_a_draft_whatever_its_state(client, chenjing):
    letter = begun("cip-1", chenjing)
    Letter.objects.filter(pk=letter.pk).update(status="submitted")
    reply = client.get(reverse("letter_file", args=[letter.pk, "docx"]))
    assert "草稿" in word_parts(reply.content)


def test_what_was_issued_is_the_same_bytes_for_ever(client, chenjing, lintao, monkeypatch):
    """ux 32"""
    letter = issued(chenjing, lintao)
    first = b"".join(client.get(reverse("letter_file", args=[letter.pk, "pdf"])))
    monkeypatch.setattr("letters.writers.formats.render_pdf_apart", None)
    reply = client.get(reverse("letter_file", args=[letter.pk, "pdf"]))
    assert b"".join(reply) == first
    assert hashlib.sha256(first).hexdigest() in reply.headers["ETag"]
    assert first.startswith(b"%PDF-")


def test_characters_that_no_font_has_are_named_and_not_printed(client, chenjing):
    letter = begun("cip-1", chenjing, **example_answers("cip-1", work_name="测试\U000f1234字"))
    reply = client.get(reverse("letter_file", args=[letter.pk, "pdf"]))
    assert reply.status_code == 422
    assert "\U000f1234" in reply.content.decode()
    assert client.get(reverse("letter_file", args=[letter.pk, "docx"])).status_code == 200


def test_an_answer_too_long_is_refused_and_does_not_reach_the_letter(client, chenjing):
    letter = begun("cip-1", chenjing, **example_answers("cip-1", work_name="甲" * 100_000))
    assert client.get(reverse("letter_file", args=[letter.pk, "pdf"])).status_code == 200
    assert "［工作名称待填］" in client.get(reverse("letter_file", args=[letter.pk, "txt"])).content.decode()


@pytest.mark.parametrize("letter_id", ["cip-1", "cip-2", "osp-1", "ipc-2"])
@pytest.mark.parametrize("extension", ["pdf", "docx", "txt"])
def test_blank_forms_can_be_taken_along(client, letter_id, extension):
    reply = client.get(reverse("blank_file", args=[letter_id, extension]))
    assert reply.status_code == 200
    assert quote("承诺书") in reply.headers["Content-Disposition"]


def test_the_blank_form_in_word_can_be_filled_in_there(client):
    reply = client.get(reverse("blank_file", args=["cip-1", "docx"]))
    with ZipFile(BytesIO(reply.content)) as parts:
        assert b'<w:tag w:val="entity_name"/>' in parts.read("word/document.xml")
        assert b"<entity_name/>" in parts.read("customXml/item1.xml")


def test_the_blank_form_can_be_filled_in_as_a_pdf(client):
    page = client.get(reverse("library_letter", args=["cip-1"])).content.decode()
    assert reverse("fillable_file", args=["cip-1"]) in page
    reply = client.get(reverse("fillable_file", args=["cip-1"]))
    assert reply.content.startswith(b"%PDF-")
    assert counted_fields(reply) > 20
    assert "（可填写）" in name_of(reply)
    assert counted_fields(client.get(reverse("blank_file", args=["cip-1", "pdf"]))) == 0
    assert client.get(reverse("fillable_file", args=["cip-99"])).status_code == 404


def counted_fields(reply) -> int:
    with opened(reply.content) as file:
        return sum(pdfium.FPDFPage_GetAnnotCount(page) for page in file)


def test_a_format_we_do_not_make_is_not_found(client, chenjing):
    letter = begun("cip-1", chenjing)
    assert client.get(reverse("letter_file", args=[letter.pk, "odt"])).status_code == 404
    assert client.get(reverse("blank_file", args=["cip-1", "html"])).status_code == 404
    assert client.get(reverse("letter_file", args=[letter.pk, "pdf" * 300])).status_code == 404


LONG_COMPANY = "杭州" + "示例科技" * 49 + "公司"
LONGEST_ANSWER = LONG_COMPANY[:78] + "公司"


@pytest.mark.parametrize("extension", KINDS)
def test_a_long_company_name_cuts_neither_number_nor_title(client, chenjing, lintao, extension):
    """ux 33"""
    letter = approved(chenjing, lintao, "ipc-2", entity_name=LONGEST_ANSWER)
    named = name_of(client.get(reverse("letter_file", args=[letter.pk, extension])))
    assert letter.number.startswith(LONGEST_ANSWER)
    assert named.startswith("〔杭州示例科技")
    assert f"…承诺〔{letter.approved_at.year}〕1号〕{letter.title}-" in named
    assert len(named.encode()) <= 250


def test_what_is_stored_and_bundled_names_a_company_without_a_short_name_once(chenjing, lintao):
    letter = approved(chenjing, lintao, "cip-1", entity_name=LONGEST_ANSWER, entity_short_name="")
    for file in printed(letter):
        assert file.name.count("杭州") == 1
        assert len(f"50-{file.name}".encode()) <= 255


@pytest.mark.parametrize("extension", KINDS)
def test_a_company_name_of_two_hundred_characters_does_not_cut_the_title(client, chenjing, extension):
    letter = begun("cip-1", chenjing, **example_answers("cip-1"))
    Letter.objects.filter(pk=letter.pk).update(company=LONG_COMPANY)
    reply = client.get(reverse("letter_file", args=[letter.pk, extension]))
    assert reply.status_code == 200
    assert f"…-{letter.title}-" in name_of(reply)


def name_of(reply) -> str:
    return unquote(reply.headers["Content-Disposition"]).partition("''")[2]


def test_the_pages_take_a_company_name_of_two_hundred_characters(client, chenjing):
    letter = begun("cip-1", chenjing, **example_answers("cip-1", entity_name=LONG_COMPANY))
    Letter.objects.filter(pk=letter.pk).update(company=LONG_COMPANY)
    assert LONG_COMPANY in client.get(letter.get_absolute_url()).content.decode()
    assert LONG_COMPANY in client.get(reverse("desk")).content.decode()
