"""The unit repeated after a figure, and the words around it: 每日至少 3 次, 24小时以内, or 72小时 for 3日."""

from decimal import Decimal

from letters.definitions.schema import FieldDefinition
from letters.definitions.units import UnitUnknown, converted, unit_of

ALSO = {
    "日": ("天",),
    "月": ("个月",),
    "名": ("人", "位", "个"),
    "个月": ("月",),
    "个工作日": ("工作日",),
    "小时": ("个小时",),
    "分钟": ("分",),
    "万元": ("万",),
}
AT_LEAST = ("至少", "最少", "不少于", "不低于", "不小于")
AT_MOST = ("至多", "最多", "不多于", "不超过", "不高于", "不大于")
AFTER = ("及以上", "以上", "及以下", "以下", "之内", "以内", "内")
# Units of time as people write them; only these are brought to the unit of a field, and a month is not a date.
WRITTEN = {
    "个工作日": "working_day",
    "工作日": "working_day",
    "个小时": "hour",
    "小时": "hour",
    "分钟": "minute",
    "个月": "month",
    "年": "year",
    "日": "day",
    "天": "day",
    "working days": "working_day",
    "minutes": "minute",
    "hours": "hour",
    "days": "day",
    "months": "month",
    "years": "year",
}
WORKING_DAY = "working_day"


def unit_in(text: str) -> tuple[str, str] | None:
    """The text without the unit of time that it ends with, and that unit."""
    text = _without_last(text, AFTER)
    written = next((written for written in WRITTEN if text.endswith(written)), "")
    return (text.removesuffix(written).strip(), WRITTEN[written]) if written else None


def in_own_unit(number: Decimal, unit: str, field: FieldDefinition) -> Decimal | None:
    """None where nobody can say: days are working days by the factor of the field only, and months are no days."""
    try:
        own = unit_of(field)
        if WORKING_DAY in (unit, own) and not field.working_day_factor:
            return None
        return converted(number, unit, own, Decimal(str(field.working_day_factor or 1)))
    except UnitUnknown:
        return None


def figure_in(text: str, field: FieldDefinition, before: tuple[str, ...] = ()) -> str:
    """What is left of the text when its unit and the words that set a bound are taken away."""
    text = _without_last(text, AFTER)
    text = _without_last(text, _after_figure(field))
    prefixes = _longest_first({*_before_figure(field), *AT_LEAST, *AT_MOST, *before})
    for _turn in range(3):
        text = _without_first(text, prefixes)
    return text


def _after_figure(field: FieldDefinition) -> tuple[str, ...]:
    head, _slash, tail = field.unit_zh.partition("/")
    forms = {field.unit_zh, head, *ALSO.get(head, ())}
    forms |= {f"{head}每{per}" for per in _periods(tail)}
    forms |= {field.unit_en, f"× {field.unit_en}"} if field.unit_en else set()
    return _longest_first(forms - {""})


def _before_figure(field: FieldDefinition) -> tuple[str, ...]:
    return tuple(f"每{per}" for per in _periods(field.unit_zh.partition("/")[2]))


def _periods(period: str) -> tuple[str, ...]:
    return (period, *ALSO.get(period, ())) if period else ()


def _longest_first(words: set[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=len, reverse=True))


def _without_first(text: str, words: tuple[str, ...]) -> str:
    return text[len(next((word for word in words if text.startswith(word)), "")) :].strip()


def _without_last(text: str, words: tuple[str, ...]) -> str:
    return text.removesuffix(next((word for word in words if text.endswith(word)), "")).strip()
