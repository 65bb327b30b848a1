"""Reads cross_checks.toml: each contradiction with its expression compiled."""

from pathlib import Path

from letters.definitions.tables import Table, read_tables
from letters.law.expression_tables import read_expression
from letters.law.kinds import CrossCheck
from letters.law.known import Known
from letters.law.reading import COMMON, DATES, days_of, level_of, read_versions, told_where


def read_cross_checks(path: Path, known: Known) -> tuple[CrossCheck, ...]:
    return read_versions(read_tables(path, "checks"), lambda table: _cross_check(table, known))


def _cross_check(table: Table, known: Known) -> CrossCheck:
    table.check_keys((*COMMON, "expression"), (*DATES, "when"))
    with told_where(table, "expression"):
        expression = read_expression(table.values["expression"], known)
    return CrossCheck(
        table.text("id"),
        level_of(table),
        table.text("message_zh"),
        table.text("message_en"),
        expression,
        _letter_uses(table, known),
        **days_of(table),
    )


def _letter_uses(table: Table, known: Known) -> str:
    match table.values.get("when", {}):
        case {"letter_uses": str(key), **rest} if not rest:
            with told_where(table, "when"):
                known.check_field(key)
            return key
        case {**rest} if not rest:
            return ""
    raise table.fault(f"not a condition of a check: {table.values['when']!r}", "when")
