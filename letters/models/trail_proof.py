"""Proves the trail: every event, name, revision and file is as it was recorded, and none is missing."""

import hashlib
import hmac
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from letters.models.artefact import Artefact
from letters.models.event import Event, EventDetail
from letters.models.letter import Letter
from letters.models.revision import Revision
from letters.models.trail import commitment, person_spelled, sealed

ERASED = "erase"


@dataclass(frozen=True)
class Fault:
    """`seq` is the event at fault, None where the letter as a whole is."""

    letter: int
    seq: int | None
    message: str


def prove_trail(letters: QuerySet[Letter] | None = None) -> Iterator[Fault]:
    """All faults of these letters, of all by default; then also those of letters that are gone."""
    chosen = Letter.objects.order_by("pk") if letters is None else letters
    anchors = _anchors()
    for letter in chosen.iterator(chunk_size=200):
        yield from _proved(letter, anchors.pop(letter.pk, {}))
    if letters is None:
        for gone in anchors:
            yield Fault(gone, None, "the letter is gone, its events were anchored")


def _proved(letter: Letter, anchored: dict[int, str]) -> list[Fault]:
    """A letter that is being worked on looks wrong between two queries: a fault is what stays with its row held."""
    if not list(_prove(letter, anchored)):
        return []
    with transaction.atomic():
        held = Letter.objects.select_for_update().filter(pk=letter.pk).first()
        return list(_prove(held, anchored)) if held else [Fault(letter.pk, None, "went while it was being proved")]


def _prove(letter: Letter, anchored: dict[int, str]) -> Iterator[Fault]:
    events = list(Event.objects.filter(letter=letter).order_by("seq"))
    yield from _chain(letter, events)
    yield from _against_anchors(letter, events, anchored)
    yield from _names(letter, events)
    yield from _state(letter, events)
    yield from _revisions(letter, events)
    yield from _files(letter, events)


def _chain(letter: Letter, events: list[Event]) -> Iterator[Fault]:
    prev = ""
    for place, event in enumerate(events, start=1):
        if event.seq != place:
            yield Fault(letter.pk, event.seq, f"event {place} is missing")
        if event.prev != prev:
            yield Fault(letter.pk, event.seq, "does not follow the event before")
        if not hmac.compare_digest(event.mac, sealed(event)):
            yield Fault(letter.pk, event.seq, "was changed after it was recorded")
        prev = event.mac
    if (letter.trail_length, letter.trail_head) != (len(events), prev):
        yield Fault(letter.pk, None, "the end of the chain is not the one the letter names")


def _against_anchors(letter: Letter, events: list[Event], anchored: dict[int, str]) -> Iterator[Fault]:
    macs = {event.seq: event.mac for event in events}
    for seq, mac in anchored.items():
        if macs.get(seq) != mac:
            yield Fault(letter.pk, seq, "is not the event that was anchored outside the database")


def _names(letter: Letter, events: list[Event]) -> Iterator[Fault]:
    details = {detail.event_id: detail for detail in EventDetail.objects.filter(event__in=events)}
    erased = {seq for event in events if event.action == ERASED for seq in event.facts.get("events", ())}
    for event in events:
        detail = details.get(event.pk)
        if detail is None:
            if event.seq not in erased:
                yield Fault(letter.pk, event.seq, "who did it is gone, and no erasure is recorded")
        elif not _keeps_its_word(event, detail):
            yield Fault(letter.pk, event.seq, "who did it, or what was said, was changed")


def _keeps_its_word(event: Event, detail: EventDetail) -> bool:
    person = commitment(detail.salt, person_spelled(detail.user_id, detail.name))
    return (event.person, event.note) == (person, commitment(detail.salt, detail.note))


def _state(letter: Letter, events: list[Event]) -> Iterator[Fault]:
    """Letters that are older than the trail have no event that names a state."""
    told = [event.facts["status"] for event in events if "status" in event.facts]
    if told and told[-1] != letter.status:
        yield Fault(letter.pk, None, f"is {letter.status}, but the trail ends with {told[-1]}")
    number = next((event.facts.get("number", "") for event in events if event.action == "approve"), "")
    if letter.number != number:
        yield Fault(letter.pk, None, "bears a number that the trail does not give")


def _revisions(letter: Letter, events: list[Event]) -> Iterator[Fault]:
    submitted = [event.facts for event in events if event.action == "submit"]
    recorded = {facts.get("revision"): facts.get("sha256") for facts in submitted}
    found = {revision.number: revision for revision in Revision.objects.filter(letter=letter)}
    for number in recorded.keys() ^ found.keys():
        yield Fault(letter.pk, None, f"revision {number} is missing or was never submitted")
    for number in recorded.keys() & found.keys():
        if not recorded[number] == found[number].sha256 == found[number].content_hash():
            yield Fault(letter.pk, None, f"revision {number} was changed after it was submitted")


def _files(letter: Letter, events: list[Event]) -> Iterator[Fault]:
    recorded = {sha256 for event in events for sha256 in _stored(event)}
    found = {file.sha256: file for file in Artefact.objects.filter(letter=letter)}
    for sha256 in recorded ^ found.keys():
        yield Fault(letter.pk, None, f"file {sha256[:12]} is missing or was never recorded")
    for sha256 in recorded & found.keys():
        if not _is_whole(found[sha256].path, sha256):
            yield Fault(letter.pk, None, f"file {sha256[:12]} on the disk is missing or was changed")


def _stored(event: Event) -> Iterable[str]:
    return event.facts.get("files", ()) if event.action == "issue" else filter(None, [event.facts.get("file")])


def _is_whole(path: Path, sha256: str) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == sha256


def _anchors() -> dict[int, dict[int, str]]:
    """By letter and place. A last line torn by a power cut is no line."""
    path, found = Path(settings.TRAIL_ANCHORS), {}
    if path.exists():
        for line in path.read_text(encoding="ascii").splitlines(keepends=True):
            parts = line.split()
            if line.endswith("\n") and len(parts) == 3:
                found.setdefault(int(parts[0]), {})[int(parts[1])] = parts[2]
    return found
