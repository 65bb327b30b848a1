"""Reads limits.toml, cross_checks.toml, lint.toml and renumbering.toml into frozen rules."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache

from letters.definitions.catalogue import LIBRARY
from letters.definitions.conditions import Condition, condition_from_table
from letters.law.finding import UNVERIFIED, Level


@dataclass(frozen=True)
class Limit:
    """A limit bound to fields; `check_value` is in the unit of the field, cycles in months."""

    id: str
    fields: tuple[str, ...]
    kind: str
    level: Level
    message_zh: str
    message_en: str
    statute: str
    article: str
    verification: str
    effective_from: date
    effective_until: date | None = None
    applies_when: Condition | None = None
    check_value: Decimal | None = None
    forbidden: tuple[str, ...] = ()
    forbidden_pattern: re.Pattern[str] | None = None
    requires: Condition | None = None
    must_match: re.Pattern[str] | None = None
    only_if_letter_uses: tuple[str, ...] = ()

    def is_in_force(self, day: date) -> bool:
        return self.effective_from <= day and (self.effective_until is None or day < self.effective_until)

    @property
    def blocks(self) -> bool:
        """Only what somebody who answers questions can mend: never wording of the letter or what is unverified."""
        return self.level is Level.MUST and self.kind != "text" and not self.message_zh.startswith(UNVERIFIED)


@dataclass(frozen=True)
class CrossCheck:
    id: str
    level: Level
    message_zh: str
    message_en: str
    expression: Mapping[str, object]
    letter_uses: str = ""

    @property
    def blocks(self) -> bool:
        return self.level is Level.MUST


@dataclass(frozen=True)
class LintRule:
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
    def blocks(self) -> bool:
        return False


@cache
def limits() -> tuple[Limit, ...]:
    return tuple(_limit(table) for table in _tables("limits.toml", "limits"))


@cache
def cross_checks() -> tuple[CrossCheck, ...]:
    return tuple(
        CrossCheck(
            table["id"],
            Level(table["level"]),
            table["message_zh"],
            table["message_en"],
            table["expression"],
            table.get("when", {}).get("letter_uses", ""),
        )
        for table in _tables("cross_checks.toml", "checks")
    )


@cache
def lint_rules() -> tuple[LintRule, ...]:
    return tuple(_lint_rule(table) for table in _tables("lint.toml", "rules"))


@cache
def renumbered() -> tuple[dict, ...]:
    """Articles of 网络安全法: old and new number, and the words that tell what each is about."""
    return tuple(_tables("renumbering.toml", "articles"))


@cache
def profile_keys() -> tuple[str, ...]:
    """The facts about a company that rules ask for."""
    return tuple(table["key"] for table in profile_questions())


@cache
def profile_questions() -> tuple[dict, ...]:
    """What a company is asked about itself: key, label_zh, label_en, and choices as [key, zh, en]."""
    return tuple(_tables("profile.toml", "questions"))


def _tables(name: str, key: str) -> list[dict]:
    return tomllib.loads((LIBRARY / name).read_text(encoding="utf-8"))[key]


def _condition(table: dict, key: str) -> Condition | None:
    return condition_from_table(table[key]) if key in table else None


def _pattern(text: str | None) -> re.Pattern[str] | None:
    return re.compile(text) if text else None


def _limit(table: dict) -> Limit:
    value, is_pattern = table.get("value"), table.get("pattern", False)
    until = table.get("effective_until")
    return Limit(
        id=table["id"],
        fields=tuple(table["fields"]),
        kind=table["kind"],
        level=Level(table["level"]),
        message_zh=table["message_zh"],
        message_en=table["message_en"],
        statute=table["statute"],
        article=table.get("article", ""),
        verification=table["verification"],
        effective_from=date.fromisoformat(table["effective_from"]),
        effective_until=date.fromisoformat(until) if until else None,
        applies_when=_condition(table, "applies_when"),
        check_value=Decimal(str(table["check_value"])) if "check_value" in table else None,
        forbidden=tuple(value) if isinstance(value, list) else (),
        forbidden_pattern=_pattern(value) if is_pattern else None,
        requires=_condition(table, "requires"),
        must_match=_pattern(table.get("must_match")),
        only_if_letter_uses=tuple(table.get("only_if_letter_uses", ())),
    )


def _lint_rule(table: dict) -> LintRule:
    return LintRule(
        id=table["id"],
        level=Level(table["level"]),
        regex=re.compile(table["regex"]),
        message_zh=table["message_zh"],
        message_en=table["message_en"],
        fix_zh=table["fix_zh"],
        unless=_pattern(table.get("unless")),
        statutes=tuple(table.get("statutes", ())),
        applies_when=_condition(table, "applies_when"),
        driver=table.get("driver", ""),
        finished_only=table.get("scope") == "finished_only",
        positive=tuple(table["positive"]),
        negative=tuple(table["negative"]),
    )
