"""The numbers printed in a letter → lists that Word counts itself, or none where Word would count differently."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from letters.document.numbering import CIRCLED
from letters.questions.chinese_numbers import spelled

NUMERAL = re.compile(rf"\d+|[零一二三四五六七八九十百]+|[{CIRCLED}]")
PLACE = re.compile(r"%(\d)")
ARTICLE = re.compile(r"第.+条\s*")
DEEPEST = 9  # levels of one list in Word

# Word's name of a way to count, and what it prints; nothing where Word and we may differ.
FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "chineseCountingThousand": lambda count: spelled(count) if count < 100 else "",
    "decimalEnclosedCircle": lambda count: CIRCLED[count - 1 : count],
}

Numbered = tuple[int, str]  # level in the letter (from 1), number as printed


@dataclass(frozen=True)
class Level:
    """One level of a list: `pattern` has %1, %2 … where the counters of the levels stand (%1.%2)."""

    form: str
    pattern: str

    @property
    def first(self) -> str:
        """Its first number, the levels above left out of account."""
        return PLACE.sub(FORMS[self.form](1), self.pattern)


@dataclass(frozen=True)
class Outline:
    """A multilevel list; `top` is the level of the letter that is its first one."""

    top: int
    levels: tuple[Level, ...]


def outlines(numbered: Sequence[Numbered]) -> tuple[Outline, ...] | None:
    """Lists that print exactly these numbers, or None. 第X条 runs on over the chapters, so it is a list of its own."""
    articles = min((level for level, number in numbered if ARTICLE.fullmatch(number)), default=1)
    chapters = [one for one in numbered if one[0] < articles]
    rest = [one for one in numbered if one[0] >= articles]
    parts = [(part, top) for part, top in ((chapters, 1), (rest, articles)) if part]
    found = tuple(outline for part, top in parts if (outline := _outline(part, top)))
    return found if len(found) == len(parts) else None


def _outline(numbered: Sequence[Numbered], top: int) -> Outline | None:
    levels: list[Level] = []
    counters: list[int] = []
    for level, number in numbered:
        depth = level - top + 1
        if depth > min(len(counters) + 1, DEEPEST):
            return None  # a level left out: Word and other programs count on differently
        counters = [*counters[: depth - 1], counters[depth - 1] + 1 if depth <= len(counters) else 1]
        if depth > len(levels):
            levels.append(_level(number, depth))
        if _shown(levels[:depth], counters) != number:
            return None
    return Outline(top, tuple(levels))


def _shown(levels: list[Level], counters: list[int]) -> str:
    """What is printed at the last level; each counter in the form of its own level, as every program does it."""
    printed = [FORMS[level.form](counter) for level, counter in zip(levels, counters, strict=True)]
    return PLACE.sub(lambda place: printed[int(place[1]) - 1], levels[-1].pattern)


def _level(number: str, depth: int) -> Level:
    """What one number tells about its level; more numerals than levels cannot be counted and print nothing."""
    numerals = NUMERAL.findall(number)
    if len(numerals) > depth:
        return Level("decimal", "")
    places = iter(range(depth - len(numerals) + 1, depth + 1))
    return Level(_form(numerals), NUMERAL.sub(lambda _: f"%{next(places)}", number))


def _form(numerals: list[str]) -> str:
    if not numerals or numerals[-1].isdecimal():
        return "decimal"
    return "decimalEnclosedCircle" if numerals[-1] in CIRCLED else "chineseCountingThousand"
