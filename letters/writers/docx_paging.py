"""On which page each heading of a policy will stand: counted on the grid, so that the contents are right when opened.

Word counts anew when it is asked to; nothing is asked of whoever only reads or prints.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from letters.document.blocks import Block, Document, Heading, NumberLine, Title
from letters.document.keeping import kept_with_next
from letters.writers.options import Layout

INDENT = 2


@dataclass(frozen=True)
class Grid:
    """Characters of a line, lines of a page, and on which page the text starts."""

    characters: int
    lines: float
    first: int


# 225 mm at 28.95 pt; 242 mm at 20 pt after title page and contents.
GRIDS = {Layout.OFFICIAL: Grid(28, 22, 1), Layout.BUSINESS: Grid(38, 34, 3)}


def pages_of_headings(document: Document, layout: Layout) -> list[int]:
    blocks = tuple(block for block in document.blocks if not isinstance(block, Title | NumberLine))
    pages = _pages(blocks, GRIDS[layout])
    return [page for block, page in zip(blocks, pages, strict=True) if isinstance(block, Heading)]


def _pages(blocks: tuple[Block, ...], grid: Grid) -> Iterator[int]:
    """The page on which each block starts: it needs room for itself and, where kept, for two lines of the next."""
    kept = kept_with_next(blocks)
    page, used = grid.first, 0.0
    for position, block in enumerate(blocks):
        if used and used + _needed(blocks, position, kept, grid) > grid.lines:
            page, used = page + 1, 0.0
        yield page
        used += _height(block, grid)
        while used > grid.lines:
            page, used = page + 1, used - grid.lines


def _needed(blocks: tuple[Block, ...], position: int, kept: frozenset[int], grid: Grid) -> float:
    """Lines from the start of the block to the end of what may not be parted from it."""
    needed = 0.0
    while position in kept:
        needed += _height(blocks[position], grid)
        position += 1
    return needed + min(2.0, _height(blocks[position], grid))


def _height(block: Block, grid: Grid) -> float:
    if isinstance(block, Heading) and block.level == 1:
        return 2.0  # a chapter between half lines
    return float(ceil((INDENT + _width(block.text)) / grid.characters))


def _width(text: str) -> float:
    return sum(1 if unicodedata.east_asian_width(character) in "WFA" else 0.5 for character in text)
