"""Pages of the help: one screen each, open to everybody, for whoever received a letter may ask as well."""

import tomllib
from functools import cache

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from letters.definitions.catalogue import glossary, letter_definitions, statutes
from letters.questions.language import spoken


@login_not_required
@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    return render(request, "help/guide.html")


@login_not_required
@require_safe
def words(request: HttpRequest) -> HttpResponse:
    terms = [(spoken(term.zh, term.en), spoken(term.means_zh, term.means_en)) for term in glossary()]
    return render(request, "help/words.html", {"terms": terms})


@login_not_required
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    context = {"project": project(), "letters": len(letter_definitions()), "statutes": len(statutes())}
    return render(request, "help/about.html", context)


@cache
def project() -> dict[str, str]:
    """Version and licence, as pyproject.toml states them."""
    return tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text(encoding="utf-8"))["project"]
