"""Reads limits.toml: each limit whole, in the unit of its field, or what is wrong with it and where."""

from decimal import Decimal
from pathlib import Path
from typing import Any

from letters.definitions.statutes import SURENESS
from letters.definitions.tables import Table, read_tables
from letters.definitions.units import converted, unit_of
from letters.law.amounts import NUMBERS
from letters.law.finding import UNVERIFIED, UNVERIFIED_EN, Level
from letters.law.kinds import UNSEEN, Limit
from letters.law.known import Known
from letters.law.reading import (
    COMMON,
    DATES,
    condition_named,
    days_of,
    fields_named,
    level_of,
    read_versions,
    told_where,
)

# What a limit of each kind is judged by.
NEEDS = {
    "min": ("value", "unit"),
    "max": ("value", "unit"),
    "forbidden": ("value",),
    "requires": ("requires",),
    "text": ("must_match",),
}
REQUIRED = (*COMMON, "fields", "kind", "statute", "verification", "effective_from")
OPTIONAL = (
    *DATES,
    "article",
    "applies_when",
    "value",
    "unit",
    "check_value",
    "pattern",
    "requires",
    "must_match",
    "only_if_letter_uses",
    "basis",
)
PRACTICE = "practice"
# For whoever keeps the library: the grade of incident that a figure is for.
NOTED = ("grade",)


def read_limits(path: Path, known: Known, working_day_factor: Decimal) -> tuple[Limit, ...]:
    return read_versions(read_tables(path, "limits"), lambda table: _limit(table, known, working_day_factor))


def _limit(table: Table, known: Known, working_day_factor: Decimal) -> Limit:
    table.check_keys(REQUIRED, (*OPTIONAL, *NOTED))
    kind = table.one_of("kind", NEEDS, "kind")
    table.check_keys((*REQUIRED, *NEEDS[kind]), (*OPTIONAL, *NOTED))
    is_counted, is_pattern = kind in ("min", "max"), table.values.get("pattern") is True
    fields = fields_named(table, "fields", known, (*NUMBERS, "choice") if is_counted else ())
    if not fields:
        raise table.fault("names no field", "fields")
    return Limit(
        id=table.text("id"),
        fields=fields,
        kind=kind,
        article=table.text("article"),
        statute=table.one_of("statute", known.statutes, "statute"),
        applies_when=condition_named(table, "applies_when", known),
        check_value=_check_value(table, fields, known, working_day_factor) if is_counted else None,
        forbidden=table.texts("value") if kind == "forbidden" and not is_pattern else (),
        forbidden_pattern=table.pattern("value") if kind == "forbidden" and is_pattern else None,
        requires=condition_named(table, "requires", known),
        must_match=table.pattern("must_match"),
        only_if_letter_uses=fields_named(table, "only_if_letter_uses", known),
        is_practice=table.one_of("basis", ("", PRACTICE), "basis") == PRACTICE,
        **_sureness(table),
        **days_of(table),
    )


def _sureness(table: Table) -> dict[str, Any]:
    """What nobody has verified says so, and is advice at most."""
    sure = {key: table.text(key) for key in ("message_zh", "message_en")}
    sure |= {"level": level_of(table), "verification": table.one_of("verification", SURENESS, "verification")}
    if sure["verification"] == UNSEEN:
        sure["level"] = Level.NOTE
        if not sure["message_zh"].startswith(UNVERIFIED):
            sure["message_zh"] = f"{UNVERIFIED}：{sure['message_zh']}"
            sure["message_en"] = f"{UNVERIFIED_EN}: {sure['message_en']}"
    return sure


def _check_value(table: Table, fields: tuple[str, ...], known: Known, working_day_factor: Decimal) -> Decimal:
    """The figure of the source in the unit of the fields; where the table states it too, both must agree."""
    number, unit = _number(table, "value"), table.text("unit")
    with told_where(table, "unit"):
        units = {unit_of(known.fields[key]) for key in fields}
        if len(units) > 1:
            raise table.fault(f"its fields count in different units: {', '.join(sorted(units))}", "fields")
        found = converted(number, unit, units.pop(), working_day_factor)
    if "check_value" in table.values and (stated := _number(table, "check_value")) != found:
        raise table.fault(f"check_value is {stated}, but {number} {unit} are {found}", "check_value")
    return found


def _number(table: Table, key: str) -> Decimal:
    value = table.values[key]
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise table.fault(f"{key} is not a number: {value!r}", key)
    return Decimal(str(value))
