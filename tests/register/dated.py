"""Issued letters that are valid until a certain day."""

from datetime import date

from letters.actions.issue import IssueDates, issue_letter
from letters.models import Letter
from tests.states import approved

FIRST = date(2020, 1, 1)


def valid_until(owner, reviewer, last: date | None) -> Letter:
    """Its text says nothing about how long it is valid, from 2020 on."""
    dates = IssueDates(date(2026, 11, 22), FIRST, last)
    return issue_letter(approved(owner, reviewer, "cip-1"), by=reviewer, dates=dates)
