"""Questions answered with a span of the day, such as quiet hours; it may run past midnight."""

import re
from datetime import time

from django.utils.translation import gettext_lazy as _

from letters.questions.base import Question
from letters.questions.chinese_numbers import number_of
from letters.questions.language import is_english
from letters.questions.refusal import AnswerRefused, quoted
from letters.questions.repair import half_width, without_blanks

TO = re.compile(r"[~〜—–−-]+|至|到")
NEXT_DAY = re.compile("(次日|翌日|第二天|第二日)")
CLOCK = re.compile(
    r"(?P<part>凌晨|清晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚)?"
    r"(?P<hour>[0-9]{1,2}|[〇零一二两三四五六七八九十廿]{1,3})"
    r"(?::(?P<minute>[0-9]{2})|[点时](?:(?P<half>半)|(?P<spoken>[0-9]{1,2})分?|整|钟)?)"
)
AFTERNOON, EVENING = ("中午", "下午", "傍晚"), ("晚上", "晚")


def clock_time(text: str) -> time | None:
    """22:00, 22点, 晚10点, 早八点半; None when it is no time of day, 24:00 is midnight."""
    found = CLOCK.fullmatch(text)
    hour = found and _hour(found["hour"], found["part"])
    if not found or hour is None:
        return None
    minute = 30 if found["half"] else int(found["minute"] or found["spoken"] or 0)
    if minute > 59 or hour > 24 or (hour == 24 and minute):
        return None
    return time(hour % 24, minute)


def _hour(text: str, part: str | None) -> int | None:
    hour = int(text) if text.isdigit() else number_of(text)
    if hour is None or hour > 12 or part not in (*AFTERNOON, *EVENING):
        return hour
    if part in EVENING:
        return hour + 12 if hour >= 5 else None
    return hour if hour == 12 or (part == "中午" and hour > 10) else hour + 12


class TimeRange(Question):
    kind = "time_range"
    says_how_read = True

    def parse(self, text: str) -> tuple[time, time]:
        ends = TO.split(without_blanks(half_width(text)))
        start = clock_time(ends[0])
        says_next_day = NEXT_DAY.match(ends[-1])
        end = clock_time(NEXT_DAY.sub("", ends[-1], count=1) if says_next_day else ends[-1])
        if len(ends) != 2 or start is None or end is None or (says_next_day and end > start):
            sentence = _("“%(typed)s”不是时段，按“22:00-08:00”的样式填写起止时间。")
            raise AnswerRefused(sentence, "bad_format", typed=quoted(text))
        if start == end:
            raise AnswerRefused(_("起止时间相同，填两个不同的时间。"), "out_of_range")
        return start, end

    def typed_default(self, value: object) -> str | list[str]:
        match value:
            case (time() as start, time() as end):
                return self.typed((start, end))
        return super().typed_default(value)

    def typed(self, value: tuple[time, time]) -> str:
        return "-".join(f"{end:%H:%M}" for end in value)

    def read(self, value: tuple[time, time]) -> str:
        start, end = value
        next_day = "次日" if end < start else ""
        return f"{start.hour}:{start:%M}至{next_day}{end.hour}:{end:%M}"

    def show(self, value: tuple[time, time]) -> str:
        return self.typed(value) if is_english() else self.read(value)

    def blank(self) -> str:
        return "____至____"
