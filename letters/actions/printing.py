"""Prints an approved letter once: the same frozen revision gives the files that are kept."""

import hashlib
from dataclasses import dataclass
from importlib.metadata import version

from django.conf import settings

from letters.actions.lay_out import print_options
from letters.document.blocks import Document
from letters.document.issued import numbered, verifiable
from letters.models import Letter
from letters.models.verification import spelled, verify_address
from letters.writers.filenames import letter_filename
from letters.writers.fonts import shelf
from letters.writers.formats import FORMATS
from letters.writers.options import PrintOptions

ISSUED_FORMATS = ("pdf", "docx")


@dataclass(frozen=True)
class PrintedFile:
    extension: str
    name: str
    content_type: str
    content: bytes


def printed(letter: Letter) -> list[PrintedFile]:
    """PDF and Word file of an approved letter; what a writer refuses (too long, no glyph) comes through as it is."""
    document, options = _document(letter), print_options(letter)
    day = letter.approved_at.date()
    return [
        PrintedFile(
            extension,
            letter_filename(letter.title, letter.company, letter.number, day, extension),
            FORMATS[extension].content_type,
            FORMATS[extension].render(document, options),
        )
        for extension in ISSUED_FORMATS
    ]


def _document(letter: Letter) -> Document:
    """The frozen revision with its number, and with its code where anybody may check it."""
    document = numbered(letter.approved_revision.tree, letter.number)
    if not settings.NUOCHENG_VERIFY:
        return document
    return verifiable(document, spelled(letter.code), verify_address(letter.code))


def made_with(extension: str, options: PrintOptions) -> dict[str, str]:
    """Which layout, renderers and fonts, to print the same bytes again one day."""
    code = {"segno": version("segno"), "layout": options.layout.value}
    if options.letterhead and options.letterhead.logo:
        code["logo"] = hashlib.sha256(options.letterhead.logo.png).hexdigest()
    if extension == "docx":
        return code | {"python-docx": version("python-docx")}
    return code | {"weasyprint": version("weasyprint"), "fonts": shelf().folder.name}
