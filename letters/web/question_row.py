"""One question as components/question.html shows it: its control, its fault, and everything remarked about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import BoundField

from letters.questions.answers import Answers, Typed
from letters.questions.base import Question


@dataclass(frozen=True)
class QuestionRow:
    bound: BoundField
    question: Question
    error: str
    origin: str
    hidden: bool
    repairs: tuple[str, ...]
    doubts: tuple[str, ...]
    advice: Sequence


def question_row(
    bound: BoundField,
    question: Question,
    typed: Typed | None,
    answers: Answers,
    *,
    show_missing: bool,
    origin: str = "",
    advice: Sequence = (),
) -> QuestionRow:
    """Faults that need an answer are shown after a save only; refused input is shown whenever it is there."""
    key = question.key
    error = answers.refused.get(key) or (show_missing and answers.missing.get(key)) or ""
    repairs, doubts = _remarks(question, typed, answers.values.get(key))
    # What the question doubts is among the advice, too, where there is any; nobody is told twice.
    return QuestionRow(bound, question, error, origin, key in answers.hidden, repairs, () if advice else doubts, advice)


def _remarks(question: Question, typed: Typed | None, value: object) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if value is None or typed is None:
        return (), ()
    return question.repairs(typed), question.doubts(value)
