"""What a question says when it refuses an answer."""

import pytest

from letters.questions.base import AnswerRefused, Question, Typed


def outcome(question: Question, typed: Typed) -> tuple[object, AnswerRefused | None]:
    """The value, and the refusal where there is one: never both, and never another exception."""
    try:
        return question.clean(typed), None
    except AnswerRefused as refused:
        return None, refused


def refusal(question: Question, typed: Typed) -> AnswerRefused:
    with pytest.raises(AnswerRefused) as caught:
        question.clean(typed)
    return caught.value


def code(question: Question, typed: Typed) -> str:
    return refusal(question, typed).code


def sentence(question: Question, typed: Typed) -> str:
    return refusal(question, typed).message
