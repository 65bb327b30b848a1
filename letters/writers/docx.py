"""Document → Word file, built as a careful person would: styles, real numbering, page numbers, no leftovers."""

from io import BytesIO

from docx import Document as open_word_file
from docx.document import Document as WordFile

from letters.document.blocks import Document
from letters.writers.bounds import check_bounds
from letters.writers.characters import printable
from letters.writers.docx_body import paragraphs
from letters.writers.docx_numbering import number_paragraphs
from letters.writers.docx_package import repacked, template
from letters.writers.docx_watermark import add_watermark

LONGEST_PROPERTY = 255  # python-docx refuses longer ones


def render_docx(document: Document, *, draft: bool) -> bytes:
    """The same document gives the same bytes; a draft bears the watermark 草稿 and shades what is still missing."""
    check_bounds(document)
    word = open_word_file(BytesIO(template()))
    _describe(word, document)
    places = number_paragraphs(word, document)
    end = word.element.body.sectPr
    for paragraph in paragraphs(document, places, draft=draft):
        end.addprevious(paragraph)
    if draft:
        add_watermark(word)
    return repacked(_saved(word))


def _describe(word: WordFile, document: Document) -> None:
    properties = word.core_properties
    properties.title = printable(document.title)[:LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = printable(document.author)[:LONGEST_PROPERTY]
    properties.identifier = document.identifier


def _saved(word: WordFile) -> bytes:
    file = BytesIO()
    word.save(file)
    return file.getvalue()
