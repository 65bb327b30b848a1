"""The states of a letter, and the one table of what leads from which to which and who may do it."""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    ISSUED = "issued"
    VOID = "void"
    SUPERSEDED = "superseded"
    EXPIRED = "expired"


# Chinese and English; spoken(*LABELS[status]) is the one the page shows.
LABELS = {
    Status.DRAFT: ("草稿", "Draft"),
    Status.SUBMITTED: ("待审核", "Waiting for review"),
    Status.RETURNED: ("已退回", "Returned"),
    Status.APPROVED: ("已批准", "Approved"),
    Status.ISSUED: ("已签发", "Issued"),
    Status.VOID: ("已作废", "Void"),
    Status.SUPERSEDED: ("已被替代", "Superseded"),
    Status.EXPIRED: ("已到期", "Expired"),
}
EDITABLE = frozenset({Status.DRAFT, Status.RETURNED})
# Nothing has been printed for good yet.
UNISSUED = EDITABLE | {Status.SUBMITTED, Status.APPROVED}
# Approved answers stay as they are for ever: what is below bears a number.
NUMBERED = frozenset({Status.APPROVED, Status.ISSUED, Status.VOID, Status.SUPERSEDED, Status.EXPIRED})
# What left the house at some time: these make the register.
REGISTERED = NUMBERED - {Status.APPROVED}


class Actor(StrEnum):
    """AUTHOR owns the letter; LEGAL has that role; a REVIEWER is legal and not the author; CLOCK is the program."""

    AUTHOR = "author"
    REVIEWER = "reviewer"
    LEGAL = "legal"
    CLOCK = "clock"


class Action(StrEnum):
    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    RETURN = "return"
    APPROVE = "approve"
    ISSUE = "issue"
    VOID = "void"
    SUPERSEDE = "supersede"
    EXPIRE = "expire"


@dataclass(frozen=True)
class Transition:
    action: Action
    sources: frozenset[Status]
    target: Status
    actor: Actor


def _from(*sources: Status) -> frozenset[Status]:
    return frozenset(sources)


# A letter is superseded when its successor is issued, by whoever issues that one.
TRANSITIONS = {
    transition.action: transition
    for transition in (
        Transition(Action.SUBMIT, EDITABLE, Status.SUBMITTED, Actor.AUTHOR),
        Transition(Action.WITHDRAW, _from(Status.SUBMITTED), Status.DRAFT, Actor.AUTHOR),
        Transition(Action.RETURN, _from(Status.SUBMITTED), Status.RETURNED, Actor.REVIEWER),
        Transition(Action.APPROVE, _from(Status.SUBMITTED), Status.APPROVED, Actor.REVIEWER),
        Transition(Action.ISSUE, _from(Status.APPROVED), Status.ISSUED, Actor.LEGAL),
        Transition(Action.VOID, _from(Status.APPROVED, Status.ISSUED), Status.VOID, Actor.LEGAL),
        Transition(Action.SUPERSEDE, _from(Status.ISSUED, Status.EXPIRED), Status.SUPERSEDED, Actor.LEGAL),
        Transition(Action.EXPIRE, _from(Status.ISSUED), Status.EXPIRED, Actor.CLOCK),
    )
}


def leads_on(action: Action, status: Status | str) -> bool:
    """Whether the action is possible in this state, whoever asks."""
    return Status(status) in TRANSITIONS[action].sources
