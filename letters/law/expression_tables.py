"""Reads the expression of a cross-check, once, when the library loads."""

import re
from collections.abc import Mapping
from decimal import Decimal

from letters.definitions.conditions import ConditionError, condition_from_table
from letters.definitions.schema import Statute
from letters.law.amounts import Amount, Constant, DaysBetween, Figure
from letters.law.expressions import (
    ArticleExists,
    Ascending,
    AtMost,
    CheckDigit,
    Differs,
    Expression,
    Holds,
    Implies,
    NearToday,
    NotTicked,
)
from letters.law.known import Known
from letters.questions.codes import identity_check, uscc_check

# By method: the kind of question, what a whole code looks like, and the check character of its first 17.
CHECK_DIGITS = {
    "gb_32100": ("uscc", re.compile("[0-9A-HJ-NPQRTUWXY]{18}"), uscc_check),
    "gb_11643": ("id_number", re.compile("[0-9]{17}[0-9X]"), identity_check),
}


def read_expression(table: object, known: Known) -> Expression:
    """Compile and check it; ConditionError or UnknownName names what is wrong."""
    expression = _expression(table, known.statutes)
    for name, kinds in expression.asks():
        known.check_field(name, kinds)
    if isinstance(expression, Holds):
        known.check_condition(expression.condition)
    elif isinstance(expression, Implies):
        known.check_condition(expression.premise)
        known.check_condition(expression.conclusion)
    return expression


def _expression(table: object, statutes: Mapping[str, Statute]) -> Expression:
    match table:
        case {"if": dict(premise), "then": dict(conclusion), **rest} if not rest:
            return Implies(condition_from_table(premise), condition_from_table(conclusion))
        case {"ascending": list(keys), "strict": bool(strict), **rest} if not rest:
            return Ascending(tuple(keys), strict)
        case {"lte": [first, second], **rest} | {"at_most": [first, second], **rest} if not rest:
            return AtMost(_amount(first), _amount(second))
        case {"below": [first, second], **rest} if not rest:
            return AtMost(_amount(first), _amount(second), strict=True)
        case {"max_days_between": [str(first), str(second)], "max": int(days), **rest} if not rest:
            return AtMost(DaysBetween(first, second), Constant(Decimal(days)))
        case {"within_days_of_today": str(key), "past": int(past), "future": int(future), **rest} if not rest:
            return NearToday(key, past, future)
        case {"not_before_today": str(key), **rest} if not rest:
            return NearToday(key, 0, None)
        case {"differs": [str(first), str(second)], **rest} if not rest:
            return Differs(first, second)
        case {"at_most_article_count": [str(name), str(article)], **rest} if not rest:
            return ArticleExists(name, article, _last_articles(statutes))
        case {"not_in_legal_basis": [str(name), str(ticked)], **rest} if not rest:
            return NotTicked(name, ticked, {key: frozenset(_spellings(each)) for key, each in statutes.items()})
        case {"check_digit": str(key), "method": str(method), **rest} if not rest:
            return _check_digit(key, method)
        case dict():
            return Holds(condition_from_table(table))
    raise ConditionError(f"not an expression: {table!r}")


def _amount(operand: object) -> Amount:
    match operand:
        case bool():
            pass
        case int() | float():
            return Constant(Decimal(str(operand)))
        case {"days_between": [str(first), str(second)], **rest} if not rest:
            return DaysBetween(first, second)
        case {"field": str(field), "times": int() | float() as times, **rest} if not rest:
            return Figure(field, Decimal(str(times)))
        case {"field": str(field), **rest} if not rest:
            return Figure(field)
    raise ConditionError(f"not an amount: {operand!r}")


def _check_digit(key: str, method: str) -> CheckDigit:
    if method not in CHECK_DIGITS:
        raise ConditionError(f"unknown method of check digits: {method}")
    return CheckDigit(key, *CHECK_DIGITS[method])


def _last_articles(statutes: Mapping[str, Statute]) -> dict[str, int]:
    return {name: each.article_count for each in statutes.values() if each.article_count for name in _spellings(each)}


def _spellings(statute: Statute) -> tuple[str, str]:
    return statute.full_zh, statute.short_zh
