"""Two layouts: the official one, and a company's own paper; policies with title page, contents and running title."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from django.utils.html import strip_tags
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from letters.definitions.catalogue import letter_definition
from letters.document.blocks import Document, Verification
from letters.document.build import build_document
from letters.questions.answers import read_answers
from letters.writers.docx import render_docx
from letters.writers.formats import CharactersMissing, checked_pdf
from letters.writers.logo import read_logo
from letters.writers.options import CLEAN, Layout, Letterhead, PrintOptions, Watermark
from letters.writers.page import page_html
from letters.writers.pdf import render_pdf
from letters.writers.text import render_text
from tests.answers import example_answers
from tests.writers.logos import picture
from tests.writers.pdf_file import bare, opened, pages_of, said_by
from tests.writers.pdf_lines import boxes_of
from tests.writers.sample_letter import sample_letter
from tests.writers.word_file import opened as word_opened
from tests.writers.word_file import package_of, part, text_of

COMPANY = "杭州示例科技有限公司"
LOGO = read_logo(picture("PNG", (300, 100)))
BUSINESS = PrintOptions(Layout.BUSINESS, Letterhead(COMPANY, LOGO))
CODE = Verification("7K3M-QX9T-2BVH-W4ZD", "https://nuocheng.example.cn/verify/7K3MQX9T2BVHW4ZD/")


def policy() -> Document:
    definition = letter_definition("cpp-1")
    return build_document(definition, read_answers(definition, example_answers("cpp-1")))


def verified() -> Document:
    return replace(sample_letter(), blocks=(*sample_letter().blocks, CODE))


def faults_of(content: bytes, folder) -> list:
    (folder / "letter.docx").write_bytes(content)
    return OpenXmlValidator().validate(folder / "letter.docx").errors


def test_business_paper_bears_company_title_and_page_of_pages():
    pages = pages_of(render_pdf(sample_letter(), BUSINESS))
    assert pages[0].count(sample_letter().title) == 1
    for number, page in enumerate(pages, start=1):
        assert COMPANY in page
        assert f"第 {number} 页　共 {len(pages)} 页" in page
    assert sample_letter().title in pages[1]


def test_business_paper_is_compact():
    assert len(pages_of(render_pdf(sample_letter(), BUSINESS))) < len(pages_of(render_pdf(sample_letter())))


def test_both_layouts_say_the_letter():
    text = bare(sample_letter().text)
    assert said_by(render_pdf(sample_letter()), sample_letter()) == text
    printed = said_by(render_pdf(sample_letter(), BUSINESS), sample_letter())
    assert printed.replace(COMPANY + sample_letter().title, "").replace(COMPANY, "") == text
    assert text_of(render_docx(sample_letter(), BUSINESS)) == text


def test_a_logo_is_printed_on_the_first_page():
    with opened(render_pdf(sample_letter(), BUSINESS)) as file:
        kinds = [sum(found.type == 3 for found in page.get_objects()) for page in file]
    assert kinds[0] == 1
    assert set(kinds[1:]) == {0}


def test_without_a_letterhead_the_company_that_promises_is_named():
    ours = replace(sample_letter(), author="宁波示例贸易有限公司")
    assert "宁波示例贸易有限公司" in pages_of(render_pdf(ours, PrintOptions(Layout.BUSINESS)))[0]
    nobody = replace(sample_letter(), author="")
    assert said_by(render_pdf(nobody, PrintOptions(Layout.BUSINESS)), nobody) == bare(nobody.text)


@pytest.mark.parametrize("length", [31, 80, 200])
def test_a_long_name_stands_whole_in_the_letterhead_and_not_above_every_page(length):
    long = Letterhead("示" * (length - 4) + "有限公司", LOGO)
    options = PrintOptions(Layout.BUSINESS, long)
    first, *others = pages_of(render_pdf(sample_letter(), options))
    assert long.company in bare(first)
    assert not [page for page in others if "示示" in page or sample_letter().title not in page]
    top = min(box[2] for box in boxes_of(render_pdf(sample_letter(), options), 0))
    assert top > 10
    word = word_opened(render_docx(sample_letter(), options)).sections[0]
    assert word.first_page_header.paragraphs[0].style.style_id == "LetterheadLong"
    assert word.first_page_header.paragraphs[0].text.strip() == long.company
    assert word.header.paragraphs[0].text.strip() == sample_letter().title


def test_a_logo_in_word_stands_on_the_margin():
    head = part(render_docx(sample_letter(), BUSINESS), "word/header2.xml")
    [inline] = head.iter(qn("wp:inline"))
    assert {inline.get(f"dist{side}") for side in "TBLR"} == {"0"}


def test_nobody_has_no_running_title_in_word():
    nobody = replace(sample_letter(), author="")
    word = word_opened(render_docx(nobody, PrintOptions(Layout.BUSINESS)))
    assert [word.sections[0].header.paragraphs[0].text, word.sections[0].first_page_header.paragraphs[0].text] == [
        "",
        "",
    ]


def test_rare_characters_of_a_letterhead_are_looked_for_too():
    with pytest.raises(CharactersMissing, match="🙂"):
        checked_pdf(sample_letter(), PrintOptions(Layout.BUSINESS, Letterhead("🙂公司")))


@pytest.mark.parametrize("mark", [mark for mark in Watermark if mark])
def test_every_watermark_is_drawn_and_not_written(mark):
    content = render_pdf(sample_letter(), PrintOptions(watermark=mark))
    assert mark not in "".join(pages_of(content))
    assert content != render_pdf(sample_letter())
    word = render_docx(sample_letter(), PrintOptions(Layout.BUSINESS, watermark=mark))
    with package_of(word) as package:
        heads = [name for name in package.namelist() if name.startswith("word/header")]
    marks = [part(word, head).xpath("//*[local-name()='textpath']/@string") for head in heads]
    assert marks == [[str(mark)]] * 2


def test_a_policy_has_a_title_page_and_contents_with_page_numbers():
    document = policy()
    pages = pages_of(render_pdf(document))
    assert bare(pages[0]) == bare(document.title + "版本号：V1.0" + document.author)
    entries = re.findall(r"^(第.+?[章条])　.+?\.+\s*(\d+)\s*$", pages[1], re.MULTILINE)
    assert len(entries) == sum(bool(block.number) for block in document.blocks if hasattr(block, "anchor"))
    for number, page in entries:
        assert re.search(rf"^{number}　", pages[1 + int(page)], re.MULTILINE), (number, page)


def test_a_policy_bears_its_title_above_every_page_of_text():
    for page in pages_of(render_pdf(policy()))[1:]:
        assert policy().title in page


@pytest.mark.parametrize("options", [CLEAN, BUSINESS], ids=["official", "business"])
@pytest.mark.parametrize("document", [verified(), policy()], ids=["letter", "policy"])
def test_word_has_nothing_to_repair(document, options, tmp_path):
    assert faults_of(render_docx(document, options), tmp_path) == []


def test_a_policy_in_word_has_three_sections_and_links_to_its_headings():
    word = word_opened(render_docx(policy()))
    assert len(word.sections) == 3
    names = word.element.body.xpath("//w:bookmarkStart/@w:name")
    assert word.element.body.xpath("//w:hyperlink/@w:anchor") == names
    fields = [text.strip().split()[0] for text in word.element.body.xpath("//w:instrText/text()")]
    assert fields == ["TOC"] + ["PAGEREF"] * len(names)
    starts = word.element.body.sectPr.xpath("w:pgNumType/@w:start")
    assert starts == ["1"]


@pytest.mark.parametrize("options", [CLEAN, BUSINESS], ids=["official", "business"])
def test_contents_in_word_name_the_pages_that_the_pdf_has(options):
    """Word counts anew on F9; until then the figures are ours, from the same grid."""
    printed = "\n".join(pages_of(render_pdf(policy(), options))[:2])
    pages = [int(page) for page in re.findall(r"^第.+[章条]　.+?\.+\s*(\d+)\s*$", printed, re.MULTILINE)]
    word = word_opened(render_docx(policy(), options))
    entries = [paragraph.text for paragraph in word.paragraphs if paragraph._p.style in {"TOC1", "TOC2"}]
    ours = [int(entry.rpartition("\t")[2]) for entry in entries]
    assert len(ours) == len(pages)
    assert all(abs(mine - page) <= 1 for mine, page in zip(ours, pages, strict=True)), list(
        zip(ours, pages, strict=True)
    )


def test_chapters_are_centred_in_word():
    word = word_opened(render_docx(policy()))
    [place] = word.styles["Heading 1"].element.xpath("w:pPr/w:jc/@w:val")
    assert place == "center"
    [indent] = word.part.numbering_part.element.xpath("w:abstractNum[1]/w:lvl[1]/w:pPr/w:ind/@w:firstLine")
    assert indent == "0"


def test_the_code_is_printed_below_the_signature_in_every_format():
    document = verified()
    sentence = "核验码：7K3M-QX9T-2BVH-W4ZD，扫码或访问 https://nuocheng.example.cn/verify/7K3MQX9T2BVHW4ZD/ 核验"
    assert render_text(document).endswith(f"\n\n{sentence}\n")
    assert bare(sentence) in bare(strip_tags(page_html(document)))
    content = render_pdf(document)
    assert bare(sentence) in bare(pages_of(content)[-1])
    assert said_by(content, document) == bare(document.text)
    word = render_docx(document)
    assert word_opened(word).paragraphs[-1].text == sentence


def test_the_code_can_be_read_aloud_and_scanned():
    word = word_opened(render_docx(verified()))
    [described] = word.element.body.xpath("//wp:docPr")
    assert described.get("descr") == f"核验二维码，扫码打开 {CODE.address}"
    picture_id = word.element.body.xpath("//a:blip/@r:embed")[0]
    assert word.part.related_parts[picture_id].blob.startswith(b"\x89PNG")
    assert 'alt="核验二维码，扫码打开 https://nuocheng.example.cn' in page_html(verified())
    assert page_html(verified()).count("data:image/png;base64,") == 1


def test_the_logo_has_words_that_stand_for_it():
    content = render_docx(sample_letter(), BUSINESS)
    heads = [part(content, f"word/header{number}.xml") for number in (1, 2)]
    assert [described.get("descr") for head in heads for described in head.iter(qn("wp:docPr"))] == [f"{COMPANY}标志"]
    assert b"<a:blip" in package_of(content).read("word/header2.xml")
    assert BytesIO(LOGO.png).read(4) == b"\x89PNG"
