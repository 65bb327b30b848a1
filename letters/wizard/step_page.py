"""What the page of one step shows: the rail, the questions with their notes and faults, the letter beside them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.forms import Form
from django.urls import reverse

from letters.actions.judging import judged
from letters.definitions.schema import Step
from letters.document.build import build_document
from letters.journey import Journey, Progress
from letters.questions.base import Question
from letters.questions.language import spoken
from letters.web.advice import advice_by_field
from letters.web.question_row import QuestionRow, question_row
from letters.wizard.draft import Draft
from letters.wizard.prefill import Prefilled
from letters.writers.html import document_html


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
    form: Form,
    questions: tuple[Question, ...],
    journey: Journey,
    start: Mapping[str, Prefilled],
    company: Mapping[str, object],
    show_missing: bool,
) -> list[QuestionRow]:
    advised = advice_by_field(judged(journey, company), [question.key for question in questions])
    return [
        question_row(
            form[question.key],
            question,
            journey.typed.get(question.key),
            journey.answers,
            show_missing=show_missing,
            origin=start[question.key].origin if question.key in start else "",
            advice=advised.get(question.key, []),
        )
        for question in questions
    ]


def letter_html(journey: Journey) -> str:
    return document_html(build_document(journey.definition, journey.answers))
