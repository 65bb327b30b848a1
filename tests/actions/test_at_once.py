"""Eight people approve at the same moment: one wins, seven are refused by name, numbers have no gap."""

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from letters.actions.approve import approve_letter
from letters.actions.turn import TransitionRefused
from letters.models import Decision, Letter
from letters.models.trail_proof import prove_trail
from letters.permissions import LEGAL
from letters.workflow import Status
from tests.people import chen_jing, person
from tests.states import submitted

LETTERS, APPROVERS = 40, 8


@pytest.mark.django_db(transaction=True)
def test_forty_letters_are_approved_once_each_and_numbered_without_a_gap():
    chenjing = chen_jing()
    approvers = [person(f"legal{place}", "审", str(place), LEGAL) for place in range(APPROVERS)]
    letters = [submitted(chenjing) for _ in range(LETTERS)]
    start = Barrier(APPROVERS)

    def approve_all(approver) -> list[bool]:
        start.wait()
        try:
            return [_approves(letter, approver) for letter in letters]
        finally:
            connection.close()

    with ThreadPoolExecutor(APPROVERS) as pool:
        won = [outcome for outcomes in pool.map(approve_all, approvers) for outcome in outcomes]
    assert (won.count(True), won.count(False)) == (LETTERS, LETTERS * (APPROVERS - 1))
    assert Decision.objects.count() == Letter.objects.filter(status=Status.APPROVED).count() == LETTERS
    numbers = [int(re.search(r"〕(\d+)号", number)[1]) for number in Letter.objects.values_list("number", flat=True)]
    assert sorted(numbers) == list(range(1, LETTERS + 1))
    assert list(prove_trail()) == []


def _approves(letter: Letter, approver) -> bool:
    try:
        approve_letter(letter, by=approver, revision=1, seen=[])
    except TransitionRefused:
        return False
    return True
