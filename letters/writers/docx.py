"""Document → Word file, built as a careful person would: styles, real numbering, page numbers, no leftovers."""

from collections.abc import Iterator
from io import BytesIO

from docx import Document as open_word_file
from docx.document import Document as WordFile
from docx.oxml.text.paragraph import CT_P

from letters.document.blocks import Block, Document, Verification
from letters.writers.bounds import check_bounds
from letters.writers.characters import printable
from letters.writers.docx_body import paragraphs, writing
from letters.writers.docx_form import Form
from letters.writers.docx_heads import add_heads
from letters.writers.docx_numbering import number_paragraphs
from letters.writers.docx_package import repacked, template
from letters.writers.docx_pictures import add_code
from letters.writers.docx_policy import in_policy_order, set_sections
from letters.writers.docx_watermark import add_watermark
from letters.writers.options import CLEAN, PrintOptions

LONGEST_PROPERTY = 255  # python-docx refuses longer ones


def render_docx(document: Document, options: PrintOptions = CLEAN) -> bytes:
    """The same document and options give the same bytes; with a form in them, its blanks are controls."""
    check_bounds(document)
    word = open_word_file(BytesIO(template(options.layout, policy=document.is_policy)))
    _describe(word, document)
    add_heads(word, document, options)
    end = word.element.body.sectPr
    for paragraph in _in_order(word, document, options):
        end.addprevious(paragraph)
    if document.is_policy:
        set_sections(word, options.layout)
    if options.watermark:
        add_watermark(word, options.watermark)
    return repacked(_saved(word))


def _in_order(word: WordFile, document: Document, options: PrintOptions) -> Iterator[CT_P]:
    body = _body(word, document, options)
    if document.is_policy:
        return in_policy_order(document, options.layout, body)
    return (paragraph for _, paragraph in body)


def _body(word: WordFile, document: Document, options: PrintOptions) -> Iterator[tuple[Block, CT_P]]:
    places = number_paragraphs(word, document)
    form = Form(document, options.form) if options.form else None
    write = form.write if form else writing(shades_gaps=options.shades_gaps)
    for block, paragraph in paragraphs(document, places, write):
        if isinstance(block, Verification):
            add_code(word, paragraph, block)
        yield block, paragraph
    if form:
        form.finish(word)


def _describe(word: WordFile, document: Document) -> None:
    properties = word.core_properties
    properties.title = printable(document.title)[:LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = printable(document.author)[:LONGEST_PROPERTY]
    properties.identifier = document.identifier


def _saved(word: WordFile) -> bytes:
    file = BytesIO()
    word.save(file)
    return file.getvalue()
