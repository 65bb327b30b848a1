"""Answers that are numbers: counts, shares, amounts of money."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from letters.questions.base import AnswerRefused
from tests.questions.fields import question
from tests.questions.refusals import code, sentence

PER_DAY = {"unit_zh": "次/日", "unit_en": "times a day", "min": 1, "max": 24}
STAFF = {"unit_zh": "名", "unit_en": "people", "min": 1, "max": 9999}


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("12", 12),
        ("１２", 12),
        ("十二", 12),
        ("贰拾", 20),
        ("012", 12),
        ("12.0", 12),
        ("12 个工作日", 12),
        ("12个工作日内", 12),
        ("十二个工作日以内", 12),
        ("12 working days", 12),
        ("至少 4 次", 4),
        ("不少于三次", 3),
        ("不超过15个工作日", 15),
    ],
)
def test_count_is_read_however_it_is_typed(typed, number):
    """ux 9"""
    different = PER_DAY if "次" in typed else {}
    assert question("integer", **different).clean(typed) == number


@pytest.mark.parametrize(
    "typed", ["2000", "2,000", "2，000", "２，０００", "2 000", "两千", "二〇〇〇", "2,000名", "2000人"]
)
def test_thousands_may_be_grouped(typed):
    """ux 9"""
    assert question("integer", **STAFF).clean(typed) == 2000


@pytest.mark.parametrize("typed", ["3", "3次/日", "3次", "每日3次", "每天至少三次", "至少每日 3 次", "3次每日"])
def test_own_unit_may_be_repeated(typed):
    """ux 9"""
    assert question("integer", **PER_DAY).clean(typed) == 3


@pytest.mark.parametrize("typed", ["12.5", "１２．５", "十二点五"])
def test_count_with_a_fraction_is_refused(typed):
    assert code(question("integer"), typed) == "not_whole"


@pytest.mark.parametrize(
    "typed", ["12～15", "12-15", "12~15", "12—15", "12至15", "12到15个工作日", "十二至十五", "12个工作日～15个工作日"]
)
def test_range_is_refused_and_named(typed):
    assert code(question("integer"), typed) == "not_a_number"
    assert sentence(question("integer"), typed) == f"只填一个数，不填“{typed}”这样的范围。"


@pytest.mark.parametrize(
    "typed", ["abc", "12天", "20,00", "1e3", "三四个工作日", "一百五", "٣", "½", "1 2", "--1", ".", "12。5"]
)
def test_what_is_no_number_is_refused_with_the_unit(typed):
    assert code(question("integer"), typed) == "not_a_number"
    assert sentence(question("integer"), typed) == f"“{typed}”不是一个数，只填数字，单位是“个工作日”。"


@pytest.mark.parametrize(
    ("typed", "now"), [("0", "0"), ("25", "25"), ("-3", "-3"), ("负三", "-3"), ("9" * 5000, "9" * 20 + "…")]
)
def test_out_of_range_says_the_range_with_its_unit(typed, now):
    """ux 9"""
    assert sentence(question("integer", **PER_DAY), typed) == f"填 1次/日 至 24次/日，现在是 {now}。"


def test_range_may_be_open():
    assert sentence(question("integer", min=5, max=None, unit_zh="日"), "4") == "不小于 5日，最多 15 位，现在是 4。"
    assert sentence(question("integer", min=None, max=5, unit_zh="日"), "6") == "不大于 5日，现在是 6。"
    assert code(question("integer", min=None, max=None), "9" * 16) == "out_of_range"
    assert question("integer", min=None, max=None).clean("-" + "9" * 15) == -(10**15 - 1)


def test_bounds_themselves_are_accepted():
    asked = question("percent")
    assert asked.clean("90") == 90
    assert asked.clean("99.999") == Decimal("99.999")
    assert sentence(asked, "100") == "填 90% 至 99.999%，现在是 100。"


@pytest.mark.parametrize(
    ("kind", "typed", "value", "read"),
    [
        ("percent", "99.50", "99.5", "99.5"),
        ("percent", "99．5％", "99.5", "99.5"),
        ("percent", "百分之九十九点五", "99.5", "99.5"),
        ("decimal", "1.2500", "1.25", "1.25"),
        ("decimal", ".5 小时", "0.5", "0.5"),
        ("decimal", "100", "100", "100"),
        ("decimal", "-0", "0", "0"),
        ("money", "0.1", "0.1", "0.1"),
        ("money", "五十万", "50", "50"),
        ("money", "50万元", "50", "50"),
        ("money", "人民币 50 万元/次", "50", "50"),
        ("money", "5,000元", "0.5", "0.5"),
    ],
)
def test_decimals_are_exact_and_read_without_trailing_zeros(kind, typed, value, read):
    cleaned = question(kind).clean(typed)
    assert isinstance(cleaned, Decimal)
    assert (str(cleaned), question(kind).read(cleaned)) == (value, read)


@pytest.mark.parametrize("kind", ["decimal", "percent", "money"])
def test_more_than_four_decimals_are_refused(kind):
    assert code(question(kind), "99.12345") == "too_precise"
    assert question(kind).clean("99.123400000") == Decimal("99.1234")


def test_value_is_shown_with_its_unit():
    assert question("integer").show(12) == "12个工作日"
    assert question("percent").show(Decimal("99.5")) == "99.5%"
    with override("en"):
        assert question("integer").show(12) == "12 working days"
        assert question("percent").show(Decimal("99.5")) == "99.5%"
        assert question("money").show(Decimal("0.5")) == "0.5 × 10,000 yuan each"


DAYS = {"unit_zh": "日", "unit_en": "days", "min": 1, "max": 60, "working_day_factor": 1.4}
YEARS = {"unit_zh": "年", "unit_en": "years", "min": 1, "max": 30, "months_per_unit": 12}
HOURS = {"unit_zh": "小时", "unit_en": "hours", "min": 1, "max": 72}


@pytest.mark.parametrize(
    ("different", "typed", "number"),
    [
        (DAYS, "72小时", 3),
        (DAYS, "48 小时内", 2),
        (DAYS, "不超过四十八小时", 2),
        (DAYS, "15个工作日", 21),
        (DAYS, "5 working days", 7),
        (YEARS, "24个月", 2),
        (YEARS, "36 months", 3),
        (HOURS, "3天", 72),
        (HOURS, "120分钟以内", 2),
        ({"unit_zh": "个月", "min": 1, "max": 12}, "1年", 12),
        ({"unit_zh": "分钟", "min": 1, "max": 120}, "2个小时", 120),
    ],
)
def test_another_unit_of_time_is_brought_to_the_own_one_and_said_back(different, typed, number):
    asked = question("integer", **different)
    assert asked.clean(typed) == number
    assert asked.repairs(typed) == (f"已读作 {number}{different['unit_zh']}。",)


def test_six_months_are_half_a_year_exactly():
    assert question("decimal", **YEARS | {"min": 0}).clean("6个月") == Decimal("0.5")
    assert code(question("integer", **YEARS), "6个月") == "not_whole"
    assert code(question("integer", **DAYS), "3个工作日") == "not_whole"


@pytest.mark.parametrize(
    ("different", "typed"),
    [(DAYS, "1个月"), (YEARS, "30日"), (YEARS, "6月"), (HOURS, "2个工作日"), (PER_DAY, "2小时"), (DAYS, "小时")],
)
def test_a_unit_that_cannot_be_converted_is_refused(different, typed):
    assert code(question("integer", **different), typed) == "not_a_number"


def test_figure_not_typed_as_one_is_said_back():
    asked = question("integer", **PER_DAY)
    assert asked.repairs("至少 4 次") == ("已读作 4次/日。",)
    assert asked.repairs("4") == asked.repairs("4 次/日") == asked.repairs("四百") == ()
    assert question("money").repairs("5000元") == ("已读作 0.5万元/次。",)


def test_article_of_a_statute_is_read_in_chinese():
    asked = question("integer", unit_zh="条", unit_en="article", min=1, max=1260)
    assert asked.read(asked.clean("29条")) == "二十九"
    assert asked.show(29) == "29条"


@pytest.mark.parametrize(
    ("value", "typed"),
    [(2, "2"), (0.1, "0.1"), (99.999, "99.999"), (1e3, "1000"), (Decimal("50.00"), "50"), ("３", "３")],
)
def test_json_number_is_typed_in_plain_digits(value, typed):
    assert question("decimal").typed_default(value) == typed


@pytest.mark.parametrize(
    "value",
    [True, pytest.param(10**5000, id="5,001 digits"), Decimal("1E+999999999"), Decimal("NaN"), float("-inf"), 1e300],
)
def test_json_number_that_nobody_means_is_refused(value):
    with pytest.raises(AnswerRefused):
        question("integer").typed_default(value)
