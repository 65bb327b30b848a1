"""A PDF says that it can be archived and read aloud, and it can: PDF/A-3a and PDF/UA-1, looked up by way of qpdf."""

import ctypes
import json
import shutil
import subprocess
from dataclasses import replace

import pypdfium2.raw as pdfium
import pytest
import weasyprint.pdf.tags as their_tags

from letters.definitions.catalogue import letter_definition, letter_definitions
from letters.document.build import build_blank_form, build_document
from letters.questions.answers import read_answers
from letters.questions.carried import carried_answers
from letters.writers import engine, pdf_finish, pdf_structure, pdf_tags
from letters.writers.options import ANSWERS_FILE, CLEAN, DRAFT, Layout, Letterhead, PrintOptions
from letters.writers.pdf import render_pdf
from tests.answers import example_answers
from tests.writers.archive_rules import elements, faults_of, pieces
from tests.writers.pdf_file import PAGE_NUMBER, bare, opened
from tests.writers.qpdf_file import QpdfFile, needs_qpdf
from tests.writers.sample_letter import sample_letter
from tests.writers.test_layouts import BUSINESS, LOGO, policy, verified

pytestmark = needs_qpdf
ANSWERS = carried_answers("cip-1", 1, {"entity_name": "示例科技有限公司"}, {"entity_name"})
FULL = PrintOptions(Layout.BUSINESS, Letterhead("示例科技有限公司", LOGO), DRAFT.watermark, ANSWERS)


def read_aloud(content: bytes) -> str:
    """The text by way of the structure, without contents and company of a title page, as a screen reader goes."""
    file = QpdfFile(content)
    order = [
        (file.pages.index(page), number) for page, number, kind, element in pieces(file) if not added(file, element)
    ]
    with opened(content) as opened_file:
        said = {}
        for place, page in enumerate(opened_file):
            text_page = page.get_textpage()
            for found in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
                number = pdfium.FPDFPageObj_GetMarkedContentID(found.raw)
                said[place, number] = said.get((place, number), "") + text_of(found.raw, text_page.raw)
    return "".join(said.get(piece, "") for piece in order)


def text_of(found, text_page) -> str:
    size = pdfium.FPDFTextObj_GetText(found, text_page, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFTextObj_GetText(found, text_page, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw[: size - 2].decode("utf-16-le")


def added(file: QpdfFile, reference: str) -> bool:
    above = reference
    while above:
        element = file.value(above)
        if element.get("/S") == "/TOC":
            return True
        above = element.get("/P")
    return False


@pytest.mark.parametrize("letter_id", letter_definitions())
def test_every_letter_can_be_archived_and_read_aloud(letter_id):
    """ux 44"""
    definition = letter_definition(letter_id)
    letter = build_document(definition, read_answers(definition, example_answers(letter_id)))
    content = render_pdf(letter)
    assert faults_of(content) == []
    title_page, rest = (letter.blocks[:2], letter.blocks[2:]) if letter.is_policy else ((), letter.blocks)
    said = [block.text for block in title_page] + [letter.author] * letter.is_policy + [block.text for block in rest]
    assert bare(read_aloud(content)) == bare("".join(said))


@pytest.mark.parametrize("options", [CLEAN, DRAFT, BUSINESS, FULL], ids=["official", "draft", "business", "full"])
@pytest.mark.parametrize(
    "document", [sample_letter(), verified(), policy(), build_blank_form(letter_definition("cip-4"))],
    ids=["letter", "verified", "policy", "blank"],
)  # fmt: skip
def test_so_can_every_layout_with_all_that_goes_with_it(document, options):
    assert faults_of(render_pdf(document, options)) == []


def test_the_whole_letter_is_read_aloud_in_its_order():
    assert bare(read_aloud(render_pdf(verified(), FULL))) == bare(verified().text)


def test_a_paragraph_over_two_pages_is_one_paragraph():
    file = QpdfFile(render_pdf(sample_letter()))
    kinds = [element["/S"] for _, element, _ in elements(file)]
    blocks = len(sample_letter().blocks)
    assert kinds.count("/H1") + kinds.count("/H2") + kinds.count("/H3") + kinds.count("/LI") > 20
    lines = kinds.count("/P")
    signed = len(sample_letter().blocks[-1].lines)
    assert sum(map(kinds.count, ("/H1", "/H2", "/H3", "/LI"))) + lines - signed + kinds.count("/Div") == blocks


def test_clauses_are_lists_and_deeper_ones_lie_within_their_item():
    file = QpdfFile(render_pdf(policy()))
    depths = {file.value(parent)["/S"] for _, element, parent in elements(file) if element["/S"] == "/L"}
    assert depths == {"/Document", "/LBody"}


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="没有找到 pdftotext（poppler-utils），未核对复制出的文字。")
@pytest.mark.parametrize("letter_id", letter_definitions())
def test_pdftotext_gives_back_the_letter(letter_id, tmp_path):
    definition = letter_definition(letter_id)
    letter = build_document(definition, read_answers(definition, example_answers(letter_id)))
    (tmp_path / "letter.pdf").write_bytes(render_pdf(letter))
    command = ["pdftotext", "-raw", tmp_path / "letter.pdf", "-"]
    text = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    pages = text.split("\f")[2 if letter.is_policy else 0 :]
    lines = [line for page in pages for line in page.split("\n") if line != letter.title or not letter.is_policy]
    said = bare(PAGE_NUMBER.sub("", "\n".join(lines)))
    body = replace(letter, blocks=letter.blocks[2:]) if letter.is_policy else letter
    assert said == bare(body.text)


def test_answers_travel_with_the_letter():
    content = render_pdf(sample_letter(), replace(CLEAN, attachment=ANSWERS))
    with opened(content) as file:
        assert file.count_attachments() == 1
        attached = file.get_attachment(0)
        assert attached.get_name() == ANSWERS_FILE
        assert json.loads(bytes(attached.get_data())) == {
            "letter": "cip-1",
            "version": 1,
            "answers": {"entity_name": "示例科技有限公司"},
        }
    assert render_pdf(sample_letter(), replace(CLEAN, attachment=ANSWERS)) == content
    with opened(render_pdf(sample_letter())) as file:
        assert file.count_attachments() == 0


class TestTheRulesFindFaults:
    """Each control breaks one thing, and the rules say which."""

    def test_of_weasyprint_s_own_structure(self, monkeypatch):
        monkeypatch.setattr(engine.weasyprint.pdf, "add_tags", their_tags.add_tags)
        faults = faults_of(render_pdf(sample_letter()))
        assert "the first heading is not the first level" in faults
        assert any("nobody reads" in fault for fault in faults)

    def test_of_metadata_that_claim_too_little(self, monkeypatch):
        monkeypatch.setattr(pdf_finish, "claim_universal_access", lambda file: None)
        assert "metadata does not say PDF/UA-1" in faults_of(render_pdf(sample_letter()))

    def test_of_pages_that_do_not_know_their_artifacts(self, monkeypatch):
        monkeypatch.setattr(pdf_tags, "name_marks", lambda stream, names: None)
        assert any("nobody reads" in fault for fault in faults_of(render_pdf(sample_letter())))

    def test_of_attachments_listed_twice(self, monkeypatch):
        monkeypatch.setattr(pdf_finish, "list_attachments_once", lambda file: None)
        content = render_pdf(sample_letter(), replace(CLEAN, attachment=ANSWERS))
        assert "attachments are not listed once each" in faults_of(content)

    def test_of_pictures_without_words(self, monkeypatch):
        monkeypatch.setattr(pdf_structure.Node, "add", without_words(pdf_structure.Node.add))
        assert "a figure without words or place" in faults_of(render_pdf(verified()))

    def test_of_clauses_that_are_no_lists(self, monkeypatch):
        monkeypatch.setattr(pdf_structure, "_numbering", lambda item: "")
        assert "a list that does not say how it counts" in faults_of(render_pdf(sample_letter()))

    def test_of_links_that_nobody_hears(self, monkeypatch):
        monkeypatch.setattr(pdf_tags, "_text", lambda marks: [mark for mark in marks if hasattr(mark, "is_text")])
        assert "a link outside the structure" in faults_of(render_pdf(policy()))

    def test_of_a_file_that_is_cut_off(self):
        content = render_pdf(sample_letter())
        assert faults_of(content[: len(content) // 2])


def without_words(add):
    return lambda node, role, **more: add(node, role, **{**more, "alt": ""})
