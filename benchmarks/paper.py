"""The letter that all of them print, shorter and longer ones of its kind, and how much memory a process has taken."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

from pypdfium2 import PdfDocument

from letters.definitions.catalogue import letter_definition
from letters.document.blocks import Document
from letters.document.build import build_document
from letters.questions.answers import read_answers
from tests.answers import example_answers

LETTER = "cip-6"
MEGABYTE = 1024


def letter(**changed: object) -> Document:
    """Four pages."""
    definition = letter_definition(LETTER)
    return build_document(definition, read_answers(definition, example_answers(LETTER, **changed)))


def letter_of(paragraphs: float) -> Document:
    """So many times its paragraphs, before the signature."""
    document = letter()
    title, *body, signature = document.blocks
    some = round(len(body) * (paragraphs % 1))
    return replace(document, blocks=(title, *body * int(paragraphs), *body[:some], signature))


def pages_of(pdf: bytes) -> int:
    with PdfDocument(BytesIO(pdf)) as opened:
        return len(opened)


def megabytes(process: int) -> float:
    """What a process has had of memory at most."""
    lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / MEGABYTE
