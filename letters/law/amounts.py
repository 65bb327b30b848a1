"""The two sides of a comparison between numbers or days of one letter."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from letters.law.situation import Situation

DATES = ("date", "month")
NUMBERS = ("integer", "decimal", "percent", "money")
FREE_TEXT = ("text", "long_text")

# A field, or a fact about the company as profile.<key>, and the kinds of question it may be; none for any.
Asks = Iterator[tuple[str, tuple[str, ...]]]


class Amount(Protocol):
    """One side of a comparison; None while it is unset."""

    def asks(self) -> Asks: ...

    def amount(self, situation: Situation) -> Decimal | None: ...


@dataclass(frozen=True)
class Constant:
    number: Decimal

    def asks(self) -> Asks:
        yield from ()

    def amount(self, situation: Situation) -> Decimal | None:
        return self.number


@dataclass(frozen=True)
class Figure:
    """A number that was typed, `times` to bring it to the unit of the other side."""

    field: str
    times: Decimal = Decimal(1)

    def asks(self) -> Asks:
        yield self.field, NUMBERS

    def amount(self, situation: Situation) -> Decimal | None:
        value = situation.values.get(self.field)
        return Decimal(value) * self.times if isinstance(value, int | Decimal) else None


@dataclass(frozen=True)
class DaysBetween:
    first: str
    second: str

    def asks(self) -> Asks:
        yield from ((self.first, DATES), (self.second, DATES))

    def amount(self, situation: Situation) -> Decimal | None:
        first, second = situation.values.get(self.first), situation.values.get(self.second)
        both = isinstance(first, date) and isinstance(second, date)
        return Decimal((second - first).days) if both else None  # type: ignore[operator]
