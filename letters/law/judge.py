"""All findings about one letter, the gravest first."""

from letters.law.cross_checks import judge_cross_checks
from letters.law.finding import ORDER, Finding
from letters.law.limits import judge_limits
from letters.law.rules import Rules, all_rules
from letters.law.situation import Situation
from letters.law.wording import judge_wording


def findings(situation: Situation, rules: Rules | None = None) -> tuple[Finding, ...]:
    """By the rules of the library, or by others."""
    rules = rules or all_rules()
    found = [
        *judge_limits(situation, rules),
        *judge_cross_checks(situation, rules),
        *judge_wording(situation, rules),
    ]
    return tuple(sorted(found, key=lambda finding: ORDER.index(finding.level)))
