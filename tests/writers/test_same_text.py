"""What the preview shows is what the PDF prints is what the Word file says: one property over all letters."""

import re
from html import unescape

import pytest
from hypothesis import HealthCheck, given, settings

from letters.definitions.catalogue import letter_definition, letter_definitions
from letters.document.build import build_blank_form, build_document
from letters.questions.answers import read_answers
from letters.writers.docx import render_docx
from letters.writers.fonts import missing_characters
from letters.writers.html import document_html
from letters.writers.options import CLEAN, DRAFT
from letters.writers.page import page_html
from letters.writers.pdf import render_pdf
from letters.writers.text import render_text
from tests.answers import example_answers
from tests.generated_answers import typed_answers
from tests.writers.pdf_file import bare, said_by
from tests.writers.word_file import text_of

LETTERS = tuple(letter_definitions())


def html_text(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


@pytest.mark.parametrize("letter_id", LETTERS)
def test_preview_word_and_text_agree_for_any_answers(letter_id):
    """ux 17"""
    definition = letter_definition(letter_id)

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(typed_answers(letter_id))
    def agree(typed):
        document = build_document(definition, read_answers(definition, typed))
        said = bare(document.text)
        assert bare(html_text(document_html(document))) == said
        assert bare(render_text(document)) == said
        assert bare(text_of(render_docx(document, DRAFT if document.gaps else CLEAN))) == said

    agree()


@pytest.mark.parametrize("letter_id", LETTERS)
def test_the_pdf_agrees_for_any_answers(letter_id):
    """ux 17"""
    definition = letter_definition(letter_id)

    @settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
    @given(typed_answers(letter_id))
    def agree(typed):
        document = build_document(definition, read_answers(definition, typed))
        if not missing_characters(document.text):
            assert said_by(render_pdf(document, DRAFT), document) == bare(document.text)

    agree()


@pytest.mark.parametrize("letter_id", LETTERS)
def test_finished_letters_and_blank_forms_agree_in_every_format(letter_id):
    """ux 17"""
    definition = letter_definition(letter_id)
    finished = build_document(definition, read_answers(definition, example_answers(letter_id)))
    for document in (finished, build_blank_form(definition)):
        said = bare(document.text)
        assert said_by(render_pdf(document), document) == said
        assert bare(text_of(render_docx(document))) == said
        assert bare(render_text(document)) == said
        assert said in bare(html_text(page_html(document)))
