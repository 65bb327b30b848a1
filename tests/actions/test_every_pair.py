"""Every action in every state by everybody: what the table by hand allows happens, everything else is refused."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from letters.actions.approve import approve_letter
from letters.actions.issue import issue_letter
from letters.actions.return_ import return_letter
from letters.actions.submit import submit_letter
from letters.actions.turn import TransitionRefused
from letters.actions.void import void_letter
from letters.actions.withdraw import withdraw_letter
from letters.models import Event, Letter
from letters.permissions import LEGAL
from letters.workflow import Status
from tests import people
from tests.states import DATES, dates_of, letter_in, print_quickly

ACTIONS = {
    "submit": lambda letter, by: submit_letter(letter, by=by, version=letter.version, reasons={}),
    "withdraw": lambda letter, by: withdraw_letter(letter, by=by),
    "return": lambda letter, by: return_letter(letter, by=by, revision=1, note="再改"),
    "approve": lambda letter, by: approve_letter(letter, by=by, revision=letter.revisions.count(), seen=[]),
    "issue": lambda letter, by: issue_letter(letter, by=by, dates=dates_of(letter) if letter.code else DATES),
    "void": lambda letter, by: void_letter(letter, by=by, reason="盖错印章"),
}
# By hand, not from the table under test: in which state who may do it. Legal stands for legal that is not the author.
ALLOWED = {
    "submit": {("draft", "author"), ("returned", "author"), ("draft", "legal author"), ("returned", "legal author")},
    "withdraw": {("submitted", "author"), ("submitted", "legal author")},
    "return": {("submitted", "legal")},
    "approve": {("submitted", "legal")},
    "issue": {("approved", "legal"), ("approved", "legal author")},
    "void": {(status, who) for status in ("approved", "issued") for who in ("legal", "legal author")},
}
PEOPLE = ("author", "legal author", "legal", "colleague", "auditor", "administrator", "stranger")


@pytest.fixture
def cast(db, monkeypatch):
    print_quickly(monkeypatch)
    return {
        "author": people.chen_jing(),
        "legal author": people.person("legalauthor", "法", "作", LEGAL),
        "legal": people.lin_tao(),
        "colleague": people.wang_hao(),
        "auditor": people.he_lei(),
        "administrator": people.administrator(),
        "stranger": people.zhou_min(),
    }


@pytest.mark.parametrize("status", Status)
def test_in_this_state(cast, status):
    letters = {who: letter_in(status, cast[who], cast["legal"]) for who in ("author", "legal author")}
    for who in PEOPLE:
        letter = letters.get(who, letters["author"])
        for action, take in ACTIONS.items():
            happened = taken(take, Letter.objects.get(pk=letter.pk), cast[who])
            assert happened is ((str(status), who) in ALLOWED[action]), (status, who, action)


def taken(take, letter: Letter, by) -> bool:
    """Undone afterwards; what is refused must have written nothing."""
    before = Event.objects.count()
    with transaction.atomic():
        try:
            take(letter, by)
        except (PermissionDenied, TransitionRefused):
            assert Event.objects.count() == before
            return False
        assert Event.objects.count() > before
        transaction.set_rollback(True)
    return True
