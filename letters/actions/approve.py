"""Approves a revision: four eyes, one winner; the number and the verification code are given here."""

from collections.abc import Collection

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from letters.actions.notify import notify, reviewers
from letters.actions.turn import TransitionRefused, locked, move, require, require_latest
from letters.models import Decision, Letter, Notice, Revision
from letters.models.family import needs_second_approver
from letters.models.numbering import next_number
from letters.models.trail import record
from letters.models.verification import new_code
from letters.workflow import Action


def approve_letter(letter: Letter, *, by: AbstractBaseUser, revision: int, seen: Collection[str]) -> Letter:
    """`revision` is what was read, `seen` the keys of blocking findings ticked as seen. The view asks the password."""
    with transaction.atomic():
        current = locked(letter)
        require(Action.APPROVE, current, by)
        latest = require_latest(current, revision)
        _require_seen(current, latest, seen)
        now = timezone.now()
        is_final = _is_final(current, latest, by)
        Decision.objects.create(revision=latest, outcome=Decision.Outcome.APPROVED, is_final=is_final, by=by, at=now)
        if not is_final:
            record(current, "first_approval", by=by, facts={"revision": revision})
            notify(current, Notice.Kind.SUBMITTED, reviewers(current), besides=by)
            return current
        number = next_number(current.company, timezone.localdate(now).year, _series(latest))
        code = new_code()
        move(
            current,
            Action.APPROVE,
            by=by,
            number=number,
            code=code,
            approved_revision=latest,
            approved_by=by,
            approved_at=now,
        )
        facts = {"revision": revision, "sha256": latest.sha256, "number": number, "status": current.status}
        record(current, Action.APPROVE, by=by, facts=facts)
        notify(current, Notice.Kind.APPROVED, [current.owner], besides=by)
    return current


def _require_seen(letter: Letter, revision: Revision, seen: Collection[str]) -> None:
    if any(finding["key"] not in seen for finding in revision.blocking):
        raise TransitionRefused(_("逐条勾选作者写了理由的提示，表示已看过，再批准。"), letter)


def _is_final(letter: Letter, revision: Revision, by: AbstractBaseUser) -> bool:
    """Where the family wants two, the first approval leaves the letter waiting for somebody else's."""
    approved = list(revision.decisions.all())
    if any(decision.by_id == by.pk for decision in approved):
        raise TransitionRefused(_("您已批准过这一版，还需另一位审核人批准。"), letter)
    return bool(approved) or not needs_second_approver(letter.definition.pack)


def _series(revision: Revision) -> str:
    """The company's own 代字; else its short name, or its full one, with 承诺."""
    kept = revision.company.get("answers", {})
    short = revision.values.get("entity_short_name") or kept.get("entity_short_name") or revision.company["name"]
    return str(kept.get("number_series") or f"{short}承诺")
