"""The form of one step: its questions, in their order."""

from collections.abc import Sequence

from django import forms

from letters.questions.base import Question


class StepForm(forms.Form):
    """Every answer is checked by its question, so that the browser never stands in the way of saving."""

    use_required_attribute = False


def step_form(questions: Sequence[Question]) -> type[forms.Form]:
    return type("StepForm", (StepForm,), {question.key: question.form_field() for question in questions})
