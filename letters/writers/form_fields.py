"""What a blank form asks, and where on it: each blank in pieces that are words, a place to write or a box to tick."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from letters.definitions.schema import FieldDefinition, LetterDefinition
from letters.document.blocks import Run, Text

BOX = "□"
BOXES = re.compile(f"({BOX})")
BETWEEN_MARKS = re.compile("(《?)(.+?)(》?)")


class Shape(StrEnum):
    """How a place is filled in on a screen."""

    LINE = "line"
    LINES = "lines"
    DATE = "date"
    MONTH = "month"
    CHOICE = "choice"
    BOXES = "boxes"


SHAPES = {
    "long_text": Shape.LINES,
    "date": Shape.DATE,
    "month": Shape.MONTH,
    "choice": Shape.CHOICE,
    "yes_no": Shape.CHOICE,
    "multi_choice": Shape.BOXES,
}
YES_OR_NO = (("yes", "是"), ("no", "否"))


@dataclass(frozen=True)
class FormField:
    """One question as a form asks it; `options` are keys with the words that stand behind their boxes."""

    key: str
    label: str
    shape: Shape
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Place:
    """A place to fill in. What belongs to no question is a clause that is ticked where it applies."""

    text: str
    field: FormField | None = None
    option: tuple[str, str] | None = None

    @property
    def is_box(self) -> bool:
        return self.field is None or self.option is not None


def fields_to_fill(definition: LetterDefinition) -> tuple[FormField, ...]:
    """The questions of a letter in their order, by their Chinese names: a form is filled in in Chinese."""
    return tuple(FormField(field.key, field.label_zh, _shape(field), _options(field)) for field in definition.fields)


def _shape(field: FieldDefinition) -> Shape:
    return SHAPES.get(field.kind, Shape.LINE)


def _options(field: FieldDefinition) -> tuple[tuple[str, str], ...]:
    if field.kind == "yes_no":
        return YES_OR_NO
    return tuple((choice.key, choice.zh) for choice in field.choices)


def pieces(run: Run, field: FormField | None) -> Iterator[str | Place]:
    """The run's text, nothing left out: words as they are, and the places between them."""
    if isinstance(run, Text):
        yield from (Place(BOX) if part == BOX else part for part in BOXES.split(run.text) if part)
    elif field is None:
        yield run.text
    elif field.shape == Shape.BOXES:
        yield from _boxes(run.text, field)
    else:
        yield from _place(run.text, field)


def _boxes(text: str, field: FormField) -> Iterator[str | Place]:
    options = iter(field.options)
    for part in BOXES.split(text):
        if part:
            yield Place(BOX, field, next(options)) if part == BOX else part


def _place(text: str, field: FormField) -> Iterator[str | Place]:
    """Marks around a title are printed, whatever is written between them."""
    before, rule, after = BETWEEN_MARKS.fullmatch(text).groups()
    yield from (part for part in (before, Place(rule, field), after) if part)
