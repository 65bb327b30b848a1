"""Check your answers: every answer in words, each with the address where it is changed; then hand the letter in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from letters.actions.figures import OtherFigure, other_figures
from letters.actions.judging import judged
from letters.law.finding import Finding
from letters.permissions import may_see
from letters.questions.base import Question
from letters.questions.wording import in_words
from letters.web.advice import Advice, advice_by_field
from letters.web.promised import promised
from letters.wizard.draft import Draft
from letters.wizard.reasons import Reasons, reason_rows
from letters.wizard.step_page import letter_html, rail, step_title, step_url

CHECK = "check"


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


def check_page(
    request: HttpRequest, draft: Draft, *, reasons: Reasons | None = None, refused: str = "", status: int = 200
) -> HttpResponse:
    """`reasons` as typed a moment ago, when the page comes back with what was `refused`."""
    journey = draft.journey
    found = judged(journey, draft.letter.company_facts, whole=True)
    sections = check_sections(draft, found)
    context = {
        "letter": draft.letter,
        "rail": rail(draft, CHECK),
        "sections": sections,
        "faults": len(journey.answers.faults),
        "complete": journey.is_complete,
        "reasons": reason_rows(draft, found, reasons, {row.question.key: row.url for row in rows_of(sections)}),
        "refused": refused,
        "duties": promised(journey.definition, journey.answers.values),
        "preview": letter_html(journey),
        "back_url": step_url(draft, journey.steps[-1].key),
    }
    return render(request, "wizard/check.html", context, status=status)


def check_sections(draft: Draft, found: tuple[Finding, ...]) -> list[CheckSection]:
    shown = [key for step in draft.journey.steps for key in draft.journey.asked(step.key)]
    advised = advice_by_field(found, shown)
    elsewhere = other_figures(draft.letter, draft.journey.answers)
    return [
        CheckSection(step_title(step), tuple(_rows(draft, step.key, advised, elsewhere)))
        for step in draft.journey.steps
    ]


def rows_of(sections: list[CheckSection]) -> list[CheckRow]:
    return [row for section in sections for row in section.rows]


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
