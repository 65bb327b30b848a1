"""The tables of a library file, read key by key; what is wrong in one is said with file, line and name."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

from letters.definitions.conditions import Condition, ConditionError, condition_from_table
from letters.definitions.schema import DefinitionError
from letters.definitions.vocabulary import read_toml


@dataclass(frozen=True)
class Table:
    """One [[limits]] or [statutes.csl]: `source` is its text, which begins on `line` of the file."""

    path: str
    line: int
    source: str
    name: str
    values: Mapping

    def fault(self, message: str, key: str = "") -> DefinitionError:
        """An error on the line of the key, or of the head of the table."""
        found = re.search(rf"^(\[\[?)?{re.escape(key)}\b", self.source, re.MULTILINE) if key else None
        line = self.line + (self.source.count("\n", 0, found.start()) if found else 0)
        return DefinitionError(self.path, line, f"{self.name}: {message}")

    def check_keys(self, required: Collection[str], optional: Collection[str] = ()) -> None:
        if missing := [key for key in required if key not in self.values]:
            raise self.fault(f"missing keys: {', '.join(missing)}")
        for key in self.values:
            if key not in required and key not in optional:
                raise self.fault(f"unknown key: {key}", key)

    def text(self, key: str) -> str:
        """What is written there; "" where nothing is."""
        value = self.values.get(key, "")
        if not isinstance(value, str):
            raise self.fault(f"{key} is not a text: {value!r}", key)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.fault(f"{key} is not a list of texts: {value!r}", key)
        return tuple(value)

    def one_of(self, key: str, known: Collection[str], what: str) -> str:
        value = self.text(key)
        if value not in known:
            raise self.fault(f"unknown {what}: {value}", key)
        return value

    def day(self, key: str) -> date | None:
        """A day written as 2026-11-22; None where nothing is."""
        text = self.text(key)
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            raise self.fault(f"{key} is not a day such as 2026-11-22: {text}", key) from None

    def pattern(self, key: str) -> re.Pattern[str] | None:
        text = self.text(key)
        try:
            return re.compile(text) if text else None
        except re.error as error:
            raise self.fault(f"{key} does not compile: {error}: {text}", key) from None

    def condition(self, key: str) -> Condition | None:
        try:
            return condition_from_table(self.values[key]) if key in self.values else None
        except ConditionError as error:
            raise self.fault(f"{key}: {error}", key) from None


def read_tables(path: Path, key: str) -> Iterator[Table]:
    """Each [[key]], named by its id or key, or each [key.name]; DefinitionError for tables of any other name."""
    whole = read_whole(path)
    for other, value in whole.values.items():
        if other != key and (
            isinstance(value, dict) or (isinstance(value, list) and any(isinstance(each, dict) for each in value))
        ):
            raise whole.fault(f"unknown table: {other}", other)
    values = whole.values.get(key, [])
    named = list(values.items() if isinstance(values, dict) else ((_name(table), table) for table in values))
    for (start, end), (name, table) in zip(_places(whole.source, key, len(named)), named, strict=True):
        yield Table(path.name, whole.source.count("\n", 0, start) + 1, whole.source[start:end], name, table)


def read_whole(path: Path) -> Table:
    """The file as one table."""
    source = path.read_text(encoding="utf-8")
    return Table(path.name, 1, source, path.stem, read_toml(source, path.name))


def _places(source: str, key: str, count: int) -> list[tuple[int, int]]:
    """From where to where each table is written; all of the file for those without a head of their own."""
    heads = [found.start() for found in re.finditer(rf"^\[\[?{key}[\].]", source, re.MULTILINE)]
    return list(pairwise((*heads, len(source)))) if len(heads) == count else [(0, len(source))] * count


def _name(table: Mapping) -> str:
    return str(table.get("id") or table.get("key") or table.get("old") or "a table without id")
