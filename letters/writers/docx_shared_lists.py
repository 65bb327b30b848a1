"""One numbering for two versions of a letter: lists that Word counts right whether changes are accepted or rejected."""

from collections.abc import Mapping, Sequence

from docx.document import Document as WordFile

from letters.document.blocks import Block, Document, Heading, Item, SignatureLine
from letters.writers.characters import printable
from letters.writers.docx_numbering import Place, number_paragraphs
from letters.writers.docx_outline import Outline, outlines

NOT_COUNTED = Place(0, 0)  # Word's way to take the number of a style away from one paragraph


class SharedLists:
    """Where Word counts a block of either version; without lists the numbers are text like any other."""

    def __init__(self, places: Mapping[int, Place] | None):
        self.places = places

    def place(self, line: Block | SignatureLine) -> Place | None:
        if self.places is None or not isinstance(line, Heading | Item):
            return None
        return self.places[line.level] if line.number else NOT_COUNTED

    def typed(self, line: Block | SignatureLine) -> str:
        """The number to write, if Word does not count it; the label of a signature line is not a number."""
        return line.number if self.places is None and isinstance(line, Heading | Item) else ""


def share_lists(word: WordFile, older: Document, newer: Document) -> SharedLists:
    """The lists of the version that has all levels of the other; none if neither has, or if one types its numbers."""
    for whole, part in ((newer, older), (older, newer)):
        has, needs = outlines(_numbered(whole)), outlines(_numbered(part))
        if has is not None and needs is not None and _covers(has, needs):
            places = number_paragraphs(word, whole)
            return SharedLists({_level(whole.blocks[position]): place for position, place in places.items()})
    return SharedLists(None)


def _numbered(document: Document) -> list[tuple[int, str]]:
    blocks = (block for block in document.blocks if isinstance(block, Heading | Item) and block.number)
    return [(block.level, printable(block.number)) for block in blocks]


def _covers(has: Sequence[Outline], needs: Sequence[Outline]) -> bool:
    return len(has) >= len(needs) and all(
        outline.top == needed.top and outline.levels[: len(needed.levels)] == needed.levels
        for outline, needed in zip(has, needs, strict=False)
    )


def _level(block: Block) -> int:
    return getattr(block, "level", 0)
