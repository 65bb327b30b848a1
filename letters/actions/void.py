"""Declares a numbered letter void: its number stays taken, and whoever checks its code is told."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext as _

from letters.actions.turn import TransitionRefused, locked, move, require
from letters.models import Letter
from letters.models.trail import record
from letters.workflow import Action


def void_letter(letter: Letter, *, by: AbstractBaseUser, reason: str) -> Letter:
    with transaction.atomic():
        current = locked(letter)
        require(Action.VOID, current, by)
        if not reason.strip():
            raise TransitionRefused(_("写明作废的原因，再作废。"), current)
        move(current, Action.VOID, by=by, void_reason=reason.strip())
        record(current, Action.VOID, by=by, facts={"status": current.status}, note=reason.strip())
    return current
