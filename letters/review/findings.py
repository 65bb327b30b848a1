"""What the law said of a revision when it was handed in, with the reasons its author gave."""

from collections.abc import Collection
from dataclasses import dataclass, fields, replace

from django.utils.translation import gettext as _

from letters.law.finding import Finding, Level
from letters.models import Revision
from letters.web.advice import Advice, advice

NAMES = frozenset(field.name for field in fields(Finding))


@dataclass(frozen=True)
class FindingRow:
    """What `blocks` has a reason and must be ticked as seen before the revision is approved."""

    key: str
    advice: Advice
    reason: str
    blocks: bool
    seen: bool = False


def finding_rows(revision: Revision, seen: Collection[str] = ()) -> list[FindingRow]:
    """What blocks first, then by level."""
    kept = sorted(revision.findings, key=lambda finding: (not finding["blocks"], list(Level).index(finding["level"])))
    return [FindingRow(each["key"], _said(each), each["reason"], each["blocks"], each["key"] in seen) for each in kept]


def _said(kept: dict) -> Advice:
    """What was handed in with a reason is no longer told 不得提交."""
    said = advice(_thawed(kept))
    return replace(said, word=_("与法定要求不符")) if kept["blocks"] else said


def _thawed(kept: dict) -> Finding:
    """Frozen by submit.py; what later versions of a finding know is left at its default."""
    plain = {name: value for name, value in kept.items() if name in NAMES}
    return Finding(**plain | {"level": Level(kept["level"]), "fields": tuple(kept["fields"])})
