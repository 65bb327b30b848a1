"""The three kinds of rule, read and checked: limits, contradictions, wording."""

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from letters.definitions.conditions import PROFILE, Condition
from letters.law.expressions import Expression
from letters.law.finding import UNVERIFIED, Level

UNSEEN = "general_knowledge"


@dataclass(frozen=True)
class Dated:
    """In force from its first day on, and until the day before its last; None means no such day."""

    effective_from: date | None = field(default=None, kw_only=True)
    effective_until: date | None = field(default=None, kw_only=True)

    def is_in_force(self, day: date) -> bool:
        return (self.effective_from is None or self.effective_from <= day) and (
            self.effective_until is None or day < self.effective_until
        )

    def overlaps(self, other: "Dated") -> bool:
        return _begins(self) < _ends(other) and _begins(other) < _ends(self)


def _begins(dated: Dated) -> date:
    return dated.effective_from or date.min


def _ends(dated: Dated) -> date:
    return dated.effective_until or date.max


@dataclass(frozen=True)
class Limit(Dated):
    """A limit bound to fields; `check_value` is in the unit of the field, cycles in months.

    `is_practice`: the law asks for something of the kind, the figure itself is common practice.
    """

    id: str
    fields: tuple[str, ...]
    kind: str
    level: Level
    message_zh: str
    message_en: str
    statute: str
    article: str
    verification: str
    applies_when: Condition | None = None
    check_value: Decimal | None = None
    forbidden: tuple[str, ...] = ()
    forbidden_pattern: re.Pattern[str] | None = None
    requires: Condition | None = None
    must_match: re.Pattern[str] | None = None
    only_if_letter_uses: tuple[str, ...] = ()
    is_practice: bool = False

    @property
    def is_unverified(self) -> bool:
        return self.verification == UNSEEN

    @property
    def blocks(self) -> bool:
        """Only what somebody who answers questions can mend: never wording of the letter or what is unverified."""
        return self.level is Level.MUST and self.kind != "text" and not self.is_unverified


@dataclass(frozen=True)
class CrossCheck(Dated):
    id: str
    level: Level
    message_zh: str
    message_en: str
    expression: Expression
    letter_uses: str = ""

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """Those that it compares, each once."""
        return tuple(name for name in self._asked if not name.startswith(PROFILE))

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """Facts about the company that it compares, by their own key."""
        return tuple(name.removeprefix(PROFILE) for name in self._asked if name.startswith(PROFILE))

    @cached_property
    def _asked(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for name, _kinds in self.expression.asks()))

    @property
    def is_unverified(self) -> bool:
        return self.message_zh.startswith(UNVERIFIED)

    @property
    def blocks(self) -> bool:
        return self.level is Level.MUST and not self.is_unverified


@dataclass(frozen=True)
class LintRule(Dated):
    id: str
    level: Level
    regex: re.Pattern[str]
    message_zh: str
    message_en: str
    fix_zh: str
    unless: re.Pattern[str] | None = None
    statutes: tuple[str, ...] = ()
    applies_when: Condition | None = None
    driver: str = ""
    finished_only: bool = False
    positive: tuple[str, ...] = field(default=(), repr=False)
    negative: tuple[str, ...] = field(default=(), repr=False)

    @property
    def is_unverified(self) -> bool:
        return self.message_zh.startswith(UNVERIFIED)

    @property
    def blocks(self) -> bool:
        """In what somebody typed; the wording of the letter itself is not theirs to mend."""
        return self.level is Level.MUST and not self.is_unverified


Rule = Limit | CrossCheck | LintRule
