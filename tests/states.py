"""Letters in every state, brought there by the actions themselves."""

from datetime import date, timedelta

from django.utils import timezone

from letters.actions import printing
from letters.actions.approve import approve_letter
from letters.actions.expire import expire_letters
from letters.actions.issue import IssueDates, issue_letter, stated_dates
from letters.actions.judging import finding_key, judged
from letters.actions.renew import renew_letter
from letters.actions.return_ import return_letter
from letters.actions.submit import submit_letter
from letters.actions.void import void_letter
from letters.definitions.catalogue import letter_definition
from letters.models import Letter, Revision
from letters.models.drafting import start_letter
from letters.workflow import Status
from tests.answers import example_answers

DATES = IssueDates(date(2026, 11, 22), date(2026, 12, 1), date(2027, 11, 30))


def finished(owner, letter_id: str = "cip-1", **changed) -> Letter:
    """A draft with every question answered."""
    return start_letter(letter_definition(letter_id), by=owner, answers=example_answers(letter_id, **changed))


def handed_in(letter: Letter) -> Revision:
    """Every finding that blocks gets a reason."""
    found = judged(letter.journey, letter.company_facts, whole=True)
    reasons = {finding_key(finding): "合同另有约定" for finding in found if finding.blocks}
    return submit_letter(letter, by=letter.owner, version=letter.version, reasons=reasons)


def _handed_in(letter: Letter) -> Letter:
    handed_in(letter)
    return reread(letter)


def submitted(owner, letter_id: str = "cip-1", **changed) -> Letter:
    letter = finished(owner, letter_id, **changed)
    handed_in(letter)
    return reread(letter)


def returned(owner, reviewer, note: str = "请补充投诉渠道。", **changed) -> Letter:
    letter = submitted(owner, **changed)
    return return_letter(letter, by=reviewer, revision=1, note=note)


def approved(owner, reviewer, letter_id: str = "cip-1", **changed) -> Letter:
    return approve(submitted(owner, letter_id, **changed), reviewer)


def approve(letter: Letter, reviewer) -> Letter:
    revision = letter.revisions.last()
    seen = {finding["key"] for finding in revision.blocking}
    return approve_letter(letter, by=reviewer, revision=revision.number, seen=seen)


def issued(owner, reviewer, letter_id: str = "cip-1", **changed) -> Letter:
    return issue(approved(owner, reviewer, letter_id, **changed), reviewer)


def issue(letter: Letter, reviewer) -> Letter:
    return issue_letter(letter, by=reviewer, dates=dates_of(letter))


def expiring(owner, reviewer, days: int = 12, **changed) -> Letter:
    """Issued, with so many days to go."""
    today = timezone.localdate()
    stated = {"sign_date": today, "valid_from": today, "valid_to": today + timedelta(days=days)}
    answers = {name: day.isoformat() for name, day in stated.items()}
    return issue(approved(owner, reviewer, "cip-2", **answers, **changed), reviewer)


def dates_of(letter: Letter) -> IssueDates:
    """As the letter's own text has them, else the usual ones."""
    return IssueDates(**{**vars(DATES), **stated_dates(letter.approved_revision)})


def letter_in(status: Status, owner, reviewer, letter_id: str = "cip-1") -> Letter:
    """A letter in any of the eight states."""
    return brought_to(status, finished(owner, letter_id), reviewer)


def brought_to(status: Status, letter: Letter, reviewer) -> Letter:
    """A finished draft, moved on."""
    if status == Status.DRAFT:
        return letter
    owner, letter = letter.owner, _handed_in(letter)
    if status == Status.SUBMITTED:
        return letter
    if status == Status.RETURNED:
        return return_letter(letter, by=reviewer, revision=1, note="补充投诉渠道。")
    letter = approve(letter, reviewer)
    if status == Status.APPROVED:
        return letter
    letter = issue(letter, reviewer)
    match status:
        case Status.VOID:
            void_letter(letter, by=reviewer, reason="盖错印章")
        case Status.EXPIRED:
            expire_letters(date(2999, 1, 1))
        case Status.SUPERSEDED:
            newer = renew_letter(letter, by=owner)
            handed_in(newer)
            issue(approve(reread(newer), reviewer), reviewer)
    return reread(letter)


def reread(letter: Letter) -> Letter:
    return Letter.objects.get(pk=letter.pk)


def print_quickly(monkeypatch) -> None:
    """For tests in which issued files matter only by being there."""

    def quick(letter: Letter) -> list[printing.PrintedFile]:
        return [
            printing.PrintedFile(
                extension, f"{letter.number}.{extension}", "text/plain", f"{letter.number} {extension}".encode()
            )
            for extension in printing.ISSUED_FORMATS
        ]

    monkeypatch.setattr("letters.actions.issue.printed", quick)
