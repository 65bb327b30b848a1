"""Numbers of headings and items in every scheme."""

import pytest

from letters.document.numbering import Numbering


def count(scheme, *levels):
    numbering = Numbering(scheme)
    return [numbering.next(level) for level in levels]


def test_work_form_numbers():
    assert count(("一、", "1.", "（1）"), 1, 2, 3, 3, 2, 1, 2) == ["一、", "1.", "（1）", "（2）", "2.", "二、", "1."]


def test_decimal_numbers_carry_those_above():
    assert count(("1.", "1.1", "1.1.1"), 1, 2, 3, 3, 2, 1, 2) == ["1.", "1.1", "1.1.1", "1.1.2", "1.2", "2.", "2.1"]


def test_articles_run_on_over_chapters():
    assert count(("第一章", "第一条", "（一）"), 1, 2, 2, 3, 1, 2) == [
        "第一章　",
        "第一条　",
        "第二条　",
        "（一）",
        "第二章　",
        "第三条　",
    ]


def test_levels_below_the_scheme_use_its_last_style():
    assert count(("1.", "（1）", "①"), 1, 2, 3, 4) == ["1.", "（1）", "①", "①"]


def test_circled_numbers_end_at_twenty():
    assert count(("①",), *[1] * 21)[-2:] == ["⑳", "（21）"]


@pytest.mark.parametrize(
    ("scheme", "levels", "reference"),
    [
        (("一、", "1."), (1, 1, 1, 2, 2), "第三部分第2项"),
        (("一、", "1."), (1,), "第一部分"),
        (("1.", "（1）"), (1, 1, 2), "第2条第（1）项"),
        (("1.", "1.1", "1.1.1"), (1, 2, 3), "第1.1.1条"),
        (("第一章", "第一条"), (1, 2, 1, 2), "第二条"),
    ],
)
def test_cross_references_name_the_number_as_a_reader_would(scheme, levels, reference):
    numbering = Numbering(scheme)
    for level in levels:
        numbering.next(level)
    assert numbering.reference() == reference
