"""Contradictions within one letter: dates out of order, a response after the reply, arbitration and court at once."""

from collections.abc import Iterator

from letters.law.finding import Finding
from letters.law.kinds import CrossCheck
from letters.law.rules import Rules, all_rules
from letters.law.situation import Situation


def judge_cross_checks(situation: Situation, rules: Rules | None = None) -> Iterator[Finding]:
    for check in (rules or all_rules()).cross_checks:
        fields = tuple(key for key in check.fields if key in situation.asked)
        if fields and _applies(check, situation) and not check.expression.agrees(situation):
            yield Finding(
                rule=check.id,
                level=check.level,
                message_zh=check.message_zh,
                message_en=check.message_en,
                fields=fields,
                blocks=check.blocks,
            )


def _applies(check: CrossCheck, situation: Situation) -> bool:
    """A fact about the company that nobody has stated contradicts nothing."""
    return (
        check.is_in_force(situation.day)
        and situation.profile.keys() >= set(check.facts)
        and (not check.letter_uses or check.letter_uses in situation.asked)
    )
