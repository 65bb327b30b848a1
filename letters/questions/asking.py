"""The Django form field that asks one question and lets the question itself do the cleaning."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

from letters.questions.refusal import AnswerRefused

if TYPE_CHECKING:
    from letters.questions.base import Question, Typed


class QuestionField(forms.Field):
    def __init__(self, question: "Question", widget: forms.Widget):
        self.question = question
        super().__init__(
            required=question.field.required,
            widget=widget,
            label=question.label,
            help_text=question.help,
            label_suffix="",
        )

    def clean(self, value: "Typed") -> Any:
        try:
            return self.question.clean(value)
        except AnswerRefused as refused:
            raise ValidationError(refused.message, code=refused.code) from refused

    def prepare_value(self, value: "Typed") -> "Typed":
        return self.question.asked(value)
