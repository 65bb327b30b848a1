"""Word counts the clauses itself wherever it would print the same numbers; elsewhere the numbers are typed."""

import shutil
import subprocess

import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from letters.document.blocks import Document, Heading, Item, Text
from letters.writers.docx import render_docx
from tests.writers.sample_letter import numbered_letter, sample_letter
from tests.writers.word_file import ADDED, bare, opened, text_of

SCHEMES = [
    ("一、", "（一）", "1."),
    ("一、", "1.", "（1）"),
    ("1.", "（1）", "①"),
    ("1.", "1.1", "1.1.1"),
    ("1.", "1.1", "（1）"),
    ("第一章", "第一条", "（一）", "1."),
    ("第一条", "1."),
]
DEEP = (1, *(2, 3, 3, 2, 3) * 7, *(1, 2, 3) * 11)


def counted_by_word(content: bytes) -> list[bool]:
    letter = (paragraph for paragraph in opened(content).paragraphs if paragraph._p.style not in {*ADDED, None})
    return [paragraph._p.pPr.numPr is not None for paragraph in letter]


@pytest.mark.parametrize("scheme", SCHEMES, ids="".join)
def test_word_counts_every_scheme_of_the_library(scheme):
    document = numbered_letter(scheme, DEEP)
    content = render_docx(document)
    assert text_of(content) == bare(document.text)
    assert counted_by_word(content) == [False] + [True] * len(DEEP)


@settings(deadline=None, max_examples=60)
@given(scheme=st.sampled_from([*SCHEMES, ("一、", "1.1"), ("①",)]), levels=st.lists(st.integers(1, 5), max_size=40))
def test_no_order_of_clauses_changes_a_number(scheme, levels):
    document = numbered_letter(scheme, tuple(levels))
    assert text_of(render_docx(document)) == bare(document.text)


def test_articles_count_on_over_the_chapters_in_a_list_of_their_own():
    content = render_docx(numbered_letter(("第一章", "第一条"), (1, 2, 2, 1, 2)))
    lists = [number.numId.val for number in opened(content).element.body.xpath("w:p/w:pPr/w:numPr")]
    assert lists == [1, 2, 2, 1, 2]
    assert "第三条" in text_of(content)


@pytest.mark.parametrize(
    ("blocks", "why"),
    [
        ((Heading(1, "一、", (Text("甲"),)), Heading(1, "三、", (Text("乙"),))), "a number left out"),
        ((Heading(1, "一、", (Text("甲"),)), Item(2, "1.1", (Text("乙"),))), "not every program counts 一 as 1"),
        ((Heading(1, "一、", (Text("甲"),)), Item(3, "（1）", (Text("乙"),))), "a level left out"),
        ((Item(1, "1.1.1", (Text("甲"),)),), "more counters than levels"),
        ((Item(1, "甲.", (Text("甲"),)), Item(1, "乙.", (Text("乙"),))), "a way to count that is not ours"),
    ],
)
def test_numbers_that_word_would_not_print_are_typed(blocks, why):
    document = Document("x/1", "承诺书", "", blocks)
    content = render_docx(document)
    assert not any(counted_by_word(content)), why
    assert text_of(content) == bare(document.text)


def test_unnumbered_headings_stay_so():
    blocks = (Heading(1, "一、", (Text("甲"),)), Heading(1, "", (Text("乙"),)), Heading(1, "二、", (Text("丙"),)))
    content = render_docx(Document("x/1", "承诺书", "", blocks))
    assert text_of(content) == "一、甲乙二、丙"
    assert opened(content).styles["Heading 1"].element.xpath("w:pPr/w:numPr") == []


def test_choosing_a_style_in_word_brings_the_number_with_it():
    word = opened(render_docx(sample_letter()))
    numbering = word.part.numbering_part.element
    for style, level in (("Heading 1", "0"), ("一级条款", None), ("二级条款", "1"), ("三级条款", "2")):
        assert word.styles[style].element.xpath("w:pPr/w:numPr/w:ilvl/@w:val") == ([level] if level else [])
    linked = [element.get(qn("w:val")) for element in numbering.iter(qn("w:pStyle"))]
    assert linked == ["Heading1", "Clause2", "Clause3"]


@pytest.mark.skipif(not shutil.which("soffice"), reason="没有找到 LibreOffice（soffice），未核对它显示的编号。")
def test_libreoffice_shows_the_same_numbers(tmp_path):
    wanted = {}
    for place, scheme in enumerate(SCHEMES):
        document = numbered_letter(scheme, DEEP)
        (tmp_path / f"{place}.docx").write_bytes(render_docx(document))
        wanted[tmp_path / f"{place}.txt"] = bare(document.text)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text", "--outdir", tmp_path]
    subprocess.run([*command, *tmp_path.glob("*.docx")], capture_output=True, check=True, timeout=120)
    for file, text in wanted.items():
        assert bare(file.read_text(encoding="utf-8-sig")).endswith(text.removeprefix("承诺书"))
