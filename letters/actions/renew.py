"""Starts the next version of an issued letter from its answers; issued, it supersedes the earlier one."""

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction

from letters.actions.turn import locked
from letters.models import Letter
from letters.models.drafting import start_letter
from letters.permissions import may_renew
from letters.workflow import EDITABLE


def renew_letter(letter: Letter, *, by: AbstractBaseUser) -> Letter:
    """A draft of whoever asks, from the wording that the library has now; asked twice, the draft that is there."""
    if not may_renew(by, letter):
        raise PermissionDenied
    with transaction.atomic():
        current = locked(letter)
        begun = current.successors.kept().filter(owner=by, status__in=EDITABLE).first()
        if begun:
            return begun
        answers = current.approved_revision.answers
        return start_letter(
            current.definition, by=by, answers=answers, company=current.company_record, supersedes=current
        )
