"""What a cross-check says must hold between the answers of one letter; what is unset contradicts nothing."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Protocol

from letters.definitions.conditions import Condition
from letters.law.amounts import DATES, FREE_TEXT, NUMBERS, Amount, Asks
from letters.law.situation import Situation

ANY: tuple[str, ...] = ()


class Expression(Protocol):
    def asks(self) -> Asks: ...

    def agrees(self, situation: Situation) -> bool: ...


@dataclass(frozen=True)
class AtMost:
    smaller: Amount
    larger: Amount
    strict: bool = False

    def asks(self) -> Asks:
        yield from (*self.smaller.asks(), *self.larger.asks())

    def agrees(self, situation: Situation) -> bool:
        smaller, larger = self.smaller.amount(situation), self.larger.amount(situation)
        return smaller is None or larger is None or smaller < larger or (smaller == larger and not self.strict)


@dataclass(frozen=True)
class Ascending:
    """Those that are set come in this order."""

    fields: tuple[str, ...]
    strict: bool

    def asks(self) -> Asks:
        yield from ((key, DATES) for key in self.fields)

    def agrees(self, situation: Situation) -> bool:
        days = [day for day in map(situation.values.get, self.fields) if isinstance(day, date)]
        return all(first < second or (first == second and not self.strict) for first, second in pairwise(days))


@dataclass(frozen=True)
class NearToday:
    """At most so many days before the day on which the letter is judged, and after it; None for any number."""

    field: str
    past: int
    future: int | None

    def asks(self) -> Asks:
        yield self.field, DATES

    def agrees(self, situation: Situation) -> bool:
        day = situation.values.get(self.field)
        if not isinstance(day, date):
            return True
        away = day - situation.day
        return timedelta(days=-self.past) <= away and (self.future is None or away <= timedelta(days=self.future))


@dataclass(frozen=True)
class Differs:
    first: str
    second: str

    def asks(self) -> Asks:
        yield from ((self.first, FREE_TEXT), (self.second, FREE_TEXT))

    def agrees(self, situation: Situation) -> bool:
        first, second = (str(situation.values.get(key) or "").strip() for key in (self.first, self.second))
        return not first or not second or first != second


@dataclass(frozen=True)
class Holds:
    condition: Condition

    def asks(self) -> Asks:
        yield from ((leaf.field, ANY) for leaf in self.condition.leaves())

    def agrees(self, situation: Situation) -> bool:
        return self.condition.holds(situation.facts)


@dataclass(frozen=True)
class Implies:
    premise: Condition
    conclusion: Condition

    def asks(self) -> Asks:
        yield from ((leaf.field, ANY) for part in (self.premise, self.conclusion) for leaf in part.leaves())

    def agrees(self, situation: Situation) -> bool:
        return not self.premise.holds(situation.facts) or self.conclusion.holds(situation.facts)


@dataclass(frozen=True)
class ArticleExists:
    """`last` is the number of the last article by each spelling of a statute; what is not in it has any article."""

    statute: str
    article: str
    last: Mapping[str, int]

    def asks(self) -> Asks:
        yield from ((self.statute, FREE_TEXT), (self.article, NUMBERS))

    def agrees(self, situation: Situation) -> bool:
        last = self.last.get(str(situation.values.get(self.statute)))
        article = situation.values.get(self.article)
        return last is None or not isinstance(article, int) or article <= last


@dataclass(frozen=True)
class NotTicked:
    """`spellings` of the statutes that may be ticked, by their id."""

    statute: str
    ticked: str
    spellings: Mapping[str, frozenset[str]]

    def asks(self) -> Asks:
        yield from ((self.statute, FREE_TEXT), (self.ticked, ("multi_choice",)))

    def agrees(self, situation: Situation) -> bool:
        name, ticked = situation.values.get(self.statute), situation.values.get(self.ticked)
        return not isinstance(ticked, tuple) or not any(name in self.spellings.get(key, ()) for key in ticked)


@dataclass(frozen=True)
class CheckDigit:
    """The last character of a code of this shape follows from those before it."""

    field: str
    kind: str
    shape: re.Pattern[str]
    check: Callable[[str], str]

    def asks(self) -> Asks:
        yield self.field, (self.kind,)

    def agrees(self, situation: Situation) -> bool:
        code = situation.values.get(self.field)
        return not isinstance(code, str) or not self.shape.fullmatch(code) or code[-1] == self.check(code)
