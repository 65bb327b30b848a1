"""Contradictions within one letter: dates out of order, a response after the reply, arbitration and court at once."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from letters.definitions.catalogue import statutes
from letters.definitions.conditions import condition_from_table
from letters.law.finding import Finding
from letters.law.rules import CrossCheck, cross_checks
from letters.law.situation import Situation


def judge_cross_checks(situation: Situation) -> Iterator[Finding]:
    for check in cross_checks():
        keys = tuple(key for key in fields_of(check.expression) if key in situation.asked)
        if keys and _applies(check, situation) and not _agrees(check.expression, situation):
            yield Finding(
                rule=check.id,
                level=check.level,
                message_zh=check.message_zh,
                message_en=check.message_en,
                fields=keys,
                blocks=check.blocks,
            )


def _applies(check: CrossCheck, situation: Situation) -> bool:
    """A fact about the company that nobody has stated contradicts nothing."""
    unstated = set(_facts_of(check.expression)) - situation.profile.keys()
    return not unstated and (not check.letter_uses or check.letter_uses in situation.asked)


def _agrees(expression: Mapping, situation: Situation) -> bool:
    if "if" in expression:
        premise = condition_from_table(expression["if"]).holds(situation.facts)
        return not premise or condition_from_table(expression["then"]).holds(situation.facts)
    for name, compare in COMPARISONS.items():
        if name in expression:
            return compare(expression, situation)
    return condition_from_table(dict(expression)).holds(situation.facts)


def _ascending(expression: Mapping, situation: Situation) -> bool:
    days = [day for day in map(situation.values.get, expression["ascending"]) if isinstance(day, date)]
    return all(first < second or (first == second and not expression["strict"]) for first, second in pairwise(days))


def _lte(expression: Mapping, situation: Situation) -> bool:
    first, second = (_operand(operand, situation) for operand in expression["lte"])
    return first is None or second is None or first <= second


def _at_most(expression: Mapping, situation: Situation) -> bool:
    operand, most = expression["at_most"]
    number = _operand(operand, situation)
    return number is None or number <= Decimal(str(most))


def _below(expression: Mapping, situation: Situation) -> bool:
    operand, bound = expression["below"]
    number = _operand(operand, situation)
    return number is None or number < Decimal(str(bound))


def _differs(expression: Mapping, situation: Situation) -> bool:
    first, second = (str(situation.values.get(key) or "").strip() for key in expression["differs"])
    return not first or not second or first != second


def _span(expression: Mapping, situation: Situation) -> bool:
    days = _days_between(expression["max_days_between"], situation)
    return days is None or days <= expression["max"]


def _near_today(expression: Mapping, situation: Situation) -> bool:
    day = situation.values.get(expression["within_days_of_today"])
    past, future = timedelta(days=expression["past"]), timedelta(days=expression["future"])
    return not isinstance(day, date) or situation.day - past <= day <= situation.day + future


def _not_past(expression: Mapping, situation: Situation) -> bool:
    day = situation.values.get(expression["not_before_today"])
    return not isinstance(day, date) or day >= situation.day


def _article_exists(expression: Mapping, situation: Situation) -> bool:
    name, article = (situation.values.get(key) for key in expression["at_most_article_count"])
    for statute in statutes().values():
        if name in (statute.full_zh, statute.short_zh) and statute.article_count:
            return not isinstance(article, int) or article <= statute.article_count
    return True


def _not_ticked(expression: Mapping, situation: Situation) -> bool:
    name, ticked = (situation.values.get(key) for key in expression["not_in_legal_basis"])
    chosen = [statutes()[key] for key in ticked if key in statutes()] if isinstance(ticked, tuple) else []
    return name not in {spelling for statute in chosen for spelling in (statute.full_zh, statute.short_zh)}


def _checked_where_asked(expression: Mapping, situation: Situation) -> bool:
    """Check characters are looked at by the question itself, which warns beside the field."""
    return True


COMPARISONS: dict[str, Callable[[Mapping, Situation], bool]] = {
    "ascending": _ascending,
    "lte": _lte,
    "at_most": _at_most,
    "below": _below,
    "differs": _differs,
    "max_days_between": _span,
    "within_days_of_today": _near_today,
    "not_before_today": _not_past,
    "at_most_article_count": _article_exists,
    "not_in_legal_basis": _not_ticked,
    "check_digit": _checked_where_asked,
}


def _operand(operand: Mapping, situation: Situation) -> Decimal | None:
    if "days_between" in operand:
        days = _days_between(operand["days_between"], situation)
        return None if days is None else Decimal(days)
    value = situation.values.get(operand["field"])
    if not isinstance(value, int | Decimal):
        return None
    return Decimal(value) * Decimal(str(operand.get("times", 1)))


def _days_between(keys: list[str], situation: Situation) -> int | None:
    first, second = map(situation.values.get, keys)
    return (second - first).days if isinstance(first, date) and isinstance(second, date) else None


def _facts_of(expression: object) -> Iterator[str]:
    """Every fact about the company that an expression names."""
    match expression:
        case {"profile": str(key)}:
            yield key
        case Mapping():
            yield from _facts_of(list(expression.values()))
        case list():
            for part in expression:
                yield from _facts_of(part)


def fields_of(expression: object) -> Iterator[str]:
    """Every field that an expression names, in its order."""
    match expression:
        case {"field": str(key)}:
            yield key
        case {"at_most_article_count": list(keys)} | {"not_in_legal_basis": list(keys)} | {"differs": list(keys)}:
            yield from keys
        case Mapping():
            for name, part in expression.items():
                if name in ("within_days_of_today", "not_before_today", "check_digit"):
                    yield part
                elif name in ("ascending", "max_days_between", "days_between"):
                    yield from part
                else:
                    yield from fields_of(part)
        case list():
            for part in expression:
                yield from fields_of(part)
