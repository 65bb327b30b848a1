"""The review page: findings and reasons, the letter beside its comments, the answers with what changed, the duties."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from letters.journey import Journey
from letters.models import Decision, Letter
from letters.permissions import may_comment, may_edit, may_review, may_submit, may_suggest, may_withdraw
from letters.review.answers import answer_sections
from letters.review.clauses import clauses_of
from letters.review.findings import finding_rows
from letters.review.reading import Reading, open_reading
from letters.review.threads import threads_of
from letters.review.writing import Writing, writing_box
from letters.web.outlined import sections_in_english
from letters.web.promised import promised
from letters.web.typed_numbers import typed_number


@dataclass(frozen=True)
class Look:
    """What the address says of the page: an older revision, open comments only, and what is about to be written."""

    revision: int | None = None
    only_open: bool = False
    writing: Writing = field(default_factory=Writing)

    @classmethod
    def from_query(cls, query: QueryDict) -> "Look":
        number = typed_number(query, "revision")
        return cls(number if number > 0 else None, "open" in query, Writing.from_query(query))

    @property
    def query(self) -> str:
        """What has to stay in the address when something was written."""
        return urlencode({"open": 1} if self.only_open else {})


def review_page(request: HttpRequest, letter: Letter, look: Look, status: int = 200) -> HttpResponse:
    reading = open_reading(letter, look.revision)
    if reading is None:
        if look.revision:
            raise Http404
        return redirect(letter)
    context = _context(request, reading, look) | _permitted(request, reading)
    context["box"] = writing_box(reading, look.writing) if context["may_comment"] else None
    return render(request, "review/review.html", context, status=status)


def _context(request: HttpRequest, reading: Reading, look: Look) -> dict[str, object]:
    shown, threads, tree = reading.shown, threads_of(reading), reading.shown.tree
    sections = answer_sections(shown, reading.previous)
    return {
        "letter": reading.letter,
        "reading": reading,
        "look": look,
        "findings": finding_rows(shown, request.GET.getlist("seen")),
        "clauses": clauses_of(tree, threads),
        "outline": sections_in_english(tree, reading.letter.definition),
        "threads": [thread for thread in threads if thread.is_open or not look.only_open],
        "open": sum(thread.is_open for thread in threads),
        "total": len(threads),
        "sections": sections,
        "changed": sum(row.changed for section in sections for row in section.rows),
        "duties": _duties(reading),
        "approvals": [each for each in reading.decisions if _is_first(each, reading)],
    }


def _permitted(request: HttpRequest, reading: Reading) -> dict[str, bool]:
    """Only the newest revision is remarked on and decided."""
    user, letter = request.user, reading.letter
    may_answer = may_comment(user, letter)
    return {
        "may_comment": reading.is_latest and may_answer,
        "may_answer": may_answer,
        "may_suggest": reading.is_latest and may_suggest(user, letter),
        "may_review": reading.is_latest and may_review(user, letter),
        "may_edit": may_edit(user, letter),
        "may_submit": may_submit(user, letter),
        "may_withdraw": may_withdraw(user, letter),
    }


def _duties(reading: Reading):
    definition = reading.letter.definition
    return promised(definition, Journey(definition, reading.shown.answers).answers.values)


def _is_first(decision: Decision, reading: Reading) -> bool:
    """The first of two approvals: it leaves the letter waiting for the second."""
    return decision.revision_id == reading.shown.pk and not decision.is_final
