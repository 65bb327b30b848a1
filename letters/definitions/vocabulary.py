"""Reads the shared vocabulary, library/fields.toml."""

import dataclasses
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from letters.definitions.conditions import ConditionError, condition_from_table
from letters.definitions.schema import Choice, DefinitionError, FieldDefinition, Step, Vocabulary

_FIELD_KEYS = frozenset(field.name for field in dataclasses.fields(FieldDefinition)) - {"key"}
_FROZEN = {"suggest": tuple, "sensitive_choices": tuple, "duty": MappingProxyType, "months_by_choice": MappingProxyType}


def load_vocabulary(path: Path) -> Vocabulary:
    source = path.read_text(encoding="utf-8")
    tables = read_toml(source, path.name)
    steps = tuple(Step(**step) for step in tables["steps"])
    common = {key: tables.get(key, "") for key in ("suggest_note_zh", "suggest_note_en")}
    known_steps = {step.key for step in steps}
    fields = {}
    for key, table in tables["fields"].items():
        fields[key] = read_field(key, common | table, known_steps, path.name, source)
    _check_conditions(fields, path.name, source)
    return Vocabulary(steps, MappingProxyType(fields))


class _Place:
    """Where in the file something stands, found only when it has to be said."""

    def __init__(self, path: str, source: str, pattern: str):
        self.path, self.source, self.pattern = path, source, pattern

    def error(self, message: str) -> DefinitionError:
        found = re.search(self.pattern, self.source)
        line = self.source.count("\n", 0, found.start()) + 1 if found else 1
        return DefinitionError(self.path, line, message)


def read_toml(source: str, name: str) -> dict:
    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise DefinitionError(name, int(line[1]) if line else 1, str(error)) from error


def read_field(key: str, table: dict, steps: set[str], path: str, source: str) -> FieldDefinition:
    place = _Place(path, source, rf"\[fields\.{key}\]|key = \"{key}\"")
    if unknown := set(table) - _FIELD_KEYS:
        raise place.error(f"field {key} has unknown keys: {', '.join(sorted(unknown))}")
    if table.get("step") not in steps:
        raise place.error(f"field {key} stands in unknown step: {table.get('step')}")
    values = {name: _FROZEN.get(name, lambda value: value)(value) for name, value in table.items()}
    values["choices"] = tuple(Choice(*choice) for choice in table.get("choices", ()))
    try:
        if "depends_on" in table:
            values["depends_on"] = condition_from_table(table["depends_on"])
        return FieldDefinition(key=key, **values)
    except (ConditionError, TypeError) as error:
        raise place.error(f"field {key}: {error}") from error


def _check_conditions(fields: Mapping[str, FieldDefinition], path: str, source: str) -> None:
    for field in fields.values():
        for leaf in field.depends_on.leaves() if field.depends_on else ():
            if leaf.field not in fields:
                place = _Place(path, source, rf"\[fields\.{field.key}\]")
                raise place.error(f"field {field.key} depends on unknown field {leaf.field}")
