"""Reads the statutes that letters and rules may rest on, library/statutes.toml, each with its amendments in order."""

import dataclasses
from collections.abc import Mapping
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any

from letters.definitions.schema import Amendment, Statute
from letters.definitions.tables import Table, read_tables, read_whole

STATES = ("in_force", "superseded", "repealed", "draft")
SURENESS = ("text_seen", "secondary", "general_knowledge")
IN_FORCE = "in_force"
REQUIRED = ("short_zh", "full_zh", "title_en", "kind", "status", "verification")
AMENDMENT = ("effective_from", "number_zh", "note_zh", "note_en")
OPTIONAL = tuple(field.name for field in dataclasses.fields(Statute) if field.name not in (*REQUIRED, "id"))


def load_statutes(path: Path) -> Mapping[str, Statute]:
    """DefinitionError names a statute that is unknown, or has two versions in force on one day."""
    as_of = read_whole(path).text("as_of")
    tables = {table.name: table for table in read_tables(path, "statutes")}
    statutes = {key: _statute(table, as_of) for key, table in tables.items()}
    for key, statute in statutes.items():
        _check_successor(tables[key], statute, statutes)
    return MappingProxyType(statutes)


def _statute(table: Table, as_of: str) -> Statute:
    table.check_keys(REQUIRED, OPTIONAL)
    table.one_of("status", STATES, "status")
    table.one_of("verification", SURENESS, "verification")
    _check_versions(table)
    for key in ("promulgated", "effective_until", "verified_on"):
        table.day(key)
    amended = tuple(Amendment(**each) for each in table.values.get("amended", ()))
    values: dict[str, Any] = {"verified_on": as_of} | dict(table.values) | {"amended": amended}
    return Statute(id=table.name, **values)


def _check_versions(table: Table) -> None:
    """The original and each amendment take effect on days of their own, one after the other."""
    days = [table.day("effective_from"), *map(partial(_amended_from, table), table.values.get("amended", ()))]
    for earlier, later in pairwise(day for day in days if day):
        if later <= earlier:
            raise table.fault(f"two versions overlap: one from {earlier}, the next from {later}", "amended")


def _amended_from(table: Table, amendment: Mapping) -> date | None:
    inner = dataclasses.replace(table, values=amendment)
    inner.check_keys(("date",), AMENDMENT)
    return inner.day("effective_from")


def _check_successor(table: Table, statute: Statute, statutes: Mapping[str, Statute]) -> None:
    key = statute.superseded_by
    if not key:
        return
    if key not in statutes:
        raise table.fault(f"unknown statute: {key}", "superseded_by")
    if statute.status == IN_FORCE:
        raise table.fault(f"still in force beside its successor {key}", "status")
    if statute.effective_from and statute.effective_from >= (statutes[key].effective_from or "9999"):
        raise table.fault(f"two versions overlap: its successor {key} does not begin after it", "effective_from")
