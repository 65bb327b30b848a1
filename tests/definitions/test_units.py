"""Units: what is converted into what, exactly; and what is not."""

from decimal import Decimal

import pytest

from letters.definitions.catalogue import vocabulary
from letters.definitions.units import SPELLED, UnitUnknown, converted, unit_of
from tests.definitions.vocabulary import field

NUMBERS = ("integer", "decimal", "percent", "money")


@pytest.mark.parametrize(
    ("number", "unit", "into", "result"),
    [
        ("6", "month", "year", "0.5"),
        ("0.5", "year", "month", "6"),
        ("2", "half_year", "year", "1"),
        ("72", "hour", "day", "3"),
        ("1", "day", "hour", "24"),
        ("90", "minute", "hour", "1.5"),
        ("15", "working_day", "day", "21"),
        ("21", "day", "working_day", "15"),
        ("15", "working_day", "working_day", "15"),
        ("1", "per_month", "per_year", "12"),
        ("4", "per_year", "per_quarter", "1"),
        ("5000", "yuan", "ten_thousand_yuan", "0.5"),
    ],
)
def test_a_figure_is_converted_exactly(number, unit, into, result):
    assert converted(Decimal(number), unit, into, Decimal("1.4")) == Decimal(result)


@pytest.mark.parametrize(
    ("unit", "into"), [("day", "month"), ("percent", "count"), ("per_day", "per_year"), ("moon", "day")]
)
def test_what_does_not_measure_the_same_is_not_converted(unit, into):
    with pytest.raises(UnitUnknown, match=unit):
        converted(Decimal(1), unit, into, Decimal("1.4"))


def test_every_number_of_the_vocabulary_has_a_unit_that_limits_know():
    for known in vocabulary().fields.values():
        if known.kind in NUMBERS:
            assert unit_of(known) in SPELLED.values()


def test_a_cycle_counts_in_months_and_what_has_no_unit_says_so():
    assert unit_of(vocabulary().fields["self_inspection_cycle"]) == "month"
    with pytest.raises(UnitUnknown, match="remark has no unit"):
        unit_of(field("remark"))
