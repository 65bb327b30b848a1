"""The redline as a Word file: Word's own buttons make either version of it, and the comments stand at their clauses."""

import subprocess
import sys
from datetime import datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings

from letters.definitions.catalogue import letter_definition, letter_definitions
from letters.document.blocks import AnnexLine, Document, Heading, Item, Paragraph, Text, Title, Value
from letters.document.build import build_blank_form, build_document
from letters.questions.answers import read_answers
from letters.writers.bounds import MOST_BLOCKS, DocumentTooLong
from letters.writers.docx import render_docx
from letters.writers.docx_redline import render_redline_docx
from letters.writers.options import DRAFT, Layout, PrintOptions, Watermark
from tests.answers import example_answers
from tests.document.versions import letter, versions
from tests.generated_answers import typed_answers
from tests.writers.libreoffice import needs_libreoffice, settled_by_libreoffice
from tests.writers.sample_letter import sample_letter
from tests.writers.test_docx import faults_found_in
from tests.writers.tracked_changes import accepted, rejected
from tests.writers.word_file import Counting, bare, opened, package_of, part, text_of

ROOT = Path(__file__).parents[2]
DATE = datetime(2026, 11, 22, 14, 8, tzinfo=timezone(timedelta(hours=8)))
TITLE = Title((Text("承诺书"),))
CHECKS, TRAINING, HOTLINE = (
    (Text(words),) for words in ("每日检查系统并记录结果。", "定期对全体员工培训。", "公布投诉电话。")
)
MARKS = "//w:ins | //w:del | //w:pPrChange"
PRINT_HASH = """
from datetime import datetime
from hashlib import sha256
from letters.document.blocks import Document
from letters.writers.docx_redline import render_redline_docx
from tests.writers.sample_letter import sample_letter
older, newer = sample_letter(), sample_letter()
newer = Document("x/1", newer.title, newer.author, newer.blocks[:9] + newer.blocks[11:])
print(sha256(render_redline_docx(older, newer, author="陈静", date=datetime(2026, 11, 22))).hexdigest())
"""


def redline(older: Document, newer: Document) -> bytes:
    return render_redline_docx(older, newer, author="陈静", date=DATE)


def shortened(document: Document) -> Document:
    return Document("x/1", document.title, document.author, document.blocks[:9] + document.blocks[11:])


def built(letter_id: str, **changed) -> Document:
    definition = letter_definition(letter_id)
    return build_document(definition, read_answers(definition, example_answers(letter_id, **changed)))


def body(content: bytes):
    return opened(content).element


def as_set(content: bytes) -> list[tuple[str, str, str]]:
    """Style, number and words of every paragraph."""
    word = opened(content)
    counting = Counting(word)
    return [(one.style.style_id, counting.number(one), one.text) for one in word.paragraphs]


def agrees(older: Document, newer: Document) -> None:
    content = redline(older, newer)
    assert text_of(accepted(content)) == bare(newer.text)
    assert text_of(rejected(content)) == bare(older.text)


@settings(max_examples=60, deadline=None)
@given(versions())
def test_accepting_all_is_the_newer_text_and_rejecting_all_the_older(pair):
    agrees(*pair)


@pytest.mark.parametrize("letter_id", letter_definitions())
def test_every_letter_of_the_library_can_be_accepted_and_rejected(letter_id, tmp_path):
    definition = letter_definition(letter_id)

    @settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
    @given(typed_answers(letter_id))
    def agree(typed):
        agrees(build_document(definition, read_answers(definition, typed)), built(letter_id))

    agree()
    content = redline(build_blank_form(definition), built(letter_id))
    assert faults_found_in(content, tmp_path) == []


@pytest.mark.parametrize("letter_id", ["cip-1", "cip-3", "csq-4"])
def test_word_sets_and_counts_either_version_as_its_own_file_does(letter_id):
    older = built(letter_id)
    newer = built(letter_id, clause_reservation="no", third_party_sharing="no", info_categories=["contact", "minor"])
    content = redline(older, newer)
    assert older.text != newer.text
    assert as_set(accepted(content)) == as_set(render_docx(newer, DRAFT))
    assert as_set(rejected(content)) == as_set(render_docx(older, DRAFT))


def test_every_mark_is_signed_and_has_a_number_of_its_own():
    marks = body(redline(built("cip-1"), built("cip-1", clause_reservation="no"))).xpath(MARKS)
    assert marks
    assert {mark.get(qn("w:author")) for mark in marks} == {"陈静"}
    assert {mark.get(qn("w:date")) for mark in marks} == {"2026-11-22T14:08:00Z"}
    ids = [mark.get(qn("w:id")) for mark in marks]
    assert len(ids) == len(set(ids))


def test_a_changed_figure_is_all_that_is_marked():
    older = letter(TITLE, Paragraph((Text("每日检查系统"), Value("k", "2"), Text("次，逐次记录结果。"))))
    newer = letter(TITLE, Paragraph((Text("每日检查系统"), Value("k", "12"), Text("次，逐次记录结果。"))))
    found = body(redline(older, newer))
    assert found.xpath("//w:del//w:delText/text()") == ["2"]
    assert found.xpath("//w:ins//w:t/text()") == ["12"]
    assert found.xpath("//w:del//w:t | //w:pPr//w:ins | //w:pPr//w:del | //w:pPrChange") == []


def test_a_number_that_only_follows_is_left_to_word():
    older = letter(Heading(1, "一、", CHECKS), Heading(1, "二、", TRAINING), Heading(1, "三、", HOTLINE))
    newer = letter(Heading(1, "一、", CHECKS), Heading(1, "二、", HOTLINE))
    content = redline(older, newer)
    assert len(body(content).xpath("//w:ins | //w:del")) == 2
    assert text_of(accepted(content)) == bare(newer.text)


def test_new_clauses_are_marked_as_if_typed_after_the_one_before():
    older = letter(Heading(1, "一、", CHECKS), Item(2, "1.", CHECKS), Heading(1, "二、", HOTLINE))
    newer = letter(*older.blocks[:2], Item(2, "2.", TRAINING), older.blocks[2])
    paragraphs = body(redline(older, newer)).xpath("//w:body/w:p")
    assert [len(one.xpath("w:pPr/w:rPr/w:ins")) for one in paragraphs] == [0, 1, 0, 0]
    assert [len(one.xpath("w:ins")) for one in paragraphs] == [0, 0, 1, 0]


def test_versions_without_a_difference_have_no_mark():
    assert body(redline(sample_letter(), sample_letter())).xpath(MARKS) == []


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ((TITLE, Paragraph(CHECKS)), (TITLE, Paragraph(CHECKS), AnnexLine(TRAINING), AnnexLine(HOTLINE))),
        ((TITLE, Paragraph(CHECKS), AnnexLine(TRAINING), AnnexLine(HOTLINE)), (TITLE, Paragraph(CHECKS))),
        (
            (TITLE, Paragraph(CHECKS), Paragraph(CHECKS), AnnexLine(HOTLINE)),
            (TITLE, Paragraph(TRAINING), Paragraph(TRAINING)),
        ),
        ((), (TITLE, Paragraph(CHECKS))),
        ((TITLE, Paragraph(CHECKS)), ()),
    ],
    ids=["came", "went", "replaced", "all came", "all went"],
)
def test_the_end_of_the_letter_can_change_too(older, newer, tmp_path):
    content = redline(letter(*older), letter(*newer))
    for made, document in ((accepted(content), letter(*newer)), (rejected(content), letter(*older))):
        wanted = [one for one in as_set(render_docx(document, DRAFT)) if document.blocks]
        assert [one for one in as_set(made) if one[2]] == wanted
    assert faults_found_in(content, tmp_path) == []


def test_numbers_that_word_cannot_count_are_words(tmp_path):
    older = letter(Heading(1, "一、", CHECKS), Heading(1, "三、", TRAINING), Item(2, "1.1", HOTLINE))
    newer = letter(Heading(1, "一、", CHECKS), Heading(1, "四、", TRAINING), Item(2, "1.1", HOTLINE))
    content = redline(older, newer)
    assert body(content).xpath("//w:numPr") == []
    assert body(content).xpath("//w:delText/text() | //w:ins//w:t/text()") == ["三、", "四、"]
    assert as_set(accepted(content))[2] == ("Clause2", "", "1.1 公布投诉电话。")
    agrees(older, newer)
    assert faults_found_in(content, tmp_path) == []


def test_a_clause_set_on_another_level_is_a_change_of_its_paragraph(tmp_path):
    older = letter(Heading(1, "一、", CHECKS), Item(2, "1.", TRAINING), Item(3, "（1）", HOTLINE))
    newer = letter(Heading(1, "一、", CHECKS), Item(2, "1.", TRAINING), Item(2, "2.", HOTLINE))
    content = redline(older, newer)
    assert len(body(content).xpath(MARKS)) == 1
    assert as_set(accepted(content)) == as_set(render_docx(newer, DRAFT))
    assert as_set(rejected(content)) == as_set(render_docx(older, DRAFT))
    assert faults_found_in(content, tmp_path) == []


def test_a_heading_without_a_number_gets_none_from_its_style():
    older = letter(Heading(1, "一、", CHECKS), Heading(1, "", TRAINING))
    newer = letter(Heading(1, "一、", CHECKS), Heading(1, "二、", TRAINING))
    agrees(older, newer)
    agrees(newer, older)
    assert 'w:numId w:val="0"' in body(redline(older, newer)).xml


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_same_versions_give_same_bytes_in_another_process(seed):
    environment = {"PYTHONHASHSEED": seed, "TZ": "Asia/Shanghai"}
    there = subprocess.run(
        [sys.executable, "-c", PRINT_HASH], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    here = render_redline_docx(sample_letter(), shortened(sample_letter()), author="陈静", date=datetime(2026, 11, 22))
    assert there.stdout.strip() == sha256(here).hexdigest()


def test_the_file_is_a_working_paper_and_says_so():
    content = redline(sample_letter(), shortened(sample_letter()))
    word = opened(content)
    assert word.core_properties.title == "消费者信息保护服务承诺书（修订对照）"
    assert word.core_properties.author == word.core_properties.last_modified_by == "陈静"
    assert part(content, "word/header1.xml").xpath("//*[local-name()='textpath']/@string") == ["草稿"]
    assert len(word.settings.element.xpath("w:trackRevisions")) == 1


def test_it_is_printed_as_the_letter_is(tmp_path):
    business = PrintOptions(layout=Layout.BUSINESS, watermark=Watermark.IN_REVIEW)
    content = render_redline_docx(built("cpp-1"), built("cip-1"), author="陈静", date=DATE, options=business)
    said = {
        text
        for name in package_of(content).namelist()
        if name.startswith("word/header")
        for text in part(content, name).xpath("//*[local-name()='textpath']/@string | //*[local-name()='t']/text()")
    }
    assert {"待审核", "杭州示例科技有限公司"} <= said
    assert faults_found_in(content, tmp_path) == []


def test_a_finished_print_is_still_a_draft():
    content = render_redline_docx(sample_letter(), sample_letter(), author="陈静", date=DATE, options=PrintOptions())
    assert part(content, "word/header1.xml").xpath("//*[local-name()='textpath']/@string") == ["草稿"]


def test_checker_of_open_xml_finds_no_fault(tmp_path):
    assert faults_found_in(redline(sample_letter(), shortened(sample_letter())), tmp_path) == []
    assert faults_found_in(redline(shortened(sample_letter()), sample_letter()), tmp_path) == []


@pytest.mark.parametrize("kept", ["𠮷", "<w:p/>", "]]>", "%1", "前\x00后", "甲\r\n乙"])
def test_rare_characters_and_mark_up_survive_being_struck_out(kept):
    older, newer = letter(TITLE, Paragraph((Value("k", kept),))), letter(TITLE)
    struck = text_of(rejected(redline(older, newer)))
    assert struck == text_of(render_docx(older))


@pytest.mark.parametrize("place", [0, 1])
def test_a_version_that_is_too_long_is_refused_with_a_sentence(place):
    pair = [letter(TITLE), letter(TITLE)]
    pair[place] = letter(*(Paragraph(CHECKS),) * (MOST_BLOCKS + 1))
    with pytest.raises(DocumentTooLong, match=r"2001 段.*2000 段"):
        redline(*pair)


@needs_libreoffice
def test_the_buttons_of_libreoffice_make_either_version(tmp_path):
    older = built("cip-1")
    newer = built("cip-1", clause_reservation="no", third_party_sharing="no", info_categories=["contact", "minor"])
    content = redline(older, newer)
    for command, document in (("AcceptAllTrackedChanges", newer), ("RejectAllTrackedChanges", older)):
        assert bare(settled_by_libreoffice(content, command, tmp_path)) == bare(document.text)
