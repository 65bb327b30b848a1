"""A question on the page: its control, and everything said about it tied to that control."""

from django import template
from django.forms import BoundField
from django.utils.safestring import SafeString

from letters.questions.base import Question

register = template.Library()


@register.filter
def is_optional(question: Question) -> bool:
    """A yes or no that is always answered, because it has a default, is not called optional."""
    always_answered = question.kind == "yes_no" and question.field.default is not None
    return not question.field.required and not always_answered


@register.filter
def described_by(row) -> str:
    """Ids of what is said about a question, in the order it is read out; see components/question*.html."""
    said = {
        "hint": row.question.help,
        "error": row.error,
        "unit": row.question.unit,
        "origin": row.origin,
        "notes": row.repairs or row.doubts,
        "advice": True,  # the place is always there: what the law says comes while one is typing
    }
    return " ".join(f"{row.bound.auto_id}-{part}" for part, words in said.items() if words)


@register.simple_tag
def control(row) -> SafeString:
    """The input of a question, with what is said about it."""
    attrs = {"aria-describedby": described_by(row)} if described_by(row) else {}
    if row.error:
        attrs["aria-invalid"] = "true"
    return row.bound.as_widget(attrs=attrs)


@register.filter
def plain_control(bound: BoundField) -> SafeString:
    """The input of an account form: Django itself ties help and errors to it."""
    return bound.as_widget()
