"""One letter open in the wizard: what a step asks, what was typed into it, and saving without losing anybody's work."""

import hashlib
import json
from collections.abc import Mapping
from functools import cached_property

from django.contrib.auth.models import AbstractBaseUser
from django.http import QueryDict

from letters.journey import Journey
from letters.models import Letter
from letters.models.drafting import SaveRefused, save_answers
from letters.questions.answers import Typed
from letters.questions.base import Question
from letters.questions.forms import step_form, typed_into
from letters.questions.registry import question_for
from letters.workflow import EDITABLE

TRIES = 3


class Draft:
    def __init__(self, letter: Letter, user: AbstractBaseUser):
        self.letter, self.user = letter, user
        self.definition = letter.definition

    @cached_property
    def journey(self) -> Journey:
        return Journey(self.definition, self.letter.answers)

    def show_current(self, letter: Letter) -> None:
        """Go on with the letter as it is in the database now."""
        self.letter = letter
        self.journey = Journey(self.definition, letter.answers)

    def with_typed(self, typed: Mapping[str, Typed]) -> Journey:
        """The journey as it would be with these answers, without saving them."""
        return Journey(self.definition, {**self.letter.answers, **typed})

    def questions(self, step: str) -> tuple[Question, ...]:
        return tuple(question_for(field) for field in self.definition.fields_of(step))

    def form_class(self, step: str):
        return step_form(self.questions(step))

    def typed(self, step: str, data: QueryDict) -> dict[str, Typed]:
        """What the page sent for this step, as it is stored; a field the page did not send stays as it was."""
        return typed_into(self.questions(step), data)

    def stored(self, step: str) -> dict[str, Typed]:
        keys = [field.key for field in self.definition.fields_of(step)]
        return {key: self.letter.answers[key] for key in keys if key in self.letter.answers}

    def base(self, step: str) -> str:
        """A digest of what is stored for this step: a page that carries it back has seen exactly that."""
        content = json.dumps(self.stored(step), ensure_ascii=True, sort_keys=True)
        return hashlib.sha256(content.encode()).hexdigest()[:16]

    def save(self, step: str, typed: Mapping[str, Typed], *, version: str, base: str) -> None:
        """Save one step; SaveRefused when somebody else changed this very step since the page was made.

        A newer version of the letter alone is no conflict: two people may fill in two steps at once.
        """
        for _ in range(TRIES):
            seen = version == str(self.letter.version) or base == self.base(step)
            if self.letter.status not in EDITABLE or self.letter.deleted_at or not seen:
                if self.letter.status in EDITABLE and {**self.stored(step), **typed} == self.stored(step):
                    return
                raise SaveRefused(self.letter)
            try:
                self.journey = save_answers(self.letter, typed, by=self.user, version=self.letter.version)
            except SaveRefused as refused:
                self.show_current(refused.current)
            else:
                return
        raise SaveRefused(self.letter)
