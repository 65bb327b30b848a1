"""The public check of a letter by its code: needs no account, says nothing but what WORDS and a few dates say."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from letters.models.verification import spelled
from letters.register.fingerprint import MOST_BYTES, Fingerprint, sent_fingerprint
from letters.register.one_letter import UNPROCESSABLE
from letters.register.verdict import Match, Verdict, compared, verdict
from letters.web.throttling import throttle

MOST, PER = 30, 60
LONGEST = 100


def public(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Open to all while it is switched on; in no search engine's index and in no cache."""

    @login_not_required
    @wraps(view)
    def checked(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not settings.NUOCHENG_VERIFY:
            raise Http404
        response = view(request, *args, **kwargs)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        response.headers["Cache-Control"] = "no-store"
        return response

    return checked


@public
@require_safe
def verify(request: HttpRequest) -> HttpResponse:
    """Asks for the code, or answers to the one in the address."""
    if "code" not in request.GET:
        return render(request, "register/verify.html", {})
    throttle(request, "verify", most=MOST, per=PER)
    typed = request.GET["code"][:LONGEST]
    return _answer(request, typed, verdict(typed))


# Nothing is changed by it, and the file has to pass by before anything else reads the form.
@csrf_exempt
@public
@require_http_methods(["GET", "HEAD", "POST"])
def verify_code(request: HttpRequest, code: str) -> HttpResponse:
    throttle(request, "verify", most=MOST, per=PER)
    found, typed = verdict(code), code[:LONGEST]
    if request.method != "POST":
        return _answer(request, typed, found)
    file = sent_fingerprint(request)
    if not found.letter:
        return _answer(request, typed, found)
    if not file:
        return _answer(request, typed, found, status=UNPROCESSABLE, refused=_("先选择收到的文件，再核对。"))
    return _answer(request, typed, found, file=file)


def _answer(
    request: HttpRequest,
    typed: str,
    found: Verdict,
    *,
    file: Fingerprint | None = None,
    status: int = 200,
    refused: str = "",
) -> HttpResponse:
    letter = found.letter
    context = {"typed": spelled(letter.code) if letter else typed, "verdict": found, "letter": letter}
    context |= {"most": MOST_BYTES, "refused": refused}
    if letter and file:
        match, kind = compared(letter, file)
        context |= {"match": match, "kind": kind, "matches": match is Match.SAME}
    return render(request, "register/verify.html", context, status=status)
