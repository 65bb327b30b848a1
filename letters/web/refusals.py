"""What an action refuses because somebody else was first: one calm page, whichever view it happened in."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from letters.actions.turn import OutOfSight, TransitionRefused
from letters.models import Letter
from letters.models.drafting import SaveRefused
from letters.models.people import called
from letters.web.doors import wants_json

# What people write in their own words, by the name of its box: shown again, so that it can be taken along.
WRITTEN = ("text", "note", "reason")


class RefusalMiddleware:
    """Any view may let TransitionRefused or SaveRefused through; the page is a 409 that says who and when."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, TransitionRefused):
            is_seen = not isinstance(exception, OutOfSight)
            return refused_page(request, str(exception), exception.current, is_seen=is_seen)
        if isinstance(exception, SaveRefused):
            return refused_page(request, _saved_meanwhile(exception.current), exception.current)
        return None


def refused_page(request: HttpRequest, said: str, letter: Letter, *, is_seen: bool = True) -> HttpResponse:
    if wants_json(request):
        return JsonResponse({"error": said}, status=409)
    context = {
        "letter": letter,
        "said": said,
        "kept": [text for name, text in request.POST.items() if name.partition(".")[0] in WRITTEN and text.strip()],
        "is_seen": is_seen,
    }
    return render(request, "errors/refused.html", context, status=409)


def _saved_meanwhile(letter: Letter) -> str:
    words = _("%(who)s 在 %(when)s 又改动了填写内容。打开最新内容核对后再操作。")
    when = date_format(timezone.localtime(letter.updated_at), "Y-m-d H:i")
    return words % {"who": called(letter.updated_by), "when": when}
