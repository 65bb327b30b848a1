"""What every kind of question can do: be asked, clean an answer, and read it in a sentence of the letter."""

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from letters.definitions.schema import FieldDefinition
from letters.questions.asking import QuestionField
from letters.questions.language import spoken
from letters.questions.refusal import AnswerRefused
from letters.questions.repair import (
    ONE_LINE,
    Mended,
    Repair,
    has_bidi_controls,
    is_visible,
    mended,
    storable,
    without_blanks,
)
from letters.questions.widgets import TypedLine

Typed = str | list[str] | None
LARGEST_EXPONENT = 30
FAR_TOO_LONG = 20_000


class Question:
    """One field of the vocabulary, asked. A kind is a subclass with its `parse`, and `read` or `typed` of its own."""

    kind: ClassVar[str]
    line_repairs: ClassVar[tuple[Repair, ...]] = ONE_LINE
    input_mode: ClassVar[str] = ""
    ink: ClassVar[int] = 12
    says_how_read: ClassVar[bool] = False
    missing: ClassVar[Any] = _("填写“%(label)s”。")

    def __init__(self, field: FieldDefinition):
        self.field = field

    @property
    def key(self) -> str:
        return self.field.key

    @property
    def label(self) -> str:
        return spoken(self.field.label_zh, self.field.label_en)

    @property
    def help(self) -> str:
        return spoken(self.field.help_zh, self.field.help_en)

    @property
    def unit(self) -> str:
        return spoken(self.field.unit_zh, self.field.unit_en)

    def clean(self, typed: Typed) -> Any:
        """The value; None when left empty and not required. AnswerRefused says what to do."""
        text = self.mended(typed).text
        return self.parse(text) if is_visible(text) else self.unanswered()

    def repairs(self, typed: Typed) -> tuple[str, ...]:
        """One sentence for each thing that is mended silently when this is cleaned; never raises."""
        try:
            text, sentences = self.mended(typed)
        except AnswerRefused:
            return ()
        return (*sentences, *self._how_read(text)) if self.says_how_read else sentences

    def _how_read(self, text: str) -> tuple[str, ...]:
        try:
            value = self.clean(text)
        except AnswerRefused:
            return ()
        if value is None or without_blanks(text) in (self.typed(value), without_blanks(self.show(value))):
            return ()
        return (str(_("已读作 %(value)s。")) % {"value": self.show(value)},)

    def doubts(self, value: Any) -> tuple[str, ...]:
        """Sentences about a value that is accepted and yet looks wrong; they never block."""
        return ()

    def read(self, value: Any) -> str:
        """The value in a Chinese sentence of the letter, without its unit."""
        return self.typed(value)

    def show(self, value: Any) -> str:
        """The value on a page, with its unit, in the language of the page."""
        return self.typed(value)

    def typed(self, value: Any) -> str:
        """The cleaned value as someone would type it."""
        return str(value)

    def blank(self) -> str:
        """Where the answer is written by hand on a blank form."""
        return "_" * self.ink

    def parse(self, text: str) -> Any:
        """The value of a text that has been mended and is not empty."""
        raise NotImplementedError

    def unanswered(self) -> Any:
        if self.field.required:
            raise AnswerRefused(self.missing, "missing", label=self.label)
        return None

    def mended(self, typed: Typed) -> Mended:
        if typed is None:
            return Mended("", ())
        if not isinstance(typed, str):
            raise AnswerRefused(_("这一项只填一个内容。"), "bad_format")
        if len(typed) > FAR_TOO_LONG:
            self.refuse_far_too_long(typed)
        if has_bidi_controls(typed):
            raise AnswerRefused(_("内容里有改变文字方向的隐藏字符，清空这一项后重新键入，不要粘贴。"), "bad_characters")
        return mended(typed, self.line_repairs)

    def refuse_far_too_long(self, typed: str) -> None:
        """Whole pages pasted into one field are refused before anything in them is looked at."""
        raise AnswerRefused(_("内容太长，有 %(now)s 个字，删减后再填。"), "too_long", now=len(typed))

    def typed_default(self, value: object) -> str | list[str]:
        """A default, an example, a JSON answer or a cleaned value as typed; refuses what no one can type."""
        match value:
            case None:
                return ""
            case str():
                return storable(value)
            case bool():
                pass
            case int() | float() | Decimal():
                return plain_number(value)
            case date():
                return self.typed(value)
        raise AnswerRefused(_("“%(label)s”的内容格式不对，应为文字。"), "bad_format", label=self.label)

    def asked(self, typed: Typed) -> Typed:
        """What the widget shows for an answer as typed."""
        return typed

    @property
    def suggestions(self) -> tuple[tuple[str | list[str], str], ...]:
        """Each suggestion as it would be typed, and as it is shown."""
        typed = (self.typed_default(value) for value in self.field.suggest)
        return tuple((answer, self.show(self.clean(answer))) for answer in typed)

    @property
    def suggestion_note(self) -> str:
        return spoken(self.field.suggest_note_zh, self.field.suggest_note_en)

    def form_field(self) -> forms.Field:
        return QuestionField(self, self.widget())

    def widget(self) -> forms.Widget:
        return TypedLine(attrs=self.attrs())

    def attrs(self) -> dict[str, str]:
        attrs = {"data-kind": self.kind, "autocomplete": "off", "spellcheck": "false"}
        return attrs | {"inputmode": self.input_mode} if self.input_mode else attrs


def plain_number(value: int | float | Decimal) -> str:
    """Digits without exponent or trailing zeros; refuses NaN, infinities and numbers nobody means."""
    if isinstance(value, int) and abs(value) < 10**LARGEST_EXPONENT:
        return str(value)
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not number.is_finite() or abs(number.adjusted()) > LARGEST_EXPONENT:
        raise AnswerRefused(_("数太大或不是数，填一个普通的数。"), "not_a_number")
    text = format(number if number else abs(number), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
