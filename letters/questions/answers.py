"""All answers of a letter or a company, read together: accepted, refused, missing, or hidden by another answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from letters.definitions.schema import FieldDefinition
from letters.questions.refusal import AnswerRefused
from letters.questions.registry import question_for

Typed = str | list[str]


class Asking(Protocol):
    """Whatever asks for answers: a letter definition, the definition of a company."""

    @property
    def fields(self) -> tuple[FieldDefinition, ...]: ...


@dataclass(frozen=True)
class Answers:
    """`values` are accepted and visible; `refused` and `missing` map a field key to its sentence.

    A hidden field has no value and no fault, whatever was typed: it comes back when its condition holds again.
    """

    values: Mapping[str, object]
    refused: Mapping[str, str]
    missing: Mapping[str, str]
    hidden: frozenset[str]

    @property
    def faults(self) -> dict[str, str]:
        return {**self.refused, **self.missing}


def read_answers(definition: Asking, typed: Mapping[str, Typed]) -> Answers:
    """Clean what was typed, field by field; a field is read before those that depend on it."""
    reading = _Reading(definition, typed)
    for field in definition.fields:
        reading.read(field.key)
    return Answers(reading.values, reading.refused, reading.missing, frozenset(reading.hidden))


class _Reading:
    def __init__(self, definition: Asking, typed: Mapping[str, Typed]):
        self.fields = {field.key: field for field in definition.fields}
        self.typed = typed
        self.values: dict[str, object] = {}
        self.refused: dict[str, str] = {}
        self.missing: dict[str, str] = {}
        self.hidden: set[str] = set()
        self.seen: set[str] = set()

    def read(self, key: str) -> None:
        if key in self.seen or key not in self.fields:
            return
        self.seen.add(key)
        field = self.fields[key]
        if field.depends_on and not self._asked(field.depends_on):
            self.hidden.add(key)
            return
        try:
            value = question_for(field).clean(self.typed.get(key))
        except AnswerRefused as refusal:
            (self.missing if refusal.code == "missing" else self.refused)[key] = str(refusal)
        else:
            if value is not None:
                self.values[key] = value

    def _asked(self, condition) -> bool:
        for leaf in condition.leaves():
            self.read(leaf.field)
        return condition.holds(self.values)
