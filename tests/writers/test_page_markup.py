"""The page that goes to the press is XML, which is read quickly; read as HTML it prints the very same file."""

from types import SimpleNamespace
from xml.etree import ElementTree

import pytest

from letters.definitions.catalogue import letter_definition, letter_definitions
from letters.document.blocks import Document, Text
from letters.document.build import build_blank_form, build_document
from letters.questions.answers import read_answers
from letters.writers import engine
from letters.writers.options import CLEAN, DRAFT, Layout, PrintOptions
from letters.writers.page import paper_html
from letters.writers.pdf import render_pdf, workshop
from tests.answers import example_answers
from tests.writers.sample_letter import letter_of, sample_letter
from tests.writers.test_layouts import BUSINESS, policy, verified

HOSTILE = "<b>&amp;\"'<!-- ]]> &nbsp; <br> <![CDATA["


def read(page: str) -> ElementTree.Element:
    return ElementTree.fromstring(page)  # noqa: S314 (our own markup)


def html_only(page: str) -> None:
    raise ElementTree.ParseError


@pytest.mark.parametrize("letter_id", letter_definitions())
def test_every_letter_is_xml_on_either_paper(letter_id):
    definition = letter_definition(letter_id)
    filled = build_document(definition, read_answers(definition, example_answers(letter_id)))
    for document in (filled, build_blank_form(definition)):
        for layout in Layout:
            assert read(paper_html(document, PrintOptions(layout))).tag == "html"


@pytest.mark.parametrize("text", [HOSTILE, "甲\n乙", "𠮷野家㐂"])
def test_whatever_somebody_typed_is_text_in_it(text):
    [paragraph] = read(paper_html(letter_of(Text(text)))).iter("p")
    assert "".join(paragraph.itertext()) == text


@pytest.mark.parametrize(
    ("document", "options"),
    [
        (sample_letter(), CLEAN),
        (sample_letter(), DRAFT),
        (verified(), BUSINESS),
        (policy(), CLEAN),
        (letter_of(Text(HOSTILE)), CLEAN),
    ],
)
def test_read_as_html_it_prints_the_same_file(document: Document, options: PrintOptions, monkeypatch):
    printed = render_pdf(document, options)
    as_html = SimpleNamespace(fromstring=html_only, ParseError=ElementTree.ParseError)
    monkeypatch.setattr(engine, "ElementTree", as_html)
    assert render_pdf(document, options) == printed


def test_a_page_that_is_not_xml_is_printed_all_the_same():
    assert workshop().press.print("<p>甲<br>乙", []).startswith(b"%PDF-")
