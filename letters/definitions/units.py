"""Units of the law and of our questions: six months are half a year, and a working day is a fixed share of days."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from letters.definitions.schema import FieldDefinition

# What is measured, and how much of its smallest unit; working days count in days by the factor of the library.
UNITS: Mapping[str, tuple[str, Fraction]] = {
    "minute": ("time", Fraction(1)),
    "hour": ("time", Fraction(60)),
    "day": ("time", Fraction(24 * 60)),
    "working_day": ("time", Fraction(24 * 60)),
    "month": ("months", Fraction(1)),
    "quarter": ("months", Fraction(3)),
    "half_year": ("months", Fraction(6)),
    "year": ("months", Fraction(12)),
    "per_day": ("times a day", Fraction(1)),
    "per_year": ("times a year", Fraction(1)),
    "per_quarter": ("times a year", Fraction(4)),
    "per_month": ("times a year", Fraction(12)),
    "percent": ("share", Fraction(1)),
    "yuan": ("money", Fraction(1)),
    "ten_thousand_yuan": ("money", Fraction(10_000)),
    "count": ("count", Fraction(1)),
}
SPELLED: Mapping[str, str] = {
    "分钟": "minute",
    "小时": "hour",
    "日": "day",
    "个工作日": "working_day",
    "个月": "month",
    "年": "year",
    "次/日": "per_day",
    "条/日": "per_day",
    "次/月": "per_month",
    "次/季度": "per_quarter",
    "次/年": "per_year",
    "%": "percent",
    "万元": "ten_thousand_yuan",
    "万元/次": "ten_thousand_yuan",
    "份": "count",
    "名": "count",
    "条": "count",
}
CYCLE = "month"


class UnitUnknown(LookupError):
    """No such unit, or none that the unit of the field could be converted from."""


def unit_of(field: FieldDefinition) -> str:
    """The unit that answers of the field count in; a cycle counts in months."""
    if field.months_by_choice:
        return CYCLE
    try:
        return SPELLED[field.unit_zh]
    except KeyError:
        raise UnitUnknown(f"{field.key} has no unit that a limit can be compared with: {field.unit_zh!r}") from None


def converted(number: Decimal, unit: str, into: str, working_day_factor: Decimal) -> Decimal:
    """The number in another unit of the same measure."""
    if unit not in UNITS:
        raise UnitUnknown(f"unknown unit: {unit}")
    measure, size = UNITS[unit]
    other, other_size = UNITS[into]
    if measure != other:
        raise UnitUnknown(f"{unit} is not converted into {into}")
    working = _working(unit, working_day_factor) / _working(into, working_day_factor)
    exact = Fraction(number) * size / other_size * working
    return Decimal(exact.numerator) / Decimal(exact.denominator)


def _working(unit: str, factor: Decimal) -> Fraction:
    return Fraction(factor) if unit == "working_day" else Fraction(1)
