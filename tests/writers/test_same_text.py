"""What the preview shows is what the PDF prints is what the Word file says: one property over all letters."""

import re
from html import unescape
from io import BytesIO

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings

from letters.definitions.catalogue import letter_definition, letter_definitions
from letters.document.build import build_blank_form, build_document
from letters.questions.answers import read_answers
from letters.writers.docx import render_docx
from letters.writers.fonts import missing_characters
from letters.writers.html import document_html, page_html
from letters.writers.pdf import render_pdf
from letters.writers.text import render_text
from tests.answers import example_answers
from tests.generated_answers import typed_answers
from tests.writers.word_file import text_of

LETTERS = tuple(letter_definitions())
PAGE_NUMBER = re.compile(r"—\s*\d+\s*—")


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def html_text(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


def pdf_text(content: bytes) -> str:
    pdf = pypdfium2.PdfDocument(BytesIO(content))
    try:
        pages = [page.get_textpage().get_text_range() for page in pdf]
    finally:
        pdf.close()
    # PDFium takes a hyphen at the end of a line for one that breaks a word, and gives U+FFFE for it.
    return PAGE_NUMBER.sub("", "\n".join(pages).replace("\ufffe", "-"))


@pytest.mark.parametrize("letter_id", LETTERS)
def test_preview_word_and_text_agree_for_any_answers(letter_id):
    definition = letter_definition(letter_id)

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(typed_answers(letter_id))
    def agree(typed):
        document = build_document(definition, read_answers(definition, typed))
        said = bare(document.text)
        assert bare(html_text(document_html(document))) == said
        assert bare(render_text(document)) == said
        assert bare(text_of(render_docx(document, draft=bool(document.gaps)))) == said

    agree()


@pytest.mark.parametrize("letter_id", LETTERS)
def test_the_pdf_agrees_for_any_answers(letter_id):
    definition = letter_definition(letter_id)

    @settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
    @given(typed_answers(letter_id))
    def agree(typed):
        document = build_document(definition, read_answers(definition, typed))
        if not missing_characters(document.text):
            assert bare(pdf_text(render_pdf(document, draft=True))) == bare(document.text)

    agree()


@pytest.mark.parametrize("letter_id", LETTERS)
def test_finished_letters_and_blank_forms_agree_in_every_format(letter_id):
    definition = letter_definition(letter_id)
    finished = build_document(definition, read_answers(definition, example_answers(letter_id)))
    for document in (finished, build_blank_form(definition)):
        said = bare(document.text)
        assert bare(pdf_text(render_pdf(document, draft=False))) == said
        assert bare(text_of(render_docx(document, draft=False))) == said
        assert bare(render_text(document)) == said
        assert said in bare(html_text(page_html(document, draft=False)))
