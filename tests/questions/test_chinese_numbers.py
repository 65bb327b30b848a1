"""Chinese numerals, read and written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters.questions.chinese_numbers import digits_of, number_of, spelled


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("零", 0),
        ("三", 3),
        ("两", 2),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("贰拾", 20),
        ("廿五", 25),
        ("卅", 30),
        ("一百零五", 105),
        ("一百一十", 110),
        ("一百十二", 112),
        ("壹仟贰佰叁拾肆", 1234),
        ("两千零五十", 2050),
        ("一千零五", 1005),
        ("三〇", 30),
        ("二〇二六", 2026),
        ("十万", 100_000),
        ("一万二千", 12_000),
        ("一万零二", 10_002),
        ("一亿二千万", 120_000_000),
    ],
)
def test_numeral_is_read(text, number):
    assert number_of(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "三四",
        "一百五",
        "一万二",
        "三四十",
        "十二三",
        "百",
        "万",
        "十百",
        "一十十",
        "二百千",
        "甲",
        "十甲",
        "点",
        "一" * 41,
    ],
)
def test_estimates_and_what_may_mean_two_things_are_not_read(text):
    assert number_of(text) is None


def test_digits_of_a_year_are_read_one_by_one():
    assert digits_of("二〇二六") == digits_of("贰零贰陆") == 2026
    assert digits_of("二十") is None
    assert digits_of("") is None


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "零"),
        (10, "十"),
        (29, "二十九"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1260, "一千二百六十"),
        (1005, "一千零五"),
        (10_030, "一万零三十"),
    ],
)
def test_number_is_spelled(number, text):
    assert spelled(number) == text


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 99_999_999))
def test_spelled_number_is_read_back(number):
    assert number_of(spelled(number)) == number
