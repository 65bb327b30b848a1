"""What the page of one step shows: the rail, the questions with their notes and faults, the letter beside them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.forms import BoundField, Form
from django.urls import reverse

from letters.definitions.schema import Step
from letters.document.build import build_document
from letters.journey import Journey, Progress
from letters.questions.base import Question
from letters.questions.language import spoken
from letters.wizard.advice import Advice, advice_by_field, judged
from letters.wizard.draft import Draft
from letters.wizard.prefill import Prefilled
from letters.writers.html import document_html


@dataclass(frozen=True)
class QuestionRow:
    bound: BoundField
    question: Question
    error: str
    origin: str
    hidden: bool
    repairs: tuple[str, ...]
    doubts: tuple[str, ...]
    advice: list[Advice]


@dataclass(frozen=True)
class RailEntry:
    title: str
    url: str
    progress: Progress
    current: bool


def step_title(step: Step) -> str:
    return spoken(step.title_zh, step.title_en)


def step_url(draft: Draft, step: str) -> str:
    return reverse("check" if step == "check" else "fill", args=[draft.letter.pk] + ([] if step == "check" else [step]))


def rail(draft: Draft, current: str) -> list[RailEntry]:
    journey = draft.journey
    return [
        RailEntry(step_title(step), step_url(draft, step.key), journey.progress(step.key), step.key == current)
        for step in journey.steps
    ]


def question_rows(
    form: Form, questions: tuple[Question, ...], journey: Journey, start: Mapping[str, Prefilled], show_missing: bool
) -> list[QuestionRow]:
    """Faults that need an answer are shown after 保存并继续 only; refused input is shown whenever it is there."""
    rows, advised = [], advice_by_field(judged(journey), [question.key for question in questions])
    for question in questions:
        key = question.key
        error = journey.answers.refused.get(key) or (show_missing and journey.answers.missing.get(key)) or ""
        repairs, doubts = _remarks(question, journey)
        origin = start[key].origin if key in start else ""
        hidden = key in journey.answers.hidden
        rows.append(QuestionRow(form[key], question, error, origin, hidden, repairs, doubts, advised.get(key, [])))
    return rows


def _remarks(question: Question, journey: Journey) -> tuple[tuple[str, ...], tuple[str, ...]]:
    typed, value = journey.typed.get(question.key), journey.answers.values.get(question.key)
    if value is None or typed is None:
        return (), ()
    return question.repairs(typed), question.doubts(value)


def letter_html(journey: Journey) -> str:
    return document_html(build_document(journey.definition, journey.answers))
