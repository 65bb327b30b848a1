"""The form of one page: its questions, in their order, and what was typed into them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms

from letters.questions.answers import Typed
from letters.questions.base import Question


class StepForm(forms.Form):
    """Every answer is checked by its question, so that the browser never stands in the way of saving."""

    use_required_attribute = False


def step_form(questions: Sequence[Question]) -> type[forms.Form]:
    return type("StepForm", (StepForm,), {question.key: question.form_field() for question in questions})


def typed_into(questions: Iterable[Question], data: Mapping[str, Any]) -> dict[str, Typed]:
    """What a page sent, as it is stored; a question that the page did not send is left out."""
    sent = {question.key: question.widget().value_from_datadict(data, {}, question.key) for question in questions}
    return {key: value for key, value in sent.items() if value is not None}
