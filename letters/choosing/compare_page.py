"""Two letters side by side: what they are for, how they are built, and what only one of them asks."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from letters.choosing.length import characters
from letters.choosing.views import definition_or_404, families
from letters.choosing.whose import starting
from letters.definitions.catalogue import letter_definitions
from letters.definitions.schema import FieldDefinition, LetterDefinition
from letters.document.blocks import Heading
from letters.document.build import build_blank_form
from letters.questions.language import spoken
from letters.questions.registry import question_for
from letters.web.outlined import heading_in_english


@dataclass(frozen=True)
class Section:
    """A heading of the first level as printed, in English what it means, and the headings below it."""

    heading: str
    below: tuple[str, ...]


@require_safe
def choose_two(request: HttpRequest) -> HttpResponse:
    """Which two; once both are chosen, their own address."""
    first, second = request.GET.get("a", ""), request.GET.get("b", "")
    known = letter_definitions()
    if first in known and second in known and first != second:
        return redirect("compare", first, second)
    context = {"families": families(), "a": first, "b": second, "same": bool(first) and first == second}
    return render(request, "choosing/compare_choose.html", context)


def _side(own: LetterDefinition, other: LetterDefinition) -> dict:
    return {
        "definition": own,
        "name": names(own, other)[0],
        "length": characters(own.id),
        "only": [question_for(field) for field in only_in(own, other)],
    }


def names(*two: LetterDefinition) -> list[str]:
    """What tells the two apart on the page: the form, or the title where both are of one form."""
    forms = [spoken(definition.variant, definition.variant_en) for definition in two]
    titles = [spoken(definition.title, definition.title_en) for definition in two]
    return titles if forms[0] == forms[1] else forms


@require_safe
def compare(request: HttpRequest, letter_id: str, other_id: str) -> HttpResponse:
    two = definition_or_404(letter_id), definition_or_404(other_id)
    if letter_id == other_id:
        return redirect("compare_choose")
    context = {
        "two": two,
        "names": names(*two),
        "sides": [_side(own, other) for own, other in (two, two[::-1])],
        "sections": list(zip_longest(*(list(sections(definition)) for definition in two))),
        "shared": len(two[0].fields) - len(only_in(*two)),
        "families": families(),
        "a": letter_id,
        "b": other_id,
        **starting(request.user),
    }
    return render(request, "choosing/compare.html", context)


def sections(definition: LetterDefinition) -> Iterator[Section]:
    """As in the blank form, optional clauses included."""
    heading, below = "", []
    for block in build_blank_form(definition).blocks:
        if isinstance(block, Heading) and block.level == 1:
            if heading:
                yield Section(heading, tuple(below))
            heading, below = heading_in_english(block, definition.outline) or block.text, []
        elif isinstance(block, Heading):
            below.append(heading_in_english(block, definition.outline) or block.words)
    yield Section(heading, tuple(below))


def only_in(own: LetterDefinition, other: LetterDefinition) -> list[FieldDefinition]:
    """The fields that the other letter does not ask, in the order of the steps."""
    theirs = {field.key for field in other.fields}
    return [field for field in own.fields if field.key not in theirs]
