"""Writes the trail: one event for every action, in the action's own transaction."""

import hashlib
import hmac
import json
import os
import secrets
from functools import partial
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from letters.models.event import Event, EventDetail
from letters.models.letter import Letter
from letters.models.people import called


def record(
    letter: Letter, action: str, *, by: AbstractBaseUser | None, facts: dict | None = None, note: str = ""
) -> Event:
    """Append to the letter's chain; call inside atomic(). None acts for the program itself."""
    kept = Letter.objects.select_for_update().only("trail_length", "trail_head").get(pk=letter.pk)
    name, salt = called(by) if by else "", secrets.token_hex(32)
    event = Event(
        letter_id=letter.pk,
        seq=kept.trail_length + 1,
        at=timezone.now(),
        action=action,
        facts=facts or {},
        person=commitment(salt, person_spelled(by and by.pk, name)),
        note=commitment(salt, note),
        prev=kept.trail_head,
    )
    event.mac = sealed(event)
    event.save(force_insert=True)
    EventDetail.objects.create(event=event, salt=salt, user=by, name=name, note=note)
    letter.trail_length, letter.trail_head = event.seq, event.mac
    Letter.objects.filter(pk=letter.pk).update(trail_length=event.seq, trail_head=event.mac)
    transaction.on_commit(partial(anchor, letter.pk, event.seq, event.mac))
    return event


def person_spelled(pk: int | None, name: str) -> str:
    return f"{pk or 0}:{name}"


def commitment(salt: str, words: str) -> str:
    return hashlib.sha256(f"{salt}\n{words}".encode()).hexdigest()


def sealed(event: Event) -> str:
    """HMAC-SHA256 over the event in one fixed spelling, its place in the chain included."""
    spelled = json.dumps(
        {
            "letter": event.letter_id,
            "seq": event.seq,
            "at": event.at.astimezone(timezone.get_fixed_timezone(0)).isoformat(timespec="microseconds"),
            "action": event.action,
            "facts": event.facts,
            "person": event.person,
            "note": event.note,
            "prev": event.prev,
        },
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    return hmac.new(settings.TRAIL_KEY.encode(), spelled.encode(), hashlib.sha256).hexdigest()


def anchor(letter: int, seq: int, mac: str) -> None:
    """One line outside the database, so that a chain cut short there does not go unnoticed."""
    path = Path(settings.TRAIL_ANCHORS)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "a", encoding="ascii") as file:
        file.write(f"{letter} {seq} {mac}\n")
