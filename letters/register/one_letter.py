"""What the pages of one letter share: only who may see it reaches it, and a refusal is a page that says why."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from letters.models import Letter
from letters.permissions import may_see

CONFLICT, UNPROCESSABLE = 409, 422


def visible_letter(request: HttpRequest, pk: int) -> Letter:
    found = get_object_or_404(Letter.objects.select_related("owner", "approved_revision", "approved_by"), pk=pk)
    if not may_see(request.user, found):
        raise Http404
    return found


def not_done(request: HttpRequest, letter: Letter, heading: str, reason: object, *, status: int) -> HttpResponse:
    """Nothing was changed; `reason` is a sentence that says what to do."""
    context = {"letter": letter, "heading": heading, "reason": str(reason)}
    return render(request, "register/not_done.html", context, status=status)
