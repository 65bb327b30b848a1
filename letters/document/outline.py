"""The sections of a letter as an outline in English: number, heading, what it says, and what is asked in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from letters.definitions.schema import FieldDefinition, LetterDefinition
from letters.document.blocks import Blank, Document, Gap, Heading, Value
from letters.document.mentions import clauses


@dataclass(frozen=True)
class Section:
    """`index` is the place of its heading among the blocks; the English is "" for a heading that has none."""

    index: int
    level: int
    number: str
    title_zh: str
    title_en: str
    says_en: str
    asked: tuple[FieldDefinition, ...]


def outline(document: Document, definition: LetterDefinition) -> tuple[Section, ...]:
    """In the order of the letter; a question counts where its answer is printed, below the nearest heading."""
    fields = {field.key: field for field in definition.fields}
    asked = _asked(document)
    return tuple(_section(index, heading, definition, fields, asked) for index, heading in _headings(document))


def _headings(document: Document) -> Iterator[tuple[int, Heading]]:
    for index, block in enumerate(document.blocks):
        if isinstance(block, Heading):
            yield index, block


def _asked(document: Document) -> dict[int, list[str]]:
    """Under each heading the fields that are printed, each once; the block for signing stands under none."""
    found: dict[int, list[str]] = {}
    for clause in clauses(document):
        if clause.heading and not hasattr(clause.block, "lines"):
            keys = [run.field for run in clause.block.runs if isinstance(run, Value | Gap | Blank)]
            found.setdefault(clause.under, []).extend(keys)
    return found


def _section(
    index: int,
    heading: Heading,
    definition: LetterDefinition,
    fields: dict[str, FieldDefinition],
    asked: dict[int, list[str]],
) -> Section:
    entry = definition.outline.get(heading.words)
    return Section(
        index,
        heading.level,
        heading.number.strip(),
        heading.words,
        entry.title_en if entry else "",
        entry.says_en if entry else "",
        tuple(fields[key] for key in dict.fromkeys(asked.get(index, ())) if key in fields),
    )
