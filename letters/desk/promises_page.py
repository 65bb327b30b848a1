"""What one letter promises, for whoever may see it: its duties with their figures, clauses and grounds."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from letters.actions.judging import situation_of
from letters.models import Letter
from letters.permissions import may_edit
from letters.web.opening import visible_letter
from letters.web.promise_sheet import promise_sheet
from letters.web.standing import document_as_it_stands


@require_safe
def promises(request: HttpRequest, pk: int) -> HttpResponse:
    letter = visible_letter(request, pk, "company_record", "approved_revision")
    journey = letter.journey
    changes = _changes(letter) if may_edit(request.user, letter) else {}
    situation = situation_of(journey, letter.company_facts)
    sheet = promise_sheet(document_as_it_stands(letter), journey, situation, changes)
    return render(request, "desk/promises.html", {"letter": letter, "sheet": sheet})


def _changes(letter: Letter) -> dict[str, str]:
    """Where each question is answered."""
    return {
        field.key: f"{reverse('fill', args=[letter.pk, field.step])}#id_{field.key}"
        for field in letter.definition.fields
    }
