"""What the law forbids and the author keeps nevertheless: the reason for it, in the author's own words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from letters.actions.judging import finding_key
from letters.actions.submit import LONGEST_REASON
from letters.law.finding import Finding
from letters.models import Letter
from letters.web.advice import Advice, advice
from letters.web.written import fault_in, written
from letters.wizard.draft import Draft

PREFIX = "reason."


@dataclass(frozen=True)
class Reasons:
    """By finding, as typed, and what is wrong with them; without `missing` an empty one is not remarked upon yet."""

    typed: Mapping[str, str]
    missing: bool = False

    def fault(self, key: str) -> str:
        text = self.typed.get(key, "")
        if self.missing and not text:
            return _("写明理由，或修改答案。")
        return fault_in(text, LONGEST_REASON)


@dataclass(frozen=True)
class ReasonRow:
    name: str
    advice: Advice
    url: str
    reason: str
    fault: str


def typed_reasons(data: QueryDict) -> dict[str, str]:
    return {name.removeprefix(PREFIX): written(data, name) for name in data if name.startswith(PREFIX)}


def reason_rows(
    draft: Draft, found: tuple[Finding, ...], reasons: Reasons | None, urls: Mapping[str, str]
) -> list[ReasonRow]:
    """One for each finding that blocks, with the reason given last time unless something was typed just now."""
    blocking = [finding for finding in found if finding.blocks]
    reasons = reasons or Reasons(_given_before(draft.letter) if blocking else {})
    return [_row(finding, reasons, urls) for finding in blocking]


def _row(finding: Finding, reasons: Reasons, urls: Mapping[str, str]) -> ReasonRow:
    key = finding_key(finding)
    url = next((urls[field] for field in reversed(finding.fields) if field in urls), "")
    said = replace(advice(finding), word=_("须写明理由"))
    return ReasonRow(PREFIX + key, said, url, reasons.typed.get(key, ""), reasons.fault(key))


def _given_before(letter: Letter) -> dict[str, str]:
    latest = letter.revisions.order_by("-number").only("findings").first()
    return {finding["key"]: finding["reason"] for finding in latest.findings} if latest else {}
