"""Starts the next version of an issued letter from its answers; issued, it supersedes the earlier one."""

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction

from letters.models import Letter
from letters.models.drafting import start_letter
from letters.permissions import may_renew


def renew_letter(letter: Letter, *, by: AbstractBaseUser) -> Letter:
    """A draft of whoever asks, from the wording that the library has now."""
    if not may_renew(by, letter):
        raise PermissionDenied
    with transaction.atomic():
        answers = letter.approved_revision.answers
        return start_letter(letter.definition, by=by, answers=answers, company=letter.company_record, supersedes=letter)
