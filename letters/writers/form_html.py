"""The places of a blank form on the page that goes to the press: each named, so that a field is laid over it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from letters.document.blocks import Blank, Run
from letters.writers.form_fields import BOX, BOXES, FormField, Place, Shape, pieces

RULES = re.compile("(_+)")
CLAUSE = "本条适用"
# A part of a date is called by the character behind its rule: 签署日期（年）.
PARTS = "年月日"


@dataclass(frozen=True)
class Spot:
    """One place: places of one name share an answer; `on` is what a chosen or ticked one answers."""

    name: str
    label: str
    kind: str
    on: str = ""


FormRun = tuple[str, Run, list["SetPiece"]]


@dataclass(frozen=True)
class SetPiece:
    """`tail` is the first character of a label, which stays with its box."""

    spot: Spot | None
    text: str
    tail: str = ""


class Spots:
    """Names the places of one form in their order."""

    def __init__(self, fields: Sequence[FormField]):
        self.fields = {field.key: field for field in fields}
        self.clauses = 0

    def runs(self, runs: tuple[Run, ...]) -> list[FormRun]:
        return [("form", run, list(_with_tails(list(self._spots(run))))) for run in runs]

    def _spots(self, run: Run) -> Iterator[tuple[Spot | None, str]]:
        field = self.fields.get(run.field) if isinstance(run, Blank) else None
        for piece in pieces(run, field):
            if isinstance(piece, str):
                yield None, piece
            elif piece.is_box:
                yield self._box(piece), piece.text
            elif piece.field.shape == Shape.CHOICE:
                yield from _choice(piece)
            else:
                yield from _rules(piece)

    def _box(self, place: Place) -> Spot:
        if place.field is None:
            self.clauses += 1
            return Spot(f"clause-{self.clauses}", CLAUSE, "tick", "yes")
        option, words = place.option
        return Spot(f"{place.field.key}-{option}", f"{place.field.label}：{words}", "tick", "yes")


def _with_tails(found: list[tuple[Spot | None, str]]) -> Iterator[SetPiece]:
    taken = 0
    for (spot, text), (_, after) in zip(found, [*found[1:], (None, "")], strict=True):
        tail = after[:1] if spot and spot.on else ""
        yield SetPiece(spot, text[taken:], tail)
        taken = len(tail)


def _choice(place: Place) -> Iterator[tuple[Spot | None, str]]:
    options = iter(place.field.options)
    for part in BOXES.split(place.text):
        if part == BOX:
            option, words = next(options)
            yield Spot(place.field.key, f"{place.field.label}：{words}", "one", option), part
        elif part:
            yield None, part


def _rules(place: Place) -> Iterator[tuple[Spot | None, str]]:
    """A date has three rules, a span of time two; any other answer one."""
    parts = RULES.split(place.text)
    several = len(parts) > 3
    for number, part in enumerate(parts):
        if number % 2:
            yield _rule(place.field, (number + 1) // 2 if several else 0, parts[number + 1][:1]), part
        elif part:
            yield None, part


def _rule(field: FormField, number: int, follows: str) -> Spot:
    kind = "lines" if field.shape == Shape.LINES else "line"
    if not number:
        return Spot(field.key, field.label, kind)
    return Spot(
        f"{field.key}-{number}", f"{field.label}（{follows if follows and follows in PARTS else number}）", kind
    )
