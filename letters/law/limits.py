"""Statutory limits: each answer against what the law allows on the day, for a company with these facts."""

from collections.abc import Callable, Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from letters.law.finding import Finding
from letters.law.kinds import Limit
from letters.law.rules import Rules, all_rules
from letters.law.situation import Situation


def judge_limits(situation: Situation, rules: Rules | None = None) -> Iterator[Finding]:
    for limit in (rules or all_rules()).limits:
        if applies(limit, situation):
            yield from JUDGES[limit.kind](limit, situation)


def applies(limit: Limit, situation: Situation) -> bool:
    """In force on the day, about something that the letter asks, and meant for who promises."""
    uses = limit.only_if_letter_uses
    return (
        limit.is_in_force(situation.day)
        and not situation.asked.isdisjoint(limit.fields)
        and (not uses or not situation.asked.isdisjoint(uses))
        and (limit.applies_when is None or limit.applies_when.holds(situation.facts))
    )


def _below(limit: Limit, situation: Situation) -> Iterator[Finding]:
    for key, number, bound in _numbers(limit, situation):
        if number < bound:
            yield _finding(limit, (key,), _typed(situation, key, bound, ROUND_CEILING))


def _above(limit: Limit, situation: Situation) -> Iterator[Finding]:
    for key, number, bound in _numbers(limit, situation):
        if number > bound:
            yield _finding(limit, (key,), _typed(situation, key, bound, ROUND_FLOOR))


def _forbidden(limit: Limit, situation: Situation) -> Iterator[Finding]:
    for key in limit.fields:
        value = situation.values.get(key)
        chosen = value if isinstance(value, tuple) else (value,)
        matches = limit.forbidden_pattern and isinstance(value, str) and limit.forbidden_pattern.search(value)
        if matches or any(each in limit.forbidden for each in chosen):
            yield _finding(limit, (key,))


def _missing(limit: Limit, situation: Situation) -> Iterator[Finding]:
    if limit.requires and not limit.requires.holds(situation.facts):
        yield _finding(limit, tuple(key for key in limit.fields if key in situation.asked))


def _unsaid(limit: Limit, situation: Situation) -> Iterator[Finding]:
    """Limits of kind text say what a letter has to contain: they remind, and never block who only answers questions."""
    if situation.text and limit.must_match and not limit.must_match.search(situation.text):
        yield _finding(limit, tuple(key for key in limit.fields if key in situation.asked))


JUDGES: dict[str, Callable[[Limit, Situation], Iterator[Finding]]] = {
    "min": _below,
    "max": _above,
    "forbidden": _forbidden,
    "requires": _missing,
    "text": _unsaid,
}


def _numbers(limit: Limit, situation: Situation) -> Iterator[tuple[str, Decimal, Decimal]]:
    """Key, answer and bound, both in the unit of the field; a cycle counts in months."""
    for key in limit.fields:
        value = situation.values.get(key)
        if value is None or limit.check_value is None:
            continue
        if isinstance(value, str):
            value = situation.definition.field(key).months_by_choice.get(value)
        if isinstance(value, int | Decimal):
            yield key, Decimal(value), limit.check_value


def _typed(situation: Situation, key: str, number: Decimal, rounding: str) -> str:
    """The number that satisfies the limit as it would be typed; a cycle has no number to type."""
    field = situation.definition.field(key)
    if field.months_by_choice:
        return ""
    return str(number.to_integral_value(rounding)) if field.kind == "integer" else format(number.normalize(), "f")


def _finding(limit: Limit, keys: tuple[str, ...], type_instead: str = "") -> Finding:
    return Finding(
        rule=limit.id,
        level=limit.level,
        message_zh=limit.message_zh,
        message_en=limit.message_en,
        fields=keys,
        statute=limit.statute,
        article=limit.article,
        type_instead=type_instead,
        blocks=limit.blocks,
    )
