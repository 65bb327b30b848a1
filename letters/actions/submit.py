"""Hands a letter in: freezes a revision of everything that legal has to see."""

from collections.abc import Mapping
from dataclasses import asdict

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from letters.actions.judging import finding_key, judged
from letters.actions.notify import notify, reviewers
from letters.actions.turn import TransitionRefused, locked, move, require
from letters.document.build import build_document
from letters.document.frozen import document_to_json
from letters.journey import Journey
from letters.law.finding import Finding
from letters.models import Letter, Notice, Revision
from letters.models.trail import record
from letters.questions.registry import question_for
from letters.questions.repair import has_bidi_controls
from letters.workflow import Action

LONGEST_REASON = 2_000


class SubmissionIncomplete(Exception):
    """Something is missing or refused, or a finding that blocks has no fit reason; `keys` are those findings."""

    def __init__(self, message: str, keys: frozenset[str] = frozenset()):
        self.keys = keys
        super().__init__(message)


def submit_letter(letter: Letter, *, by: AbstractBaseUser, version: int, reasons: Mapping[str, str]) -> Revision:
    """`version` is the letter the author looked at; `reasons` by finding key. Judging comes before the lock."""
    journey = letter.journey
    found = judged(journey, letter.company_facts, whole=True)
    given = {key: reason.strip() for key, reason in reasons.items()}
    incomplete = _incomplete(journey, found, given)
    revision = _frozen(letter, journey, found, given, by)
    with transaction.atomic():
        current = locked(letter)
        require(Action.SUBMIT, current, by)
        if incomplete:
            raise incomplete
        if current.version != version or current.version != letter.version:
            raise TransitionRefused(_("提交前内容又有改动。核对最新内容后再提交。"), current)
        revision.number = current.revisions.count() + 1
        revision.sha256 = revision.content_hash()
        revision.save(force_insert=True)
        move(current, Action.SUBMIT, by=by)
        facts = {"revision": revision.number, "sha256": revision.sha256, "status": current.status}
        record(current, Action.SUBMIT, by=by, facts=facts)
        notify(current, Notice.Kind.SUBMITTED, reviewers(current), besides=by)
    return revision


def _incomplete(
    journey: Journey, found: tuple[Finding, ...], reasons: Mapping[str, str]
) -> SubmissionIncomplete | None:
    if not journey.is_complete:
        faults = len(journey.answers.faults)
        return SubmissionIncomplete(_("还有 %(faults)d 处需要填写或修改，补全后再提交。") % {"faults": faults})
    keys = frozenset(finding_key(finding) for finding in found if finding.blocks)
    if bare := frozenset(key for key in keys if not reasons.get(key)):
        words = _("有 %(count)d 处与法定要求不符：修改答案，或写明理由后再提交。")
        return SubmissionIncomplete(words % {"count": len(bare)}, bare)
    if unfit := frozenset(key for key in keys if len(reasons[key]) > LONGEST_REASON or has_bidi_controls(reasons[key])):
        return SubmissionIncomplete(_("有 %(count)d 条理由需要修改。") % {"count": len(unfit)}, unfit)
    return None


def _frozen(
    letter: Letter,
    journey: Journey,
    found: tuple[Finding, ...],
    reasons: Mapping[str, str],
    by: AbstractBaseUser,
) -> Revision:
    definition, document = journey.definition, build_document(journey.definition, journey.answers)
    values = journey.answers.values
    return Revision(
        letter=letter,
        definition_id=definition.id,
        definition_version=definition.version,
        definition_source=definition.source,
        answers=dict(letter.answers),
        values={key: question_for(definition.field(key)).typed_default(value) for key, value in values.items()},
        company=_company(letter),
        findings=[_kept(finding, reasons) for finding in found],
        document=document_to_json(document),
        text=document.text,
        submitted_by=by,
        submitted_at=timezone.now(),
    )


def _company(letter: Letter) -> dict:
    record = letter.company_record
    kept = {"record": record.pk, "answers": record.answers, "profile": record.profile} if record else {}
    return {"name": letter.company, **kept}


def _kept(finding: Finding, reasons: Mapping[str, str]) -> dict:
    key = finding_key(finding)
    plain = asdict(finding) | {"level": str(finding.level), "fields": list(finding.fields)}
    return plain | {"key": key, "reason": reasons.get(key, "") if finding.blocks else ""}
