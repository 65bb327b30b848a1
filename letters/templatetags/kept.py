"""What was typed when a session ended, in words, for the page that offers to save it."""

from django import template
from django.utils.translation import gettext as _

from letters.definitions.catalogue import vocabulary
from letters.questions.base import Question, Typed
from letters.questions.refusal import AnswerRefused
from letters.questions.registry import question_for

register = template.Library()


@register.filter
def as_answers(kept: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """(label, answer) of every question among the kept fields; the page's own fields are left out."""
    typed: dict[str, list[str]] = {}
    for name, value in kept:
        typed.setdefault(name, []).append(value)
    fields = vocabulary().fields
    questions = [question_for(fields[name]) for name in typed if name in fields]
    return [(question.label, _shown(question, typed[question.key])) for question in questions]


def _shown(question: Question, parts: list[str]) -> str:
    """As on the check page when the answer is accepted, as typed when it is not."""
    typed: Typed = parts[0] if len(parts) == 1 else parts
    try:
        value = question.clean(typed)
    except AnswerRefused:
        return _("、").join(parts) or "--"
    return "--" if value is None else question.show(value)
