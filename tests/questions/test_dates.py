"""Answers that are a day or a month."""

from datetime import date

import pytest
from django.utils.translation import override

from tests.questions.fields import question
from tests.questions.refusals import code, sentence


@pytest.mark.parametrize(
    "typed",
    [
        "2026年11月22日",
        "2026年11月22号",
        "2026 年 11 月 22 日",
        "2026.11.22",
        "2026/11/22",
        "2026-11-22",
        "2026–11–22",
        "2026。11。22",
        "20261122",
        "２０２６年１１月２２日",
        "２０２６－１１－２２",
        "二〇二六年十一月二十二日",
        "二零二六年十一月二十二日",
        "二○二六年十一月二十二日",
        "2026年十一月二十二日",
    ],
)
def test_day_is_read_however_it_is_typed(typed):
    """ux 10"""
    assert question("date").clean(typed) == date(2026, 11, 22)


@pytest.mark.parametrize(
    "typed",
    ["22/11/2026", "26-11-22", "2026-11", "2026.11/22", "2026年11月", "明天", "2026112", "11月22日", "2026-11-22-01"],
)
def test_what_is_no_day_is_refused_with_two_spellings_to_use(typed):
    assert code(question("date"), typed) == "not_a_date"
    assert sentence(question("date"), typed) == f"“{typed}”不是日期，按“2026年11月22日”或“2026-11-22”的样式填写。"


@pytest.mark.parametrize(
    "typed", ["2026年2月30日", "2026-13-01", "2026-00-10", "二〇二六年三四月五日", "二十二十年一月一日"]
)
def test_day_that_no_calendar_has_is_refused(typed):
    assert code(question("date"), typed) == "not_a_date"
    assert sentence(question("date"), typed) == f"日历上没有“{typed}”，核对年月日。"


def test_year_must_be_reasonable():
    assert question("date").clean("1949-01-01")
    assert question("date").clean("2100-12-31")
    assert sentence(question("date"), "2101-01-01") == "年份填 1949 至 2100 之间的，现在是 2101。"
    assert code(question("date"), "0026-11-22") == "out_of_range"


def test_day_is_read_without_leading_zeros_and_typed_in_full():
    asked = question("date")
    assert asked.read(date(2027, 1, 5)) == asked.show(date(2027, 1, 5)) == "2027年1月5日"
    assert asked.typed_default(date(2027, 1, 5)) == "2027-01-05"
    with override("en"):
        assert asked.show(date(2027, 1, 5)) == "2027-01-05"


@pytest.mark.parametrize(
    "typed", ["2026年11月", "2026-11", "2026.11", "2026/11", "202611", "２０２６年１１月", "二〇二六年十一月"]
)
def test_month_is_its_first_day(typed):
    assert question("month").clean(typed) == date(2026, 11, 1)


def test_month_is_read_and_refused_as_a_month():
    asked = question("month")
    assert asked.read(date(2026, 1, 1)) == "2026年1月"
    assert asked.typed_default(date(2026, 1, 1)) == "2026-01"
    assert sentence(asked, "2026-11-22") == "“2026-11-22”不是月份，按“2026年11月”或“2026-11”的样式填写。"
    assert code(asked, "2026-13") == "not_a_date"
