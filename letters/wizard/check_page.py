"""Check your answers: every answer in words, step by step, each with the address where it is changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from letters.actions.figures import OtherFigure, other_figures
from letters.actions.judging import judged
from letters.journey import Journey
from letters.law.duties import duties
from letters.permissions import may_see
from letters.questions.base import Question
from letters.questions.language import spoken
from letters.questions.wording import in_words
from letters.web.advice import Advice, advice_by_field
from letters.wizard.draft import Draft
from letters.wizard.step_page import step_title, step_url


@dataclass(frozen=True)
class CheckRow:
    question: Question
    shown: str
    fault: str
    advice: list[Advice]
    url: str
    elsewhere: OtherFigure | None = None
    elsewhere_shown: str = ""
    elsewhere_url: str = ""


@dataclass(frozen=True)
class CheckSection:
    title: str
    rows: tuple[CheckRow, ...]


@dataclass(frozen=True)
class Promise:
    name: str
    amount: str
    evidence: str


def check_sections(draft: Draft) -> list[CheckSection]:
    shown = [key for step in draft.journey.steps for key in draft.journey.asked(step.key)]
    advised = advice_by_field(judged(draft.journey, draft.letter.company_facts, whole=True), shown)
    elsewhere = other_figures(draft.letter, draft.journey.answers)
    return [
        CheckSection(step_title(step), tuple(_rows(draft, step.key, advised, elsewhere)))
        for step in draft.journey.steps
    ]


def promised(journey: Journey) -> list[Promise]:
    """The duties that the letter creates: the promise, not the prose."""
    return [
        Promise(
            spoken(duty.name_zh, duty.name_en),
            spoken(duty.amount_zh, duty.amount_en),
            spoken(duty.evidence_zh, duty.evidence_en),
        )
        for duty in duties(journey.definition, journey.answers.values)
    ]


def _rows(
    draft: Draft, step: str, advised: Mapping[str, list[Advice]], elsewhere: Mapping[str, OtherFigure]
) -> Iterator[CheckRow]:
    answers, url = draft.journey.answers, step_url(draft, step)
    for question in draft.questions(step):
        if question.key in answers.hidden:
            continue
        value = answers.values.get(question.key)
        shown = "--" if value is None else question.show(value)
        change = f"{url}?return=check#id_{question.key}"
        fault = answers.faults.get(question.key, "")
        other = elsewhere.get(question.key)
        theirs = in_words(question, other.typed) if other else ""
        there = other.letter.get_absolute_url() if other and may_see(draft.user, other.letter) else ""
        yield CheckRow(question, shown, fault, advised.get(question.key, []), change, other, theirs, there)
