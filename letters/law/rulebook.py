"""Every rule by its id: limits, cross-checks and wording rules, and what each of them looks at."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from letters.definitions.catalogue import statutes
from letters.law.cross_checks import fields_of
from letters.law.finding import UNVERIFIED
from letters.law.rules import CrossCheck, Limit, LintRule, cross_checks, limits, lint_rules

Rule = Limit | CrossCheck | LintRule
UNSEEN = "general_knowledge"
SURENESS = ("text_seen", "secondary", UNSEEN)


class UnknownRule(LookupError):
    """No rule has this id."""


@cache
def rulebook() -> Mapping[str, Rule]:
    rules: tuple[Rule, ...] = (*limits(), *cross_checks(), *lint_rules())
    return MappingProxyType({rule.id: rule for rule in rules})


def rule_of(rule_id: str) -> Rule:
    try:
        return rulebook()[rule_id]
    except KeyError:
        raise UnknownRule(rule_id) from None


def asked_by(rule: Rule) -> tuple[str, ...]:
    """The fields that a rule looks at, each once; none for wording, which is read wherever something is written."""
    match rule:
        case Limit(fields=fields):
            return fields
        case CrossCheck(expression=expression):
            return tuple(dict.fromkeys(fields_of(expression)))
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
    return rule.message_zh.startswith(UNVERIFIED) or verification(rule) == UNSEEN
