"""Two people saved one step: which answers differ, theirs beside mine."""

from collections.abc import Mapping
from dataclasses import dataclass

from letters.questions.answers import Typed
from letters.questions.base import Question
from letters.questions.wording import in_words
from letters.wizard.draft import Draft


@dataclass(frozen=True)
class ConflictRow:
    question: Question
    theirs: str
    mine: str


def conflict_rows(draft: Draft, step: str, typed: Mapping[str, Typed]) -> list[ConflictRow]:
    stored = draft.stored(step)
    return [
        ConflictRow(question, in_words(question, stored.get(question.key)), in_words(question, typed[question.key]))
        for question in draft.questions(step)
        if question.key in typed and typed[question.key] != stored.get(question.key)
    ]


def as_list(typed: Typed) -> list[str]:
    return typed if isinstance(typed, list) else [typed]
