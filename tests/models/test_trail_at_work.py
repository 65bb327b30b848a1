"""The trail is proved while people work: what they do between two queries of the proof is no fault."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection, transaction

from letters.models import trail_proof
from letters.models.trail import record
from letters.models.trail_proof import prove_trail
from tests.people import chen_jing
from tests.states import reread, submitted


@pytest.mark.django_db(transaction=True)
def test_an_event_between_two_queries_is_no_fault(monkeypatch):
    """Forced on every proof, so that it does not take luck; the unguarded proof is the negative control."""
    chenjing = chen_jing()
    letter = submitted(chenjing)
    chain, once = trail_proof._chain, Event()

    def meanwhile(letter_read, events):
        if not once.is_set():
            once.set()
            with ThreadPoolExecutor(1) as colleague:
                colleague.submit(_works, letter, chenjing).result()
            events = list(letter_read.events.order_by("seq"))
        return chain(letter_read, events)

    monkeypatch.setattr(trail_proof, "_chain", meanwhile)
    assert list(trail_proof._prove(letter, {})) != []
    once.clear()
    assert list(prove_trail()) == []
    assert once.is_set()


def _works(letter, person) -> None:
    try:
        with transaction.atomic():
            record(reread(letter), "comment", by=person, note="改短一点。")
    finally:
        connection.close()
