"""In which state a statute is on a day: draft, coming, in force, superseded, repealed."""

from datetime import date
from enum import StrEnum

from letters.definitions.catalogue import statutes
from letters.definitions.schema import Amendment, Statute


class Standing(StrEnum):
    DRAFT = "draft"
    COMING = "coming"
    IN_FORCE = "in_force"
    SUPERSEDED = "superseded"
    REPEALED = "repealed"


def standing(statute: Statute, day: date) -> Standing:
    """A superseded statute holds until the one that replaces it does."""
    if statute.status == Standing.DRAFT:
        return Standing.DRAFT
    if statute.effective_from and day < date.fromisoformat(statute.effective_from):
        return Standing.COMING
    until = ends(statute)
    if until is None:
        return Standing(statute.status)
    if day < until:
        return Standing.IN_FORCE
    return Standing.SUPERSEDED if statute.superseded_by else Standing.REPEALED


def ends(statute: Statute) -> date | None:
    """The first day on which it no longer holds; None while it holds, or where the day is not known."""
    successor = statutes().get(statute.superseded_by)
    until = statute.effective_until or (successor.effective_from if successor else "")
    return date.fromisoformat(until) if until else None


def text_since(statute: Statute, day: date) -> str:
    """The day from which the text of that day holds; "" where unknown."""
    return max([statute.effective_from, *(each.effective_from for each in _in_effect(statute, day))])


def coming_amendments(statute: Statute, day: date) -> tuple[Amendment, ...]:
    """Promulgated, and not in force yet."""
    return tuple(each for each in statute.amended if each.effective_from > day.isoformat())


def _in_effect(statute: Statute, day: date) -> tuple[Amendment, ...]:
    return tuple(each for each in statute.amended if each.effective_from <= day.isoformat())
