"""The daily round: what has passed its last day is expired, what will is announced; twice changes nothing."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from letters.models import Event, Letter, Notice
from letters.workflow import Status
from tests.register.dated import valid_until
from tests.states import print_quickly, reread


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    print_quickly(monkeypatch)


@pytest.fixture
def until(chenjing, lintao):
    def letter(days: int) -> Letter:
        return valid_until(chenjing, lintao, timezone.localdate() + timedelta(days=days))

    return letter


def test_the_day_after_its_last_a_letter_has_expired(until, capsys):
    passed, today = until(-1), until(0)
    call_command("daily")
    assert (reread(passed).status, reread(today).status) == (Status.EXPIRED, Status.ISSUED)
    assert "1 expired" in capsys.readouterr().out


def test_author_and_legal_are_reminded_once(until, chenjing, lintao, helei):
    soon = until(30)
    until(31)
    for _ in range(3):
        call_command("daily", verbosity=0)
    told = Notice.objects.filter(kind=Notice.Kind.EXPIRING)
    assert {(notice.recipient, notice.letter, notice.due) for notice in told} == {
        (chenjing, soon, soon.valid_to),
        (lintao, soon, soon.valid_to),
    }
    assert told.count() == 2


def test_doing_it_again_writes_nothing(until):
    until(-1)
    until(10)
    call_command("daily", verbosity=0)
    before = Event.objects.count(), Notice.objects.count()
    call_command("daily", verbosity=0)
    assert (Event.objects.count(), Notice.objects.count()) == before
