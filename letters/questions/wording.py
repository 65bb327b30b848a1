"""A typed answer in words, whether or not it is accepted: nobody's text is hidden."""

from django.utils.translation import gettext as _

from letters.questions.base import Question, Typed
from letters.questions.refusal import AnswerRefused


def in_words(question: Question, typed: Typed) -> str:
    """As on the check page where the answer is accepted, as typed where it is not, -- where there is none."""
    try:
        value = question.clean(typed)
    except AnswerRefused:
        return (_("、").join(typed) if isinstance(typed, list) else typed) or "--"
    return "--" if value is None else question.show(value)
