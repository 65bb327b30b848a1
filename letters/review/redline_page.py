"""Two revisions on one sheet, or a revision against the blank letter of the library: what changed."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from letters.document.build import build_blank_form
from letters.document.compare import compare
from letters.models import Revision
from letters.review.opening import open_letter
from letters.review.reading import LONG
from letters.writers.redline_html import redline_html

LIBRARY = "library"


@dataclass(frozen=True)
class Pair:
    """`older` None is the blank letter of the library."""

    older: Revision | None
    newer: Revision


@require_safe
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    """What was chosen in the two lists, as an address; without a choice the newest two."""
    letter = open_letter(request, pk)
    numbers = list(letter.revisions.values_list("number", flat=True))
    if not numbers:
        return redirect(letter)
    newer = request.GET.get("newer", str(numbers[-1]))
    older = request.GET.get("older", str(numbers[-2]) if len(numbers) > 1 else LIBRARY)
    if newer not in map(str, numbers) or older not in [LIBRARY, *map(str, numbers)]:
        raise Http404
    pair = (newer, LIBRARY) if older == LIBRARY else sorted((older, newer), key=int)
    return redirect("redline", pk, *pair)


@require_safe
def redline(request: HttpRequest, pk: int, revision: int, other: str) -> HttpResponse:
    """`other` is a revision or "library"; whichever is earlier stands for what was before."""
    letter = open_letter(request, pk)
    revisions = list(letter.revisions.select_related("submitted_by").defer(*LONG))
    pair = _pair(revisions, str(revision), other)
    before = pair.older.tree if pair.older else build_blank_form(letter.definition)
    only_changes = request.GET.get("only") == "changes"
    context = {
        "letter": letter,
        "pair": pair,
        "revisions": revisions,
        "redline": redline_html(compare(before, pair.newer.tree), only_changes),
    }
    return render(request, "review/redline.html", context)


def _pair(revisions: list[Revision], one: str, other: str) -> Pair:
    by_number = {str(each.number): each for each in revisions}
    if one not in by_number or other not in [LIBRARY, *by_number]:
        raise Http404
    if other == LIBRARY:
        return Pair(None, by_number[one])
    return Pair(*sorted((by_number[one], by_number[other]), key=lambda each: each.number))
