"""The Word file says what the letter says, and gives Word nothing to repair."""

import subprocess
import sys
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from letters.definitions.catalogue import letter_definition, letter_definitions
from letters.document.blocks import Document, Paragraph, Text, Title, Value
from letters.document.build import build_blank_form, build_document
from letters.questions.answers import read_answers
from letters.writers.bounds import MOST_BLOCKS, MOST_CHARACTERS, DocumentTooLong
from letters.writers.docx import render_docx
from letters.writers.options import DRAFT
from tests.answers import example_answers
from tests.writers.sample_letter import letter_of, sample_letter
from tests.writers.word_file import bare, opened, package_of, part, text_of

ROOT = Path(__file__).parents[2]
PRINT_HASH = """
from hashlib import sha256
from letters.writers.docx import render_docx
from letters.writers.options import DRAFT
from tests.writers.sample_letter import sample_letter
print(sha256(render_docx(sample_letter(), DRAFT)).hexdigest())
"""


@pytest.fixture(scope="module")
def draft() -> bytes:
    return render_docx(sample_letter(), DRAFT)


@pytest.fixture(scope="module")
def final() -> bytes:
    return render_docx(sample_letter())


def test_words_and_numbers_are_those_of_the_letter(draft, final):
    assert text_of(draft) == text_of(final) == bare(sample_letter().text)


@pytest.mark.parametrize("letter_id", letter_definitions())
def test_every_letter_of_the_library_says_the_same_in_word(letter_id, tmp_path):
    definition = letter_definition(letter_id)
    filled = build_document(definition, read_answers(definition, example_answers(letter_id)))
    for document in (filled, build_document(definition, read_answers(definition, {})), build_blank_form(definition)):
        content = render_docx(document, DRAFT)
        assert text_of(content) == bare(document.text)
        assert faults_found_in(content, tmp_path) == []


def test_checker_of_open_xml_finds_no_fault(draft, final, tmp_path):
    assert faults_found_in(draft, tmp_path) == []
    assert faults_found_in(final, tmp_path) == []


def faults_found_in(content: bytes, folder: Path) -> list:
    file = folder / "letter.docx"
    file.write_bytes(content)
    return OpenXmlValidator().validate(file).errors


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_same_letter_gives_same_bytes_in_another_process(draft, seed):
    environment = {"PYTHONHASHSEED": seed, "TZ": "Asia/Shanghai"}
    there = subprocess.run(
        [sys.executable, "-c", PRINT_HASH], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert there.stdout.strip() == sha256(draft).hexdigest()


def test_package_has_a_fixed_order_and_date(draft):
    with package_of(draft) as package:
        names = package.namelist()
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])


def test_nothing_of_another_template_is_left_over(draft):
    with package_of(draft) as package:
        names = package.namelist()
        content = b"".join(package.read(name) for name in names)
    assert not [name for name in names if "stylesWithEffects" in name or "thumbnail" in name or "customXml" in name]
    assert b"python-docx" not in content
    assert b"ja-JP" not in content


def test_properties_name_letter_and_company(final):
    properties = opened(final).core_properties
    assert properties.title == "消费者信息保护服务承诺书"
    assert properties.author == properties.last_modified_by == "示例科技有限公司"
    assert properties.identifier == "cip-1/1"
    assert properties.language == "zh-CN"
    assert properties.created == properties.modified == datetime(2026, 1, 1, tzinfo=UTC)


def test_long_title_and_author_are_cut_in_the_properties_only():
    long = "甲" * 300
    document = Document("cip-1/1", long, long, (Title((Text(long),)),))
    content = render_docx(document)
    assert opened(content).core_properties.author == "甲" * 255
    assert text_of(content) == long


@pytest.mark.parametrize("refused", ["\x00", "\x0b", "\x1f", "\x7f", "\x85", "\ud800", "\ufffe", "\ufdd0"])
def test_characters_that_xml_refuses_are_dropped(refused):
    document = letter_of(Text(f"前{refused}后"), Value("entity_name", refused))
    assert text_of(render_docx(document, DRAFT)) == "承诺书前后"


@pytest.mark.parametrize("kept", ["𠮷", "😀", "👩\u200d💻", "龘", "〔〕", "☑", "&lt;", "<w:p/>", "]]>", "%1"])
def test_rare_characters_and_mark_up_survive(kept):
    assert text_of(render_docx(letter_of(Value("entity_name", kept)))) == f"承诺书{kept}"


def test_line_breaks_within_an_answer_stay_in_its_paragraph():
    paragraph = opened(render_docx(letter_of(Value("items", "甲\r\n乙\n丙")))).paragraphs[1]
    assert paragraph.text == "甲\n乙\n丙"


def test_blanks_at_the_ends_of_a_run_are_kept():
    paragraph = opened(render_docx(letter_of(Text("甲 "), Text(" 乙")))).paragraphs[1]
    assert paragraph.text == "甲  乙"


def test_too_many_paragraphs_are_refused_with_a_sentence():
    document = Document("x/1", "承诺书", "", (Paragraph((Text("甲"),)),) * (MOST_BLOCKS + 1))
    with pytest.raises(DocumentTooLong, match=r"2001 段.*2000 段"):
        render_docx(document)


def test_too_many_characters_are_refused_with_a_sentence():
    with pytest.raises(DocumentTooLong, match="缩短填写内容后再导出"):
        render_docx(letter_of(Text("甲" * MOST_CHARACTERS)))


def test_draft_bears_the_watermark_on_odd_and_even_pages(draft):
    with package_of(draft) as package:
        headers = [name for name in package.namelist() if name.startswith("word/header")]
    marks = [part(draft, header).xpath("//*[local-name()='textpath']/@string") for header in headers]
    assert marks == [["草稿"], ["草稿"]]
    types = part(draft, "word/document.xml").xpath("//*[local-name()='headerReference']")
    assert {reference.get(qn("w:type")) for reference in types} == {"default", "even"}


def test_final_letter_bears_no_watermark(final):
    with package_of(final) as package:
        assert not [name for name in package.namelist() if name.startswith("word/header")]


def test_missing_answers_are_shaded_in_drafts_only(draft, final):
    assert "w:shd" in opened(draft).styles["待填"].element.xml
    assert {run.text for run in runs_in_style(draft, "待填")} == {"［个人信息保护负责人待填］"}
    assert runs_in_style(final, "待填") == []


def runs_in_style(content: bytes, style: str) -> list:
    return [run for paragraph in opened(content).paragraphs for run in paragraph.runs if run.style.name == style]
