"""Questions answered by choosing several options."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from letters.questions.base import Typed
from letters.questions.language import is_english
from letters.questions.options import Choosing, folded
from letters.questions.refusal import AnswerRefused
from letters.questions.repair import LINES_KEPT, is_visible, storable
from letters.questions.text import refuse_too_long
from letters.questions.widgets import TypedCheckboxes

SEPARATORS = "、，,；;。"
BETWEEN = re.compile(r"\n|(?<=[》）])(?=《)")
LONGEST_LIST = 2000


class MultiChoice(Choosing):
    kind = "multi_choice"
    missing = _("“%(label)s”至少选一项。")
    line_repairs = LINES_KEPT

    def clean(self, typed: Typed) -> tuple[str, ...] | None:
        """The keys chosen, in the order of the vocabulary."""
        parts = typed if isinstance(typed, list) else [typed]
        chosen = {key for part in parts for key in self._keys(part)}
        if not chosen:
            return self.unanswered()
        return tuple(choice.key for choice in self.field.choices if choice.key in chosen)

    def _keys(self, part: Typed) -> list[str]:
        text = self.mended(part).text
        return self.parse(text) if is_visible(text) else []

    def parse(self, text: str) -> list[str]:
        """Options one after the other, as in a pasted 联系方式、交易记录; labels may hold separators themselves."""
        refuse_too_long(text, LONGEST_LIST)
        listed, keys, place = folded(BETWEEN.sub("、", text)).lstrip(SEPARATORS), [], 0
        while place < len(listed):
            spelling = self._spelling_at(listed, place)
            if not spelling:
                raise self._unknown_at(listed[place:], text)
            keys.append(self.known[spelling].key)
            place += len(spelling)
            while listed[place : place + 1] in SEPARATORS and place < len(listed):
                place += 1
        return keys

    def _spelling_at(self, listed: str, place: int) -> str:
        fits = (spelling for spelling in self.known if listed.startswith(spelling, place))
        whole = (spelling for spelling in fits if (listed[place + len(spelling) :][:1] or "、") in SEPARATORS)
        return max(whole, key=len, default="")

    def _unknown_at(self, rest: str, text: str) -> AnswerRefused:
        """Quotes the part as it was typed, not as it was compared."""
        parts = {folded(part): part.strip() for part in re.split(f"[{SEPARATORS}\n]", text)}
        part = re.split(f"[{SEPARATORS}]", rest)[0]
        return self.unknown(parts.get(part, part))

    def typed_default(self, value: object) -> str | list[str]:
        match value:
            case None:
                return []
            case list() | tuple() if all(isinstance(item, str) for item in value):
                return [storable(item) for item in value]
            case str():
                return [storable(value)]
        raise AnswerRefused(_("“%(label)s”的内容格式不对，应为若干选项。"), "bad_format", label=self.label)

    def read(self, value: tuple[str, ...]) -> str:
        words = [self.words(self.option(key)) for key in value]
        return ("" if self.field.choices_are_statutes else "、").join(words)

    def show(self, value: tuple[str, ...]) -> str:
        labels = dict(self.listed())
        return ("; " if is_english() else "、").join(labels[key] for key in value)

    def asked(self, typed: Typed) -> Typed:
        try:
            return list(self.clean(typed) or ())
        except AnswerRefused:
            return typed

    def widget(self) -> forms.Widget:
        return TypedCheckboxes(attrs=self.attrs(), choices=self.listed())
