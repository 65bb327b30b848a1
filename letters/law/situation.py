"""What is judged: the accepted answers of one letter, the facts about the company, and the day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from letters.definitions.conditions import PROFILE
from letters.definitions.schema import LetterDefinition


@dataclass(frozen=True)
class Situation:
    """`text` is the finished letter, where there is one: rules about wording are silent without it."""

    definition: LetterDefinition
    values: Mapping[str, object]
    day: date
    profile: Mapping[str, object] = field(default_factory=dict)
    text: str = ""

    @cached_property
    def facts(self) -> dict[str, object]:
        """Answers by field key, and facts about the company as profile.<key>."""
        return {**self.values, **{PROFILE + key: value for key, value in self.profile.items()}}

    @cached_property
    def asked(self) -> frozenset[str]:
        """All fields that the letter can ask."""
        return frozenset(known.key for known in self.definition.fields)
