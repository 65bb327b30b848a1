"""Reads a PDF back as its reader copies from it, with and without what only the paper adds."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pypdfium2

from letters.document.blocks import Document

PAGE_NUMBER = re.compile(r"—\s*\d+\s*—|第\s*\d+\s*页\s*共\s*\d+\s*页")
FIRST_PAGE = re.compile(r"—\s*1\s*—")


@contextmanager
def opened(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    file = pypdfium2.PdfDocument(BytesIO(content))
    try:
        yield file
    finally:
        file.close()


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def pages_of(content: bytes) -> list[str]:
    with opened(content) as file:
        # PDFium takes a hyphen at the end of a line for one that breaks a word, and gives U+FFFE for it.
        return [page.get_textpage().get_text_range().replace("\ufffe", "-") for page in file]


def said_by(content: bytes, document: Document) -> str:
    """The letter's text without white space, page numbers, and what a policy in 公文版式 has besides its text."""
    pages = pages_of(content)
    if document.is_policy:
        pages = [_cover(pages[0], document), *_chapters(pages, document)]
    return bare(PAGE_NUMBER.sub("", "\n".join(pages)))


def _cover(page: str, document: Document) -> str:
    return bare(page).removesuffix(bare(document.author))


def _chapters(pages: list[str], document: Document) -> Iterator[str]:
    first = next(number for number, page in enumerate(pages) if FIRST_PAGE.search(page))
    running = re.compile(rf"^{re.escape(document.title)}\s*$", re.MULTILINE)
    return (running.sub("", page) for page in pages[first:])
