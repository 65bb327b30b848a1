"""The files that a command can make of a letter: those people download, and HTML."""

from letters.document.blocks import Document
from letters.writers.formats import FORMATS
from letters.writers.html import page_html


def html_page(document: Document, *, draft: bool) -> bytes:
    return page_html(document, draft=draft).encode()


WRITERS = {f".{extension}": kind.render for extension, kind in FORMATS.items()} | {".html": html_page}
