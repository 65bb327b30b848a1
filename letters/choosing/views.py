"""The library by family, one letter of it as a blank form, and a new letter begun."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from letters.choosing.length import characters
from letters.choosing.whose import UnknownCompany, chosen_company, starting
from letters.definitions.catalogue import PACKS, UnknownLetter, letter_definition, letter_definitions, statutes
from letters.definitions.schema import LetterDefinition
from letters.document.build import build_blank_form
from letters.models.drafting import start_letter
from letters.permissions import may_draft
from letters.web.outlined import outlined


def definition_or_404(letter_id: str) -> LetterDefinition:
    try:
        return letter_definition(letter_id)
    except UnknownLetter as unknown:
        raise Http404 from unknown


def families() -> list[tuple[str, tuple[str, str], list[LetterDefinition]]]:
    """(key, names, letters) of every family that has letters."""
    by_pack = (
        (key, names, [found for found in letter_definitions().values() if found.pack == key])
        for key, names in PACKS.items()
    )
    return [family for family in by_pack if family[2]]


def neighbours(definition: LetterDefinition) -> list[LetterDefinition]:
    """The other letters of its family."""
    return [
        other for other in letter_definitions().values() if other.pack == definition.pack and other is not definition
    ]


@require_safe
def library(request: HttpRequest) -> HttpResponse:
    """The library by family, each letter with what it is for and how long it is."""
    measured = [
        (key, names, [(definition, characters(definition.id)) for definition in found])
        for key, names, found in families()
    ]
    return render(request, "choosing/library.html", {"families": measured, **starting(request.user)})


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """The library once more, for whoever comes to start a letter."""
    if not may_draft(request.user):
        raise PermissionDenied
    return library(request)


@require_safe
def library_letter(request: HttpRequest, letter_id: str) -> HttpResponse:
    """A letter of the library as a blank form, readable before it is chosen."""
    definition = definition_or_404(letter_id)
    blank = build_blank_form(definition)
    context = {
        "definition": definition,
        "length": characters(definition.id),
        "neighbours": neighbours(definition),
        "statutes": [statutes()[key] for key in definition.statutes],
        **outlined(blank, definition),
        **starting(request.user),
    }
    return render(request, "choosing/letter.html", context)


@require_POST
def start(request: HttpRequest, letter_id: str) -> HttpResponse:
    if not may_draft(request.user):
        raise PermissionDenied
    definition = definition_or_404(letter_id)
    try:
        started = start_letter(definition, by=request.user, company=chosen_company(request))
    except UnknownCompany:
        messages.error(request, _("没有找到这个单位，或者它已停用。重新选一个单位再开始。"))
        return redirect("choose")
    return redirect("fill", started.pk, started.journey.steps[0].key)
