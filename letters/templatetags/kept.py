"""What was typed when a session ended, in words, for the page that offers to save it."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from letters.definitions.catalogue import company_definition, vocabulary
from letters.questions.answers import Typed
from letters.questions.registry import question_for
from letters.questions.wording import in_words

register = template.Library()

# Boxes for words that answer no question: comments, the note of a return, reasons.
WRITTEN = {"text": gettext_noop("意见"), "note": gettext_noop("要改什么"), "reason": gettext_noop("理由")}


@register.filter
def as_answers(kept: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """(label, answer) of every question among the kept fields, and what was written; the page's own are left out."""
    typed: dict[str, list[str]] = {}
    for name, value in kept:
        typed.setdefault(name, []).append(value)
    fields = {field.key: field for field in company_definition().profile.fields} | vocabulary().fields
    questions = [question_for(fields[name]) for name in typed if name in fields]
    answers = [(question.label, in_words(question, _as_typed(typed[question.key]))) for question in questions]
    return answers + [(_(WRITTEN[name.partition(".")[0]]), "\n".join(parts)) for name, parts in _written(typed)]


def _written(typed: dict[str, list[str]]) -> list[tuple[str, list[str]]]:
    return [(name, parts) for name, parts in typed.items() if name.partition(".")[0] in WRITTEN and any(parts)]


def _as_typed(parts: list[str]) -> Typed:
    return parts[0] if len(parts) == 1 else parts
