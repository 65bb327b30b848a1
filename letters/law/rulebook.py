"""Every rule by its id: limits, cross-checks and wording rules, and what each of them looks at."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

from letters.definitions.catalogue import statutes
from letters.definitions.statutes import SURENESS
from letters.law.kinds import UNSEEN, CrossCheck, Limit, LintRule, Rule
from letters.law.rules import cross_checks, limits, lint_rules


class UnknownRule(LookupError):
    """No rule has this id."""


@cache
def rulebook() -> Mapping[str, Rule]:
    """Of several versions of a rule the latest."""
    rules: tuple[Rule, ...] = (*limits(), *cross_checks(), *lint_rules())
    in_order = sorted(rules, key=lambda rule: rule.effective_from or date.min)
    return MappingProxyType({rule.id: rule for rule in in_order})


def rule_of(rule_id: str) -> Rule:
    try:
        return rulebook()[rule_id]
    except KeyError:
        raise UnknownRule(rule_id) from None


def asked_by(rule: Rule) -> tuple[str, ...]:
    """The fields that a rule looks at, each once; none for wording, which is read wherever something is written."""
    match rule:
        case Limit(fields=fields) | CrossCheck(fields=fields):
            return fields
    return ()


def sources(rule: Rule) -> tuple[tuple[str, str], ...]:
    """(statute, article) of a rule; a cross-check follows from the letter itself and has none."""
    match rule:
        case Limit(statute=statute, article=article):
            return ((statute, article),)
        case LintRule(statutes=statutes):
            return tuple((statute, "") for statute in statutes)
    return ()


def verification(rule: Rule) -> str:
    """How a limit was checked, or the least sure of the statutes behind a wording rule; "" where no law is cited."""
    if isinstance(rule, Limit):
        return rule.verification
    found = {statutes()[key].verification for key, _article in sources(rule)}
    return max(found, key=SURENESS.index, default="")


def is_unverified(rule: Rule) -> bool:
    return rule.is_unverified or verification(rule) == UNSEEN
