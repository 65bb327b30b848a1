"""What was typed when a session ended, in words, for the page that offers to save it."""

from django import template

from letters.definitions.catalogue import company_definition, vocabulary
from letters.questions.answers import Typed
from letters.questions.registry import question_for
from letters.questions.wording import in_words

register = template.Library()


@register.filter
def as_answers(kept: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """(label, answer) of every question among the kept fields; the page's own fields are left out."""
    typed: dict[str, list[str]] = {}
    for name, value in kept:
        typed.setdefault(name, []).append(value)
    fields = {field.key: field for field in company_definition().profile.fields} | vocabulary().fields
    questions = [question_for(fields[name]) for name in typed if name in fields]
    return [(question.label, in_words(question, _as_typed(typed[question.key]))) for question in questions]


def _as_typed(parts: list[str]) -> Typed:
    return parts[0] if len(parts) == 1 else parts
