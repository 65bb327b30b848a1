"""Check your answers: every answer in words, step by step, each with the address where it is changed."""

from dataclasses import dataclass

from letters.questions.base import Question
from letters.wizard.draft import Draft
from letters.wizard.step_page import step_title, step_url


@dataclass(frozen=True)
class CheckRow:
    question: Question
    shown: str
    fault: str
    url: str


@dataclass(frozen=True)
class CheckSection:
    title: str
    rows: tuple[CheckRow, ...]


def check_sections(draft: Draft) -> list[CheckSection]:
    return [CheckSection(step_title(step), tuple(_rows(draft, step.key))) for step in draft.journey.steps]


def _rows(draft: Draft, step: str):
    answers, url = draft.journey.answers, step_url(draft, step)
    for question in draft.questions(step):
        if question.key in answers.hidden:
            continue
        value = answers.values.get(question.key)
        shown = "--" if value is None else question.show(value)
        change = f"{url}?return=check#id_{question.key}"
        yield CheckRow(question, shown, answers.faults.get(question.key, ""), change)
