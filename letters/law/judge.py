"""All findings about one letter, the gravest first."""

from letters.law.cross_checks import judge_cross_checks
from letters.law.finding import ORDER, Finding
from letters.law.limits import judge_limits
from letters.law.situation import Situation
from letters.law.wording import judge_wording


def findings(situation: Situation) -> tuple[Finding, ...]:
    found = [*judge_limits(situation), *judge_cross_checks(situation), *judge_wording(situation)]
    return tuple(sorted(found, key=lambda finding: ORDER.index(finding.level)))
