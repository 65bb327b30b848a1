"""The first page of every letter on one picture: all of them in 公文版式, the first two once more in 商务版式."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from letters.definitions.catalogue import letter_definition, letter_definitions
from letters.document.blocks import Document
from letters.document.build import build_document
from letters.document.issued import numbered
from letters.questions.answers import read_answers
from letters.writers.options import Layout, PrintOptions
from letters.writers.pdf import render_pdf
from tests.answers import example_answers

COLUMNS, GAP, GREYS = 6, 16, 16
PAGE = (300, 424)
TABLE = 205
A4_WIDTH = 595.28


def letter_sheet() -> Image.Image:
    pages = list(_first_pages())
    rows = -(-len(pages) // COLUMNS)
    sheet = Image.new("L", (_offset(COLUMNS, PAGE[0]), _offset(rows, PAGE[1])), TABLE)
    for place, page in enumerate(pages):
        sheet.paste(page, (_offset(place % COLUMNS, PAGE[0]), _offset(place // COLUMNS, PAGE[1])))
    return sheet.quantize(GREYS, dither=Image.Dither.NONE)


def save_sheet(sheet: Image.Image, file: Path) -> None:
    about = PngInfo()
    about.add_text("letters", editions())
    sheet.save(file, optimize=True, pnginfo=about)


def shown_on(file: Path) -> str:
    """The letters that a sheet was made of."""
    with Image.open(file) as sheet:
        return sheet.text["letters"]


def editions() -> str:
    """The letters as the library has them now."""
    return " ".join(f"{letter.id}/{letter.version}" for letter in letter_definitions().values())


def _offset(count: int, length: int) -> int:
    return GAP + count * (length + GAP)


def _first_pages() -> Iterator[Image.Image]:
    ids = list(letter_definitions())
    yield from (_first_page(letter_id, Layout.OFFICIAL) for letter_id in ids)
    yield from (_first_page(letter_id, Layout.BUSINESS) for letter_id in ids[:2])


def _first_page(letter_id: str, layout: Layout) -> Image.Image:
    content = render_pdf(_issued(letter_id), PrintOptions(layout))
    with pypdfium2.PdfDocument(content) as file:
        # Twice the size, then smaller: thin strokes of small type stay whole.
        drawn = file[0].render(scale=2 * PAGE[0] / A4_WIDTH, grayscale=True).to_pil()
    return drawn.convert("L").resize(PAGE, Image.Resampling.LANCZOS)


def _issued(letter_id: str) -> Document:
    definition = letter_definition(letter_id)
    document = build_document(definition, read_answers(definition, example_answers(letter_id)))
    return numbered(document, f"示科承诺〔2026〕{list(letter_definitions()).index(letter_id) + 1}号")
