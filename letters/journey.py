"""The route through one letter: which steps it has, how far each is, which comes next."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from letters.definitions.schema import LetterDefinition, Step
from letters.questions.answers import Answers, Typed, read_answers


class Progress(StrEnum):
    TODO = "todo"
    REFUSED = "refused"
    DONE = "done"


@dataclass(frozen=True)
class Journey:
    definition: LetterDefinition
    typed: Mapping[str, Typed]

    @cached_property
    def answers(self) -> Answers:
        return read_answers(self.definition, self.typed)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps that ask anything at all with these answers."""
        return tuple(step for step in self.definition.steps if self.asked(step.key))

    def asked(self, step: str) -> tuple[str, ...]:
        """The keys of the fields that a step asks now."""
        return tuple(field.key for field in self.definition.fields_of(step) if field.key not in self.answers.hidden)

    def progress(self, step: str) -> Progress:
        """Done means seen and nothing wrong: a step of optional questions has to be passed through once."""
        asked = self.asked(step)
        if any(key in self.answers.refused for key in asked):
            return Progress.REFUSED
        if any(key in self.answers.missing or key not in self.typed for key in asked):
            return Progress.TODO
        return Progress.DONE

    @cached_property
    def done(self) -> int:
        return sum(self.progress(step.key) is Progress.DONE for step in self.steps)

    @property
    def is_complete(self) -> bool:
        """Nothing is missing or refused: the letter can be exported as finished."""
        return not self.answers.faults

    @property
    def first_incomplete(self) -> Step | None:
        return next((step for step in self.steps if self.progress(step.key) is not Progress.DONE), None)

    def before(self, step: str) -> Step | None:
        place = self._place(step)
        return self.steps[place - 1] if place > 0 else None

    def after(self, step: str) -> Step | None:
        place = self._place(step)
        return self.steps[place + 1] if place + 1 < len(self.steps) else None

    def _place(self, step: str) -> int:
        return [known.key for known in self.steps].index(step)
