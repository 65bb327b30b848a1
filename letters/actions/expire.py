"""What time does to issued letters: their last day passes, and before that somebody is reminded."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q

from letters.actions.notify import notify, reviewers
from letters.actions.turn import locked, move
from letters.models import Letter, Notice
from letters.models.trail import record
from letters.workflow import Action, Status, leads_on

REMIND_DAYS = 30


def expire_letters(day: date) -> int:
    """Letters whose last day lies before `day`; how many there were. Doing it twice does nothing."""
    overdue = Letter.objects.filter(status=Status.ISSUED, valid_to__lt=day)
    return sum(_expire(letter, day) for letter in overdue)


def expiring(day: date) -> Q:
    """Issued, and the last day lies within `REMIND_DAYS` from `day` on."""
    return Q(status=Status.ISSUED, valid_to__range=(day, day + timedelta(days=REMIND_DAYS)))


def remind_of_expiry(day: date) -> None:
    """Author and legal hear of it once, `REMIND_DAYS` before the last day."""
    for letter in Letter.objects.filter(expiring(day)).select_related("owner"):
        with transaction.atomic():
            notify(letter, Notice.Kind.EXPIRING, [letter.owner, *reviewers(letter)], due=letter.valid_to)


def _expire(letter: Letter, day: date) -> bool:
    with transaction.atomic():
        current = locked(letter)
        if not leads_on(Action.EXPIRE, current.status) or current.valid_to >= day:
            return False
        move(current, Action.EXPIRE, by=None)
        record(current, Action.EXPIRE, by=None, facts={"status": current.status})
    return True
