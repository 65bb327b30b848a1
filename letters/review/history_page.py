"""The history of a letter: its trail in words, newest first, and its revisions with their hashes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from letters.review.opening import open_letter
from letters.review.reading import LONG
from letters.web.timeline import timeline


@require_safe
def history(request: HttpRequest, pk: int) -> HttpResponse:
    letter = open_letter(request, pk)
    revisions = letter.revisions.select_related("submitted_by").prefetch_related("decisions__by").defer(*LONG)
    context = {"letter": letter, "told": timeline(letter), "revisions": list(revisions.order_by("-number"))}
    return render(request, "review/history.html", context)
