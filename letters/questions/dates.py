"""Questions answered with a day or a month."""

import re
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from letters.questions.base import Question
from letters.questions.chinese_numbers import digits_of, number_of
from letters.questions.language import is_english
from letters.questions.refusal import AnswerRefused, quoted
from letters.questions.repair import half_width, without_blanks

CHINESE = "〇○零一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾"
YEAR = rf"(?P<year>[0-9]{{4}}|[{CHINESE}Oo]{{4}})"
MONTH = rf"(?P<month>[0-9]{{1,2}}|[{CHINESE}]{{1,3}})"
DAY = rf"(?P<day>[0-9]{{1,2}}|[{CHINESE}]{{1,3}})"
DAYS = tuple(
    re.compile(pattern)
    for pattern in (
        f"{YEAR}年{MONTH}月{DAY}[日号]?",
        r"(?P<year>[0-9]{4})([-./])(?P<month>[0-9]{1,2})\2(?P<day>[0-9]{1,2})",
        "(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
    )
)
MONTHS = tuple(
    re.compile(pattern)
    for pattern in (
        f"{YEAR}年{MONTH}月份?",
        "(?P<year>[0-9]{4})[-./](?P<month>[0-9]{1,2})",
        "(?P<year>[0-9]{4})(?P<month>[0-9]{2})",
    )
)
SEPARATORS = str.maketrans({"–": "-", "—": "-", "−": "-", "。": ".", "·": "."})
FIRST_YEAR, LAST_YEAR = 1949, 2100


def _count(text: str) -> int | None:
    return int(text) if text[0] in "0123456789" else number_of(text)


def _year(text: str) -> int | None:
    return int(text) if text[0] in "0123456789" else digits_of(re.sub("[Oo]", "〇", text))


class Date(Question):
    kind = "date"
    spellings = DAYS

    def parse(self, text: str) -> date:
        plain = without_blanks(half_width(text).translate(SEPARATORS))
        found = next(filter(None, (spelling.fullmatch(plain) for spelling in self.spellings)), None)
        if not found:
            raise AnswerRefused(self.how_to, "not_a_date", typed=quoted(text))
        parts = found.groupdict(default="1")
        year, month, day = _year(parts["year"]), _count(parts["month"]), _count(parts.get("day", "1"))
        return self._existing(year, month, day, text)

    @property
    def how_to(self) -> Any:
        return _("“%(typed)s”不是日期，按“2026年11月22日”或“2026-11-22”的样式填写。")

    def _existing(self, year: int | None, month: int | None, day: int | None, text: str) -> date:
        if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
            sentence = _("年份填 %(first)s 至 %(last)s 之间的，现在是 %(now)s。")
            raise AnswerRefused(sentence, "out_of_range", first=FIRST_YEAR, last=LAST_YEAR, now=year)
        try:
            return date(year or 0, month or 0, day or 0)
        except ValueError:
            sentence = _("日历上没有“%(typed)s”，核对年月日。")
            raise AnswerRefused(sentence, "not_a_date", typed=quoted(text)) from None

    def read(self, value: date) -> str:
        return f"{value.year}年{value.month}月{value.day}日"

    def show(self, value: date) -> str:
        return self.typed(value) if is_english() else self.read(value)

    def typed(self, value: date) -> str:
        return value.isoformat()

    def blank(self) -> str:
        return "______年____月____日"


class Month(Date):
    kind = "month"
    spellings = MONTHS

    @property
    def how_to(self) -> Any:
        return _("“%(typed)s”不是月份，按“2026年11月”或“2026-11”的样式填写。")

    def read(self, value: date) -> str:
        return f"{value.year}年{value.month}月"

    def typed(self, value: date) -> str:
        return f"{value:%Y-%m}"

    def blank(self) -> str:
        return "______年____月"
