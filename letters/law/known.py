"""What a rule may name: fields, facts about the company, choices, statutes; nothing else loads."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from letters.definitions.company import CompanyDefinition
from letters.definitions.conditions import COUNTING, PROFILE, Compare, Condition
from letters.definitions.schema import FieldDefinition, Statute, Vocabulary
from letters.law.amounts import NUMBERS

HAVE_CHOICES = ("choice", "multi_choice")


class UnknownName(LookupError):
    """A rule names something that does not exist, or asks of it what it cannot be."""


@dataclass(frozen=True)
class Known:
    """`fields` are those of the vocabulary by key, and the facts about the company as profile.<key>."""

    fields: Mapping[str, FieldDefinition]
    statutes: Mapping[str, Statute]

    def check_field(self, name: str, kinds: tuple[str, ...] = ()) -> None:
        if name not in self.fields:
            what, key = ("profile fact", name.removeprefix(PROFILE)) if name.startswith(PROFILE) else ("field", name)
            raise UnknownName(f"unknown {what}: {key}")
        if kinds and self.fields[name].kind not in kinds:
            raise UnknownName(f"{name} is a question of kind {self.fields[name].kind}, not {' or '.join(kinds)}")

    def check_statute(self, name: str) -> None:
        if name not in self.statutes:
            raise UnknownName(f"unknown statute: {name}")

    def check_condition(self, condition: Condition) -> None:
        for leaf in condition.leaves():
            self.check_field(leaf.field)
            if leaf.operator in COUNTING:
                self.check_field(leaf.field, NUMBERS)
            elif leaf.operator != "filled":
                self._check_values(leaf, self.fields[leaf.field])

    def _check_values(self, leaf: Compare, field: FieldDefinition) -> None:
        if (leaf.operator == "includes") != (field.kind == "multi_choice"):
            raise UnknownName(f"{leaf.operator} does not fit {leaf.field}, a question of kind {field.kind}")
        if field.kind in HAVE_CHOICES:
            self._check_choices(leaf, field)
        elif field.kind == "yes_no" and not all(isinstance(value, bool) for value in leaf.values):
            raise UnknownName(f"{leaf.field} is answered true or false: {list(leaf.values)!r}")

    def _check_choices(self, leaf: Compare, field: FieldDefinition) -> None:
        if unknown := set(leaf.values) - {choice.key for choice in field.choices}:
            raise UnknownName(f"unknown choice of {leaf.field}: {', '.join(map(str, sorted(unknown, key=str)))}")


def known_names(vocabulary: Vocabulary, company: CompanyDefinition, statutes: Mapping[str, Statute]) -> Known:
    facts: Iterable[FieldDefinition] = company.profile.fields
    return Known({**vocabulary.fields, **{PROFILE + fact.key: fact for fact in facts}}, statutes)
