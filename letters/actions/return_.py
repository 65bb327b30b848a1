"""Sends a letter back to its author: legal has said in a comment what to change."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from letters.actions.notify import notify
from letters.actions.turn import TransitionRefused, locked, move, require, require_latest
from letters.models import Comment, Decision, Letter, Notice
from letters.models.trail import record
from letters.permissions import LEGAL
from letters.workflow import Action


def return_letter(letter: Letter, *, by: AbstractBaseUser, revision: int, note: str = "") -> Letter:
    """`note` becomes a comment on the whole letter; without one, legal must have commented on this revision before."""
    with transaction.atomic():
        current = locked(letter)
        require(Action.RETURN, current, by)
        latest = require_latest(current, revision)
        now = timezone.now()
        if note.strip():
            Comment.objects.create(revision=latest, text=note.strip(), by=by, at=now)
        elif not latest.comments.filter(parent=None, by__groups__name=LEGAL).exists():
            raise TransitionRefused(_("退回前写一条意见，说明要改什么。"), current)
        Decision.objects.create(revision=latest, outcome=Decision.Outcome.RETURNED, is_final=True, by=by, at=now)
        move(current, Action.RETURN, by=by)
        record(current, Action.RETURN, by=by, facts={"revision": revision, "status": current.status}, note=note.strip())
        notify(current, Notice.Kind.RETURNED, [current.owner], besides=by)
    return current
