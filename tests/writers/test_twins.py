"""The PDF and the Word file of a letter are set alike: what one learned from looking at the two side by side."""

from dataclasses import replace

import pytest
from docx.oxml.ns import qn

from letters.definitions.catalogue import letter_definition
from letters.document.blocks import Document, Item, NumberLine, Paragraph, Text, Verification
from letters.document.build import build_document
from letters.questions.answers import read_answers
from letters.writers.docx import render_docx
from letters.writers.options import Layout, PrintOptions
from letters.writers.pdf import render_pdf
from tests.answers import example_answers
from tests.writers.pdf_file import pages_of
from tests.writers.pdf_lines import lines_of, text_of
from tests.writers.sample_letter import numbered_letter, sample_letter
from tests.writers.word_file import opened

LAYOUTS = {"official": PrintOptions(), "business": PrintOptions(Layout.BUSINESS)}
MILLIMETRE = 72 / 25.4
ADDRESS = "https://nuocheng.example.cn/verify/7K3MQX9T2BVHW4ZD/"


@pytest.fixture(params=LAYOUTS.values(), ids=LAYOUTS)
def options(request) -> PrintOptions:
    return request.param


def letter(letter_id: str) -> Document:
    definition = letter_definition(letter_id)
    return build_document(definition, read_answers(definition, example_answers(letter_id)))


def styles_of(document: Document, options: PrintOptions):
    return opened(render_docx(document, options)).styles


def said(content: bytes, page: int = 0) -> dict[str, float]:
    """Each line of a page with the place of its lower edge, from above."""
    return {text_of(line): line[0][4] for line in lines_of(content, page)}


def said_at_the_end(content: bytes) -> dict[str, float]:
    return said(content, len(pages_of(content)) - 1)


def test_a_line_of_business_paper_holds_38_characters():
    content = render_pdf(Document("x/1", "题", "", (Paragraph((Text("诺" * 500),)),)), LAYOUTS["business"])
    lengths = [len(line) for line in lines_of(content, 0) if "诺" in text_of(line)]
    assert lengths[:-1] == [36] + [38] * (len(lengths) - 2)


def test_word_keeps_marks_inside_the_lines_and_sets_figures_close(options):
    [normal] = [
        style for style in styles_of(sample_letter(), options).element if style.get(qn("w:styleId")) == "Normal"
    ]
    for name in ("overflowPunct", "autoSpaceDE", "autoSpaceDN"):
        assert normal.xpath(f"w:pPr/w:{name}/@w:val") == ["0"]


@pytest.mark.parametrize("style", ["Title", "LetterSignature"])
def test_lines_of_their_own_height_leave_the_grid(style, options):
    found = styles_of(sample_letter(), options).element.get_by_id(style)
    assert found.xpath("w:pPr/w:snapToGrid/@w:val") == ["0"]


def test_a_face_that_is_heavy_is_not_set_bold():
    titles = {layout: styles_of(sample_letter(), LAYOUTS[layout])["Title"] for layout in LAYOUTS}
    faces = {layout: title.element.rPr.rFonts.get(qn("w:eastAsia")) for layout, title in titles.items()}
    assert faces == {"official": "宋体", "business": "黑体"}
    assert [bool(titles[layout].font.bold) for layout in ("official", "business")] == [True, False]
    strong = styles_of(sample_letter(), LAYOUTS["official"])["Strong"]
    assert strong.element.rPr.rFonts.get(qn("w:eastAsia")) == "黑体"
    assert not strong.font.bold


@pytest.mark.parametrize(("style", "face"), [("Heading 1", "黑体"), ("Heading 2", "楷体")])
def test_the_figures_of_a_heading_are_of_its_own_face(style, face):
    fonts = styles_of(sample_letter(), LAYOUTS["official"])[style].element.rPr.rFonts
    assert {fonts.get(qn(f"w:{name}")) for name in ("ascii", "hAnsi", "eastAsia")} == {face}


@pytest.mark.parametrize(("scheme", "follows"), [(("一、", "①"), "nothing"), (("1.", "1.1"), "space")])
def test_words_follow_a_circled_number_at_once_and_a_bare_one_after_a_blank(scheme, follows):
    document = numbered_letter(scheme, (1, 2, 2))
    items = [block for block in document.blocks if isinstance(block, Item)]
    assert items
    numbering = opened(render_docx(document)).part.numbering_part.element
    assert numbering.xpath("w:abstractNum/w:lvl[@w:ilvl=1]/w:suff/@w:val") == [follows]


def test_a_blank_line_stands_below_the_last_number(options):
    numbers = tuple(NumberLine((Text(text),)) for text in ("编号甲", "编号乙"))
    title, *rest = sample_letter().blocks
    document = replace(sample_letter(), blocks=(title, *numbers, Paragraph((Text("正文起始。"),)), *rest))
    places = said(render_pdf(document, options))
    line = places["编号乙"] - places["编号甲"]
    assert places["正文起始。"] - places["编号乙"] == pytest.approx(2 * line, abs=0.5)
    style = styles_of(document, options)["承诺书编号"].element
    assert style.xpath("w:pPr/w:spacing/@w:after") == [str(round(line * 20))]
    assert style.xpath("w:pPr/w:contextualSpacing")


def test_the_address_to_check_a_letter_at_is_on_one_line(options):
    document = replace(sample_letter(), blocks=(*sample_letter().blocks, Verification("7K3M-QX9T-2BVH-W4ZD", ADDRESS)))
    assert [line for line in said_at_the_end(render_pdf(document, options)) if ADDRESS in line]


def test_two_seals_do_not_touch(options):
    """They are 42 mm wide."""
    document = letter("csq-6")
    places = said_at_the_end(render_pdf(document, options))
    [first, second] = [places[line] for line in places if "方（盖章）：" in line]
    assert second - first > 42 * MILLIMETRE
    word = opened(render_docx(document, options))
    names = [paragraph.style.name for paragraph in word.paragraphs if paragraph.style.name.startswith("落款")]
    assert names == ["落款"] * 2 + ["落款（另一方）"] * 5


def test_one_who_signs_alone_has_one_block():
    assert "落款（另一方）" not in {
        paragraph.style.name for paragraph in opened(render_docx(letter("cip-1"))).paragraphs
    }


def test_the_company_stands_at_the_foot_of_a_title_page(options):
    policy = letter("cpp-1")
    assert text_of(lines_of(render_pdf(policy, options), 0)[-1]) == policy.author
    [frame] = opened(render_docx(policy, options)).element.body.xpath("//w:framePr")
    assert frame.getparent().xpath("w:pStyle/@w:val") == ["CoverCompany"]
    assert (frame.get(qn("w:vAnchor")), frame.get(qn("w:yAlign"))) == ("margin", "bottom")


def test_the_number_stands_clear_of_the_title_of_a_policy(options):
    title, number, *_ = (block.text for block in letter("cpp-1").blocks)
    places = said(render_pdf(letter("cpp-1"), options))
    assert places[number] - places[title] > {Layout.OFFICIAL: 45, Layout.BUSINESS: 30}[options.layout]


def test_a_chapter_at_the_top_of_a_page_begins_with_the_first_line():
    content = render_pdf(letter("cpp-1"))
    (_, chapter, *_), (_, text, *_) = (list(said(content, page).items()) for page in (2, 3))
    assert chapter[0].startswith("第一章")
    assert not text[0].startswith("第")
    assert chapter[1] == pytest.approx(text[1], abs=1)


def test_page_numbers_stand_seven_millimetres_below_the_text():
    *_, number = lines_of(render_pdf(sample_letter()), 0)
    _, _, top, _, bottom = number[0]
    assert (top + bottom) / 2 == pytest.approx((297 - 35 + 7) * MILLIMETRE, abs=MILLIMETRE)


def test_running_titles_are_of_one_size(options):
    policy = letter("cpp-1")
    [running] = [line for line in lines_of(render_pdf(policy, options), 2) if policy.title in text_of(line)]
    size = styles_of(policy, options)["页眉（题名）"].font.size.pt
    assert size == {Layout.OFFICIAL: 10.5, Layout.BUSINESS: 9}[options.layout]
    assert running[-1][3] - running[-2][3] == pytest.approx(size, abs=0.3)
