"""The guide on one page: what was answered, the question that is open, or the one letter that fits and why."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from letters.choosing.length import characters
from letters.choosing.whose import starting
from letters.definitions.catalogue import guide as the_guide
from letters.definitions.catalogue import letter_definition
from letters.definitions.guide import Asked, Fit
from letters.definitions.guide import follow as follow_answers


@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """All answers stand in the address; an answer to a later question is kept while an earlier one is changed."""
    given = {question.key: request.GET.get(question.key, "") for question in the_guide().questions}
    way = follow_answers(the_guide(), given)
    asking = way.asked[-1] if not way.recommended else None
    context = {
        "answered": [(asked, _chosen(asked), _without(asked, given)) for asked in way.asked if asked.chosen],
        "asking": asking,
        "carried": [(key, value) for key, value in given.items() if value and not _is_about(asking, key)],
        "recommended": _shown(way.recommended) if way.recommended else None,
        "rivals": [letter_definition(fit.letter) for fit in way.rivals],
        **starting(request.user),
    }
    return render(request, "choosing/guide.html", context)


def _shown(fit: Fit) -> dict:
    return {"definition": letter_definition(fit.letter), "length": characters(fit.letter), "fit": fit}


def _chosen(asked: Asked) -> tuple[str, str]:
    return next((option.zh, option.en) for option in asked.options if option.key == asked.chosen)


def _without(asked: Asked, given: dict[str, str]) -> str:
    """The address at which this question is open again."""
    rest = {key: value for key, value in given.items() if value and key != asked.question.key}
    return f"{reverse('guide')}?{urlencode(rest)}#next"


def _is_about(asking: Asked | None, key: str) -> bool:
    return asking is not None and asking.question.key == key
