"""What the law says about a letter as it stands: its answers, its company, its text, as of a day."""

from collections.abc import Mapping
from datetime import date

from django.utils import timezone

from letters.document.build import build_document
from letters.journey import Journey
from letters.law.finding import Finding
from letters.law.judge import findings
from letters.law.rules import profile_keys
from letters.law.situation import Situation


def judged(
    journey: Journey, company: Mapping[str, object], day: date | None = None, *, whole: bool = False
) -> tuple[Finding, ...]:
    """As of a day, today by default; `whole` also looks for what the text of the letter leaves unsaid.

    `company` holds the facts of its profile. What is still missing is asked for by its own question: nothing is
    held against it before.
    """
    text = build_document(journey.definition, journey.answers).text if whole else ""
    missing = journey.answers.missing.keys()
    found = findings(situation_of(journey, company, day, text))
    return tuple(finding for finding in found if missing.isdisjoint(finding.fields))


def situation_of(journey: Journey, company: Mapping[str, object], day: date | None = None, text: str = "") -> Situation:
    """What is judged, as of a day, today by default."""
    today = day or timezone.localdate()
    return Situation(journey.definition, journey.answers.values, today, _profile(journey, company), text)


def _profile(journey: Journey, company: Mapping[str, object]) -> dict[str, object]:
    """What the letter itself says about the company goes first, once somebody has said it there."""
    values = journey.answers.values
    own = {key: values[key] for key in profile_keys() if key in values}
    return own | {key: fact for key, fact in company.items() if key not in own or key not in journey.typed}


def finding_key(finding: Finding) -> str:
    """Tells one finding of a letter from another: the same rule may speak of several fields."""
    return ".".join((finding.rule, *finding.fields))
