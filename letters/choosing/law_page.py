"""The law page: every statute used, and each with its dates, its state and the letters and rules that rest on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from letters.choosing.rule_words import resting_rules
from letters.choosing.statute_words import (
    KINDS,
    kind_in_words,
    state_in_short,
    state_in_words,
    successor,
    verified_in_short,
    verified_in_words,
)
from letters.definitions.catalogue import statutes
from letters.definitions.schema import Statute
from letters.law.kinds import UNSEEN
from letters.law.resting import letters_on, questions_on, replaced_by, rules_on
from letters.law.standing import Standing, standing
from letters.questions.registry import question_for


@dataclass(frozen=True)
class Line:
    """One statute of the list, with how many letters and rules rest on it."""

    statute: Statute
    state: str
    verified: str
    unverified: bool
    letters: int
    rules: int


@dataclass(frozen=True)
class Group:
    key: str
    title: str
    lines: tuple[Line, ...]


@require_safe
def law(request: HttpRequest) -> HttpResponse:
    day = timezone.localdate()
    context = {
        "groups": list(_groups(day)),
        "day": day.isoformat(),
        "verified_on": max(statute.verified_on for statute in statutes().values()),
        "total": len(statutes()),
    }
    return render(request, "choosing/law.html", context)


@require_safe
def statute(request: HttpRequest, statute_id: str) -> HttpResponse:
    found = statutes().get(statute_id)
    if found is None:
        raise Http404
    day = timezone.localdate()
    context = {
        "statute": found,
        "kind": kind_in_words(found.kind),
        "day": day.isoformat(),
        "state": state_in_words(found, day),
        "is_in_force": standing(found, day) is Standing.IN_FORCE,
        "successor": successor(found),
        "replaced": replaced_by(statute_id),
        "verified": verified_in_words(found.verification),
        "unverified": found.verification == UNSEEN,
        "letters": letters_on(statute_id),
        "rules": resting_rules(statute_id),
        "questions": [question_for(field) for field in questions_on(statute_id)],
    }
    return render(request, "choosing/statute.html", context)


def _groups(day: date) -> Iterator[Group]:
    """What is in force by kind, in the order of rank; then what letters may not rest on, so that it can be named."""
    known = [(each, standing(each, day)) for each in statutes().values()]
    for kind in KINDS:
        found = [each for each, state in known if each.kind == kind and state is Standing.IN_FORCE]
        if found:
            yield Group(kind, kind_in_words(kind), _lines(found, day))
    coming = [each for each, state in known if state in (Standing.COMING, Standing.DRAFT)]
    past = [each for each, state in known if state in (Standing.SUPERSEDED, Standing.REPEALED)]
    for key, title, found in (("coming", _("尚未生效"), coming), ("past", _("已被代替或者废止"), past)):
        if found:
            yield Group(key, title, _lines(found, day))


def _lines(found: list[Statute], day: date) -> tuple[Line, ...]:
    """What is leant on most stands first."""
    lines = [_line(each, day) for each in found]
    return tuple(sorted(lines, key=lambda line: (-line.letters, -line.rules)))


def _line(each: Statute, day: date) -> Line:
    return Line(
        each,
        state_in_short(each, day),
        verified_in_short(each.verification),
        each.verification == UNSEEN,
        len(letters_on(each.id)),
        len({rule.id for rule, _article in rules_on(each.id)}),
    )
