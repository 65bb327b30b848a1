"""All rules of the library, read and checked once per process."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from letters.definitions.catalogue import LIBRARY, company_definition, statutes, vocabulary
from letters.definitions.tables import read_tables, read_whole
from letters.law.cross_check_tables import read_cross_checks
from letters.law.kinds import CrossCheck, Limit, LintRule
from letters.law.known import Known, known_names
from letters.law.limit_tables import read_limits
from letters.law.lint_tables import read_lint_rules, read_renumbering, read_simplified
from letters.law.renumbering import Renumbering


@dataclass(frozen=True)
class Rules:
    limits: tuple[Limit, ...]
    cross_checks: tuple[CrossCheck, ...]
    lint_rules: tuple[LintRule, ...]
    renumbering: Renumbering
    simplified: Mapping[int, str]


@cache
def all_rules() -> Rules:
    return load_rules(LIBRARY, known_names(vocabulary(), company_definition(), statutes()))


def load_rules(folder: Path, known: Known) -> Rules:
    """DefinitionError says file, line and name of what is wrong."""
    rules = Rules(
        read_limits(folder / "limits.toml", known, _working_day_factor(folder / "limits.toml")),
        read_cross_checks(folder / "cross_checks.toml", known),
        read_lint_rules(folder / "lint.toml", known),
        read_renumbering(folder / "renumbering.toml", known),
        read_simplified(folder / "lint.toml"),
    )
    _check_facts(folder / "profile.toml", rules)
    return rules


def limits() -> tuple[Limit, ...]:
    return all_rules().limits


def cross_checks() -> tuple[CrossCheck, ...]:
    return all_rules().cross_checks


def lint_rules() -> tuple[LintRule, ...]:
    return all_rules().lint_rules


@cache
def profile_keys() -> tuple[str, ...]:
    """The facts about a company that rules ask for."""
    return tuple(table["key"] for table in profile_questions())


@cache
def profile_questions() -> tuple[dict, ...]:
    """What a company is asked about itself: key, label_zh, label_en, and choices as [key, zh, en]."""
    return tuple(dict(table.values) for table in read_tables(LIBRARY / "profile.toml", "questions"))


def _working_day_factor(path: Path) -> Decimal:
    """How many days a working day is taken for."""
    whole = read_whole(path)
    factor = whole.values.get("working_day_factor", 1)
    if isinstance(factor, bool) or not isinstance(factor, int | float) or factor <= 0:
        raise whole.fault(f"working_day_factor is not a factor: {factor!r}", "working_day_factor")
    return Decimal(str(factor))


def _check_facts(path: Path, rules: Rules) -> None:
    """What a fact about the company says it switches on is there."""
    known = {limit.id for limit in rules.limits}
    for table in read_tables(path, "questions"):
        if unknown := set(table.values.get("switches_on", {}).get("limits", ())) - known:
            raise table.fault(f"switches on unknown limits: {', '.join(sorted(unknown))}", "switches_on")
