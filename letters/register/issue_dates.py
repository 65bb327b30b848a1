"""The dates that issuing asks for: what the letter itself states is fixed, the rest is asked as the wizard would."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from django.http import QueryDict
from django.utils import timezone

from letters.actions.issue import ASKED_AS, IssueDates, stated_dates
from letters.definitions.catalogue import vocabulary
from letters.definitions.schema import FieldDefinition
from letters.models import Revision
from letters.questions.answers import Answers, Typed, read_answers
from letters.questions.base import Question
from letters.questions.forms import step_form, typed_into
from letters.questions.registry import question_for
from letters.web.question_row import QuestionRow, question_row

USUALLY_TODAY = ("signed_on", "valid_from")
NO_HELP = {"sign_date": {"help_zh": "", "help_en": ""}}


@dataclass(frozen=True)
class DatesAsked:
    """Reads like a letter definition that asks for these fields only."""

    fields: tuple[FieldDefinition, ...]


class IssueForm:
    """Without `data` the dates that are usual: signed today, valid from today, until replaced."""

    def __init__(self, revision: Revision, data: QueryDict | None = None):
        self.stated = stated_dates(revision)
        self.sent = data is not None
        self.asked = {name: _question(key) for name, key in ASKED_AS.items() if name not in self.stated}
        self.typed = self._usual() if data is None else typed_into(self.asked.values(), data)

    def _usual(self) -> Mapping[str, Typed]:
        today = timezone.localdate()
        return {self.asked[name].key: today.isoformat() for name in USUALLY_TODAY if name in self.asked}

    @property
    def answers(self) -> Answers:
        asked = DatesAsked(tuple(question.field for question in self.asked.values()))
        return read_answers(asked, self.typed)

    @property
    def rows(self) -> list[QuestionRow]:
        questions, answers = list(self.asked.values()), self.answers
        form = step_form(questions)(initial=self.typed)
        return [
            question_row(form[question.key], question, self.typed.get(question.key), answers, show_missing=self.sent)
            for question in questions
        ]

    @property
    def fixed(self) -> list[tuple[Question, date | None]]:
        return [(_question(ASKED_AS[name]), day) for name, day in self.stated.items()]

    @property
    def dates(self) -> IssueDates:
        """Once there are no faults."""
        values = self.answers.values
        return IssueDates(**{name: self.stated.get(name, values.get(key)) for name, key in ASKED_AS.items()})


@cache
def _question(key: str) -> Question:
    """As the vocabulary has it, but for what concerns how a letter prints it."""
    return question_for(replace(vocabulary().fields[key], depends_on=None, **NO_HELP.get(key, {})))
