"""Questions answered with a number: counts, shares, amounts of money."""

import re
from decimal import Decimal
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from letters.questions.base import Question, plain_number
from letters.questions.chinese_numbers import digits_of, number_of, spelled
from letters.questions.english_amounts import amount
from letters.questions.language import is_english
from letters.questions.refusal import AnswerRefused, quoted
from letters.questions.repair import half_width
from letters.questions.units import figure_in, in_own_unit, unit_in

ARABIC = re.compile(r"[+-]?(?:[0-9]{1,3}(?:[, ][0-9]{3})+|[0-9]*)(?:\.[0-9]*)?")
RANGE = re.compile(r"[~〜—–-]+|至|到")
MINUS = str.maketrans({"−": "-", "负": "-"})
MOST_DIGITS, MOST_PLACES = 15, 4
ARTICLE = "条"


def figure_of(text: str) -> Decimal | None:
    """The number that a figure stands for, in Arabic or Chinese; None when it is none."""
    if ARABIC.fullmatch(text) and re.search("[0-9]", text):
        return Decimal(text.replace(",", "").replace(" ", ""))
    sign = -1 if text.startswith("-") else 1
    whole, point, places = text.removeprefix("-").partition("点")
    number, fraction = number_of(whole), [digits_of(place) for place in places]
    if number is None or None in fraction or bool(point) != bool(places):
        return None
    return sign * Decimal(f"{number}.{''.join(map(str, fraction))}")


class Number(Question):
    """What counts, shares and amounts have in common: the figure is found among its own unit, then checked."""

    input_mode = "decimal"
    ink = 6
    says_how_read = True
    words_before: ClassVar[tuple[str, ...]] = ()

    def parse(self, text: str) -> Any:
        number = self.number_in(half_width(text).translate(MINUS))
        if number is None:
            raise self._not_a_number(text)
        self.check_places(number)
        if not self._is_in_range(number):
            raise self._out_of_range(number)
        return Decimal(plain_number(number))

    def number_in(self, text: str) -> Decimal | None:
        number = figure_of(figure_in(text, self.field, self.words_before))
        return self._number_in_other_unit(text) if number is None else number

    def _number_in_other_unit(self, text: str) -> Decimal | None:
        """72小时 where days are asked; how it is read is said beside the field."""
        found = unit_in(text)
        number = figure_of(figure_in(found[0], self.field, self.words_before)) if found else None
        return in_own_unit(number, found[1], self.field) if found and number is not None else None

    def check_places(self, number: Decimal) -> None:
        if len(f"{number:f}".partition(".")[2].rstrip("0")) > MOST_PLACES:
            raise AnswerRefused(_("最多保留 %(places)s 位小数。"), "too_precise", places=MOST_PLACES)

    def typed(self, value: Any) -> str:
        return plain_number(value)

    def show(self, value: Any) -> str:
        figure = plain_number(value)
        if not is_english():
            return figure + self.unit
        return f"{figure} × {self.unit}" if self.unit[:1].isdigit() else amount(figure, self.unit)

    @property
    def _bounds(self) -> tuple[Decimal | None, Decimal | None]:
        low, high = (None if bound is None else Decimal(str(bound)) for bound in (self.field.min, self.field.max))
        return low, high

    def _is_in_range(self, number: Decimal) -> bool:
        low, high = self._bounds
        return number.adjusted() < MOST_DIGITS and (low is None or number >= low) and (high is None or number <= high)

    def _out_of_range(self, number: Decimal) -> AnswerRefused:
        low, high = self._bounds
        words = {"digits": MOST_DIGITS, "now": quoted(f"{number:f}")}
        words |= {name: self.show(bound) for name, bound in (("low", low), ("high", high)) if bound is not None}
        sentences = {
            (False, False): _("填 %(low)s 至 %(high)s，现在是 %(now)s。"),
            (False, True): _("不小于 %(low)s，最多 %(digits)s 位，现在是 %(now)s。"),
            (True, False): _("不大于 %(high)s，现在是 %(now)s。"),
            (True, True): _("最多 %(digits)s 位，现在是 %(now)s。"),
        }
        return AnswerRefused(sentences[low is None, high is None], "out_of_range", **words)

    def _not_a_number(self, text: str) -> AnswerRefused:
        ends = RANGE.split(figure_in(half_width(text), self.field, self.words_before))
        if len(ends) == 2 and None not in map(self.number_in, ends):
            return AnswerRefused(_("只填一个数，不填“%(typed)s”这样的范围。"), "not_a_number", typed=quoted(text))
        if self.unit:
            sentence = _("“%(typed)s”不是一个数，只填数字，单位是“%(unit)s”。")
            return AnswerRefused(sentence, "not_a_number", typed=quoted(text), unit=self.unit)
        return AnswerRefused(_("“%(typed)s”不是一个数，只填数字。"), "not_a_number", typed=quoted(text))


class Integer(Number):
    kind = "integer"
    input_mode = "numeric"
    ink = 4

    def parse(self, text: str) -> int:
        return int(super().parse(text))

    def check_places(self, number: Decimal) -> None:
        if f"{number:f}".partition(".")[2].strip("0"):
            raise AnswerRefused(_("填整数，不带小数。"), "not_whole")

    def read(self, value: int) -> str:
        """Articles of a statute are cited in Chinese numerals: 第二十九条."""
        return spelled(value) if self.field.unit_zh == ARTICLE else str(value)


class DecimalNumber(Number):
    kind = "decimal"


class Percent(Number):
    kind = "percent"
    words_before = ("百分之",)


class Money(Number):
    kind = "money"
    words_before = ("人民币",)

    def number_in(self, text: str) -> Decimal | None:
        """An amount typed in yuan is brought to the unit of the field, 万元."""
        is_in_yuan = text.endswith("元") and not text.endswith(("万元", "亿元"))
        if not (is_in_yuan and self.field.unit_zh.startswith("万元")):
            return super().number_in(text)
        number = super().number_in(text.removesuffix("元"))
        return None if number is None else number / 10_000
