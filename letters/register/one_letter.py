"""What the pages of one letter share: a refusal is a page that says why."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from letters.models import Letter
from letters.web.opening import visible_letter

CONFLICT, UNPROCESSABLE = 409, 422


def opened(request: HttpRequest, pk: int) -> Letter:
    return visible_letter(request, pk, "owner", "approved_revision", "approved_by")


def not_done(request: HttpRequest, letter: Letter, heading: str, reason: object, *, status: int) -> HttpResponse:
    """Nothing was changed; `reason` is a sentence that says what to do."""
    context = {"letter": letter, "heading": heading, "reason": str(reason)}
    return render(request, "register/not_done.html", context, status=status)
