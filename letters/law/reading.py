"""What the tables of all rules have in common: names that must be known, days, levels, and versions that follow on."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from letters.definitions.conditions import Condition, ConditionError
from letters.definitions.tables import Table
from letters.definitions.units import UnitUnknown
from letters.law.finding import Level
from letters.law.kinds import Dated, Rule
from letters.law.known import Known, UnknownName

COMMON = ("id", "level", "message_zh", "message_en")
DATES = ("effective_from", "effective_until")
Kind = TypeVar("Kind", bound=Rule)


@contextmanager
def told_where(table: Table, key: str) -> Iterator[None]:
    try:
        yield
    except (ConditionError, UnknownName, UnitUnknown) as error:
        raise table.fault(str(error), key) from error


def level_of(table: Table) -> Level:
    return Level(table.one_of("level", tuple(Level), "level"))


def days_of(table: Table) -> dict[str, Any]:
    first, last = (table.day(key) for key in DATES)
    if first and last and last <= first:
        raise table.fault(f"ends on {last}, before it begins", "effective_until")
    return {"effective_from": first, "effective_until": last}


def fields_named(table: Table, key: str, known: Known, kinds: tuple[str, ...] = ()) -> tuple[str, ...]:
    fields = table.texts(key)
    with told_where(table, key):
        for name in fields:
            known.check_field(name, kinds)
    return fields


def condition_named(table: Table, key: str, known: Known) -> Condition | None:
    condition = table.condition(key)
    if condition:
        with told_where(table, key):
            known.check_condition(condition)
    return condition


def read_versions(tables: Iterable[Table], read: Callable[[Table], Kind]) -> tuple[Kind, ...]:
    """Rules of one id are versions of one rule: no two of them are in force on the same day."""
    rules: list[Kind] = []
    for table in tables:
        rule = read(table)
        for earlier in rules:
            if earlier.id == rule.id and Dated.overlaps(earlier, rule):
                raise table.fault("two versions overlap: both are in force on one day", "effective_from")
        rules.append(rule)
    return tuple(rules)
