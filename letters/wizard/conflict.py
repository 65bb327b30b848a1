"""Two people saved one step: which answers differ, theirs beside mine."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from letters.questions.answers import Typed
from letters.questions.base import Question
from letters.questions.refusal import AnswerRefused
from letters.wizard.draft import Draft


@dataclass(frozen=True)
class ConflictRow:
    question: Question
    theirs: str
    mine: str


def conflict_rows(draft: Draft, step: str, typed: Mapping[str, Typed]) -> list[ConflictRow]:
    stored = draft.stored(step)
    return [
        ConflictRow(question, _shown(question, stored.get(question.key)), _shown(question, typed[question.key]))
        for question in draft.questions(step)
        if question.key in typed and typed[question.key] != stored.get(question.key)
    ]


def _shown(question: Question, typed: Typed | None) -> str:
    """In words where the answer is accepted, as typed where it is not: nobody's text is hidden."""
    try:
        value = question.clean(typed)
    except AnswerRefused:
        return _("、").join(typed) if isinstance(typed, list) else str(typed or "--")
    return "--" if value is None else question.show(value)


def as_list(typed: Typed) -> list[str]:
    return typed if isinstance(typed, list) else [typed]
