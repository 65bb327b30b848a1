"""The letter beside the form, and what the law says of the answers, while somebody is typing."""

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache

from letters.actions.judging import judged
from letters.document.build import build_document
from letters.web.advice import Advice, advice_by_field
from letters.web.doors import page_and_form
from letters.web.outlined import outlined
from letters.wizard.draft import Draft
from letters.wizard.opening import open_draft
from letters.wizard.step_page import letter_html


def advice_html(advice: list[Advice]) -> str:
    return render_to_string("components/advice.html", {"advice": advice})


def _page(request: HttpRequest, draft: Draft) -> HttpResponse:
    document = build_document(draft.definition, draft.journey.answers)
    context = {"letter": draft.letter, **outlined(document, draft.definition)}
    return render(request, "wizard/preview.html", context)


@never_cache
@page_and_form
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """GET: the letter as saved, a page of its own. POST: as it would be with what is typed now; saves nothing."""
    draft = open_draft(request, pk)
    if request.method != "POST":
        return _page(request, draft)
    step = request.POST.get("step", "")
    if step not in {known.key for known in draft.definition.steps}:
        raise SuspiciousOperation("no such step")
    journey = draft.with_typed(draft.typed(step, request.POST))
    keys = [field.key for field in draft.definition.fields_of(step)]
    hidden = [key for key in keys if key in journey.answers.hidden]
    advised = advice_by_field(judged(journey, draft.letter.company_facts), keys)
    advice = {key: advice_html(advised[key]) if key in advised else "" for key in keys}
    reply = {"html": letter_html(journey), "hidden": hidden, "count": len(journey.steps), "advice": advice}
    return JsonResponse(reply)
