"""The files that a command can make of a letter: those people download, and HTML."""

from letters.document.blocks import Document
from letters.writers.formats import FORMATS
from letters.writers.options import CLEAN, PrintOptions
from letters.writers.page import page_html


def html_page(document: Document, options: PrintOptions = CLEAN) -> bytes:
    return page_html(document, options).encode()


WRITERS = {f".{extension}": kind.render for extension, kind in FORMATS.items()} | {".html": html_page}
