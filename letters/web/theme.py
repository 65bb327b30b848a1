"""Light, dark, or as the system has it: kept in a cookie, so that it holds before anybody has signed in."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

COOKIE, SYSTEM = "theme", "system"
THEMES = (SYSTEM, "light", "dark")
A_YEAR = 365 * 24 * 3600


def chosen_theme(request: HttpRequest) -> dict[str, str]:
    """For every template: `theme`."""
    theme = request.COOKIES.get(COOKIE, SYSTEM)
    return {"theme": theme if theme in THEMES else SYSTEM}


@login_not_required
@require_POST
def choose_theme(request: HttpRequest) -> HttpResponse:
    """Back to the page it was asked from."""
    there = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(there, allowed_hosts={request.get_host()}):
        there = "/"
    answer, theme = redirect(there), request.POST.get("theme")
    if theme in THEMES:
        answer.set_cookie(COOKIE, theme, max_age=A_YEAR, secure=settings.HTTPS, httponly=True, samesite="Lax")
    return answer
