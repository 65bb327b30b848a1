"""The Word file is set as a letter is set: paper, grid, styles, page numbers, a signature beside its text."""

from itertools import takewhile

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from letters.writers.docx import render_docx
from letters.writers.options import DRAFT
from tests.writers.sample_letter import sample_letter
from tests.writers.word_file import opened, part

PARAGRAPH_STYLES = "//w:style[@w:type='paragraph']"
THEME_FONTS = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


@pytest.fixture(scope="module")
def content() -> bytes:
    return render_docx(sample_letter(), DRAFT)


@pytest.fixture(scope="module")
def word(content):
    return opened(content)


def millimetres(length) -> int:
    return round(length / Mm(1))


def test_page_is_that_of_an_official_letter(word):
    page = word.sections[0]
    assert (millimetres(page.page_width), millimetres(page.page_height)) == (210, 297)
    margins = (page.top_margin, page.bottom_margin, page.left_margin, page.right_margin)
    assert [millimetres(margin) for margin in margins] == [37, 35, 28, 26]


def test_lines_sit_on_a_grid_of_twenty_two(word):
    [grid] = word.element.body.sectPr.xpath("w:docGrid")
    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("lines", "579")
    normal = word.styles["Normal"].paragraph_format
    assert (normal.line_spacing, normal.line_spacing_rule) == (Pt(28.95), WD_LINE_SPACING.EXACTLY)


@pytest.mark.parametrize(
    ("style", "name", "font", "size"),
    [
        ("Title", "Title", "宋体", 22),
        ("Heading1", "Heading 1", "黑体", 16),
        ("Heading2", "Heading 2", "楷体", 16),
        ("Heading3", "Heading 3", "仿宋", 16),
        ("LetterBody", "承诺书正文", "仿宋", 16),
        ("Clause1", "一级条款", "仿宋", 16),
        ("LetterSignature", "落款", "仿宋", 16),
        ("PageNumberOdd", "页码（单页）", "宋体", 14),
    ],
)
def test_styles_have_the_fonts_of_an_official_letter(word, style, name, font, size):
    found = word.styles[name]
    assert found.style_id == style
    assert found.element.rPr.rFonts.get(qn("w:eastAsia")) == font
    assert inherited_size(found) == Pt(size)


def inherited_size(style):
    while style.font.size is None and style.base_style:
        style = style.base_style
    return style.font.size or Pt(16)  # the document's own default, checked below


def test_defaults_and_every_paragraph_style_name_a_chinese_font(word):
    root = word.styles.element
    fonts = root.xpath("//w:docDefaults//w:rFonts") + root.xpath(f"{PARAGRAPH_STYLES}/w:rPr/w:rFonts")
    assert len(fonts) == 1 + len(root.xpath(PARAGRAPH_STYLES))
    assert all(font.get(qn("w:eastAsia")) for font in fonts)
    assert root.xpath("//w:docDefaults//w:sz/@w:val") == ["32"]


def test_no_theme_font_overrides_a_font(word):
    fonts = word.styles.element.xpath("//w:rFonts")
    assert not [font for font in fonts for name in THEME_FONTS if font.get(qn(f"w:{name}"))]


def test_chinese_is_the_language_and_the_newest_layout_the_mode(content):
    settings = part(content, "word/settings.xml")
    [language] = settings.iter(qn("w:themeFontLang"))
    assert language.get(qn("w:eastAsia")) == "zh-CN"
    modes = {one.get(qn("w:name")): one.get(qn("w:val")) for one in settings.iter(qn("w:compatSetting"))}
    assert modes["compatibilityMode"] == "15"


def test_a_box_to_tick_does_not_end_a_line(content):
    [rule] = part(content, "word/settings.xml").iter(qn("w:noLineBreaksAfter"))
    assert "□" in rule.get(qn("w:val"))


def test_headings_are_found_by_the_navigation_of_word(word):
    levels = [word.styles[f"Heading {level}"].element.xpath("w:pPr/w:outlineLvl/@w:val") for level in (1, 2, 3)]
    assert levels == [["0"], ["1"], ["2"]]


def test_runs_have_a_character_style_or_nothing(word):
    formatting = word.element.body.xpath("//w:r/w:rPr/*")
    assert {element.tag for element in formatting} == {qn("w:rStyle")}


def test_paragraphs_take_their_indent_from_their_style(word):
    assert word.element.body.xpath("//w:p/w:pPr/w:ind") == []
    [indent] = word.styles["承诺书正文"].element.xpath("w:pPr/w:ind")
    assert indent.get(qn("w:firstLineChars")) == "200"


def test_page_numbers_are_outside_on_odd_and_even_pages(word):
    section = word.sections[0]
    assert word.settings.odd_and_even_pages_header_footer
    for footer, side in (
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        [paragraph] = footer.paragraphs
        assert paragraph.style.paragraph_format.alignment == side
        assert paragraph._p.xpath("w:fldSimple/@w:instr") == [" PAGE "]
        assert [text.strip() for text in paragraph._p.xpath("w:r/w:t/text()")] == ["—", "—"]


def test_last_paragraph_and_attachments_stay_with_the_signature(word):
    kept = list(takewhile(is_kept, reversed(word.paragraphs)))
    assert kept[-1].style.name == "三级条款"
    assert kept[-2].text == "特此承诺。"
    assert [paragraph.style.name for paragraph in kept].count("落款") == 5


def is_kept(paragraph) -> bool:
    return bool(paragraph.paragraph_format.keep_with_next or paragraph.style.paragraph_format.keep_with_next)


def test_places_to_write_on_keep_their_rule(word):
    signed, titled = word.paragraphs[-3], word.paragraphs[-2]
    assert [(run.text, run.style.name) for run in signed.runs][1] == ("_" * 14, "手写")
    assert [(run.text, run.style.name) for run in titled.runs][1] == ("　" * 6, "手写空白")
    assert word.styles["手写空白"].font.underline
