"""Takes a letter back before legal has decided: it is a draft again, the revision stays in the history."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from letters.actions.turn import locked, move, require
from letters.models import Letter
from letters.models.trail import record
from letters.workflow import Action


def withdraw_letter(letter: Letter, *, by: AbstractBaseUser) -> Letter:
    with transaction.atomic():
        current = locked(letter)
        require(Action.WITHDRAW, current, by)
        move(current, Action.WITHDRAW, by=by)
        record(current, Action.WITHDRAW, by=by, facts={"status": current.status})
    return current
