"""Questions answered in words: names, addresses, short descriptions."""

import re
from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from letters.questions.base import Question
from letters.questions.refusal import AnswerRefused, quoted
from letters.questions.repair import LINES_KEPT
from letters.questions.widgets import TypedLines

END_OF_SENTENCE = "。；;！？：，、"
NUMBERED = re.compile(r"(?P<title>.+?)(?P<number>（[^（）]*号）)")
AUTOCOMPLETE = {"entity_name": "organization"}


def refuse_too_long(text: str, longest: int) -> None:
    if len(text) > longest:
        sentence = _("最多 %(max)s 个字，现在是 %(now)s 个字，删去 %(over)s 个字。")
        raise AnswerRefused(sentence, "too_long", max=longest, now=len(text), over=len(text) - longest)


def titled(name: str) -> str:
    """A document's name between 《》, its number in brackets after them, whether or not the marks were typed."""
    found = NUMBERED.fullmatch(name)
    title, number = (found["title"], found["number"]) if found else (name, "")
    return f"《{title.removeprefix('《').removesuffix('》')}》{number}"


class Text(Question):
    kind = "text"
    ink = 32
    longest: ClassVar[int] = 200

    @property
    def max_length(self) -> int:
        return self.field.max_length or self.longest

    def refuse_far_too_long(self, typed: str) -> None:
        refuse_too_long(typed, self.max_length)

    def parse(self, text: str) -> str:
        refuse_too_long(text, self.max_length)
        if self.field.pattern and not re.fullmatch(self.field.pattern, text):
            sentence = _("“%(typed)s”的写法不对，按“%(example)s”的样式填写。")
            raise AnswerRefused(sentence, "bad_format", typed=quoted(text), example=self.field.example or "")
        return text

    def read(self, value: str) -> str:
        return titled(value) if self.field.book_title else value

    def blank(self) -> str:
        line = "_" * max(8, min(self.ink, self.max_length // 2))
        return f"《{line}》" if self.field.book_title else line

    def attrs(self) -> dict[str, str]:
        return super().attrs() | {"autocomplete": AUTOCOMPLETE.get(self.key, "off")}


class LongText(Text):
    kind = "long_text"
    ink = 112
    longest = 2000
    line_repairs = LINES_KEPT

    def read(self, value: str) -> str:
        """Lines follow each other in one sentence: a letter has no line breaks inside a clause."""
        lines = [line.strip() for line in value.split("\n") if line.strip()]
        joined = (line if line[-1] in END_OF_SENTENCE else f"{line}；" for line in lines[:-1])
        return "".join((*joined, *lines[-1:]))

    def widget(self) -> forms.Widget:
        return TypedLines(attrs=self.attrs() | {"rows": "4"})
