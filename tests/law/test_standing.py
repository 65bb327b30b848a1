"""In which state a statute is on a day, and which of its texts holds."""

from dataclasses import replace
from datetime import date

import pytest

from letters.definitions.catalogue import statutes
from letters.law.standing import Standing, coming_amendments, ends, standing, text_since

TODAY = date(2026, 11, 22)


def of(key: str, **changed):
    return replace(statutes()[key], **changed)


@pytest.mark.parametrize(
    ("key", "day", "state"),
    [
        ("pipl", TODAY, Standing.IN_FORCE),
        ("pipl", date(2021, 10, 31), Standing.COMING),
        ("pipl", date(2021, 11, 1), Standing.IN_FORCE),
        ("sms_provisions", date(2026, 4, 30), Standing.COMING),
        ("sms_provisions_2015", date(2026, 4, 30), Standing.IN_FORCE),
        ("sms_provisions_2015", date(2026, 5, 1), Standing.SUPERSEDED),
        ("draft_minors_use", TODAY, Standing.DRAFT),
    ],
)
def test_the_day_decides(key, day, state):
    assert standing(of(key), day) is state


def test_one_that_ends_without_a_successor_is_repealed_from_that_day():
    ending = of("platform_price_rules", effective_until="2031-04-10")
    assert standing(ending, date(2031, 4, 9)) is Standing.IN_FORCE
    assert standing(ending, date(2031, 4, 10)) is Standing.REPEALED


def test_superseded_by_one_whose_day_is_unknown_it_is_superseded_already():
    assert standing(of("sms_provisions_2015", superseded_by="draft_minors_use"), TODAY) is Standing.SUPERSEDED
    assert ends(of("pipl")) is None


def test_the_text_of_the_day_is_that_of_its_latest_amendment_in_effect():
    csl = of("csl")
    assert text_since(csl, date(2025, 12, 31)) == "2017-06-01"
    assert text_since(csl, date(2026, 1, 1)) == "2026-01-01"
    assert [each.effective_from for each in coming_amendments(csl, date(2025, 12, 31))] == ["2026-01-01"]
    assert coming_amendments(csl, TODAY) == ()


def test_the_number_of_a_standard_stands_behind_its_name():
    assert of("gbt_35273").cited_zh == "《信息安全技术 个人信息安全规范》（GB/T 35273—2020）"
    assert of("pipl").cited_zh == "《中华人民共和国个人信息保护法》"
    assert of("draft_minors_use").cited_zh.endswith("（征求意见稿）》")
