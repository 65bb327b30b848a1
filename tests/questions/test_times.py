"""Answers that are a span of the day."""

from datetime import time

import pytest
from django.utils.translation import override

from letters.questions.times import clock_time
from tests.questions.fields import question
from tests.questions.refusals import code, sentence

NIGHT = (time(22), time(8))


@pytest.mark.parametrize(
    "typed",
    [
        "22:00-08:00",
        "22:00～08:00",
        "22：00—次日8:00",
        "２２：００－０８：００",
        "22:00 至 次日 8:00",
        "22点至8点",
        "22时到第二天8时",
        "晚10点到早8点",
        "晚上十点至次日早上八点",
    ],
)
def test_span_is_read_however_it_is_typed(typed):
    assert question("time_range").clean(typed) == NIGHT


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("8:05", time(8, 5)),
        ("24:00", time(0)),
        ("8点半", time(8, 30)),
        ("20点15分", time(20, 15)),
        ("下午3点", time(15)),
        ("中午12点", time(12)),
        ("中午1点", time(13)),
        ("晚12点", time(0)),
        ("凌晨2点", time(2)),
        ("晚2点", None),
        ("25:00", None),
        ("24:01", None),
        ("8:60", None),
        ("8", None),
    ],
)
def test_time_of_day_is_read_or_left(text, moment):
    assert clock_time(text) == moment


@pytest.mark.parametrize(
    "typed", ["22-8", "22:00", "晚上", "9:00-次日21:00", "9:00-12:00-14:00", "25:00-26:00", "-", "至"]
)
def test_what_is_no_span_is_refused_with_a_spelling_to_use(typed):
    assert code(question("time_range"), typed) == "bad_format"
    assert "“22:00-08:00”" in sentence(question("time_range"), typed)


def test_equal_ends_are_refused():
    assert sentence(question("time_range"), "8:00-8点") == "起止时间相同，填两个不同的时间。"


def test_span_past_midnight_says_so_when_read():
    asked = question("time_range")
    assert asked.read(NIGHT) == asked.show(NIGHT) == "22:00至次日8:00"
    assert asked.read((time(9), time(21, 30))) == "9:00至21:30"
    assert asked.typed_default(NIGHT) == "22:00-08:00"
    with override("en"):
        assert asked.show(NIGHT) == "22:00-08:00"


def test_spoken_span_is_said_back():
    assert question("time_range").repairs("晚10点到早8点") == ("已读作 22:00至次日8:00。",)
    assert question("time_range").repairs("22:00至次日8:00") == ()
