"""Questions answered by choosing one thing: an option of a list, yes or no. A label is understood like its key."""

from django import forms
from django.utils.translation import gettext_lazy as _

from letters.questions.base import Typed
from letters.questions.language import spoken
from letters.questions.options import Choosing, Options, folded
from letters.questions.refusal import AnswerRefused, quoted
from letters.questions.widgets import TypedRadios, TypedSelect

MOST_RADIOS = 7


class SingleChoice(Choosing):
    kind = "choice"

    def parse(self, text: str) -> str:
        choice = self.known.get(folded(text))
        if not choice:
            raise self.unknown(text)
        return choice.key

    def read(self, value: str) -> str:
        return self.words(self.option(value))

    def show(self, value: str) -> str:
        choice = self.option(value)
        return spoken(choice.zh, choice.en)

    def asked(self, typed: Typed) -> Typed:
        choice = self.known.get(folded(typed)) if isinstance(typed, str) else None
        return choice.key if choice else typed

    def widget(self) -> forms.Widget:
        options = self.listed()
        if len(options) <= MOST_RADIOS:
            return TypedRadios(attrs=self.attrs(), choices=options)
        return TypedSelect(attrs=self.attrs(), choices=[("", _("选择一项")), *options])


class YesNo(Options):
    kind = "yes_no"
    missing = _("“%(label)s”选“是”或“否”。")
    answers = {"yes": True, "true": True, "是": True, "no": False, "false": False, "否": False}

    def parse(self, text: str) -> bool:
        answer = self.answers.get(folded(text))
        if answer is None:
            raise AnswerRefused(_("“%(typed)s”不是“是”或“否”。"), "not_a_choice", typed=quoted(text))
        return answer

    def unanswered(self) -> bool | None:
        if not self.field.required and isinstance(self.field.default, bool):
            return self.field.default
        return super().unanswered()

    def typed_default(self, value: object) -> str | list[str]:
        return self.typed(value) if isinstance(value, bool) else super().typed_default(value)

    def typed(self, value: bool) -> str:
        return "yes" if value else "no"

    def read(self, value: bool) -> str:
        return "是" if value else "否"

    def show(self, value: bool) -> str:
        return str(_("是") if value else _("否"))

    def asked(self, typed: Typed) -> Typed:
        answer = self.answers.get(folded(typed)) if isinstance(typed, str) else None
        return typed if answer is None else self.typed(answer)

    def blank(self) -> str:
        return "□是　□否"

    def widget(self) -> forms.Widget:
        return TypedRadios(attrs=self.attrs(), choices=[("yes", _("是")), ("no", _("否"))])
