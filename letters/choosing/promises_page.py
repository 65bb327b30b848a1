"""What a letter of the library would promise, with its sample answers: read before it is chosen."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from letters.actions.judging import situation_of
from letters.choosing.views import definition_or_404
from letters.document.build import build_document
from letters.journey import Journey
from letters.questions.examples import example_answers
from letters.web.promise_sheet import promise_sheet


@require_safe
def library_promises(request: HttpRequest, letter_id: str) -> HttpResponse:
    definition = definition_or_404(letter_id)
    journey = Journey(definition, example_answers(definition))
    document = build_document(definition, journey.answers)
    sheet = promise_sheet(document, journey, situation_of(journey, {}))
    return render(request, "choosing/promises.html", {"definition": definition, "sheet": sheet})
