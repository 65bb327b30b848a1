"""What waits for this person, and what waits for others: counted, and the most pressing letters, in one query."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Case, CharField, Count, F, OuterRef, Q, QuerySet, RowRange, Subquery, Value, When, Window
from django.db.models.functions import Coalesce, RowNumber
from django.utils import timezone

from letters.actions.expire import expiring
from letters.models import Comment, Decision, Letter
from letters.permissions import LEGAL, roles, visible_letters
from letters.workflow import Status

MOST_SHOWN = 3
LISTED = ("title", "company", "status", "number", "updated_at", "approved_at", "valid_to", "owner")


class Wait(StrEnum):
    """The first four are for the reader to act on; the last two are in the hands of others."""

    RETURNED = "returned"
    REVIEW = "review"
    ISSUE = "issue"
    EXPIRING = "expiring"
    SUBMITTED = "submitted"
    APPROVED = "approved"


OPEN = Q(status__in=(Status.RETURNED, Status.SUBMITTED, Status.APPROVED))
FOR_OTHERS = (Wait.SUBMITTED, Wait.APPROVED)


@dataclass(frozen=True)
class Group:
    """Letters that wait for the same thing: how many in all, and the first few."""

    wait: Wait
    total: int
    letters: list[Letter]

    @property
    def first(self) -> Letter:
        return self.letters[0]


@dataclass(frozen=True)
class Waiting:
    groups: list[Group]
    others: dict[Wait, int]


def waiting_for(user: AbstractBaseUser) -> Waiting:
    found = {group.wait: group for group in _grouped(user)}
    return Waiting(
        groups=[found[wait] for wait in Wait if wait in found and wait not in FOR_OTHERS],
        others={wait: found[wait].total for wait in FOR_OTHERS if wait in found},
    )


def _grouped(user: AbstractBaseUser) -> Iterator[Group]:
    """What expires first, or has waited longest, stands first. By state first, or all that was ever written is read."""
    window = {"partition_by": "wait", "order_by": ("valid_to", "updated_at", "pk"), "frame": RowRange()}
    letters = (
        visible_letters(user)
        .kept()
        .filter(pk__in=Letter.objects.filter(OPEN | expiring(timezone.localdate())).values("pk"))
        .annotate(wait=_wait(user))
        .exclude(wait="")
        .annotate(place=Window(RowNumber(), **window), total=Window(Count("pk"), **window))
        .annotate(open_comments=Case(When(wait=Wait.RETURNED, then=_open_comments()), default=0))
        .filter(place__lte=MOST_SHOWN)
    )
    listed = letters.select_related("owner").only(*LISTED).order_by("wait", "place")
    for wait, group in groupby(listed, key=lambda letter: letter.wait):
        shown = list(group)
        yield Group(Wait(wait), shown[0].total, shown)


def _wait(user: AbstractBaseUser) -> Case:
    """What each letter waits for as this person sees it; "" for nothing that would concern them."""
    own = Q(owner=user)
    mine = [When(own & Q(status=Status.RETURNED), then=Value(Wait.RETURNED))]
    if LEGAL in roles(user):
        mine += [
            When(~own & ~Q(pk__in=_approved_once(user)) & Q(status=Status.SUBMITTED), then=Value(Wait.REVIEW)),
            When(status=Status.APPROVED, then=Value(Wait.ISSUE)),
        ]
    return Case(
        *mine,
        When(status=Status.ISSUED, then=Value(Wait.EXPIRING)),
        When(status=Status.SUBMITTED, then=Value(Wait.SUBMITTED)),
        When(status=Status.APPROVED, then=Value(Wait.APPROVED)),
        default=Value(""),
        output_field=CharField(),
    )


def _approved_once(user: AbstractBaseUser) -> QuerySet:
    """Where two have to approve, whoever did so first waits for somebody else; handing in again starts anew."""
    found = Decision.objects.filter(by=user, is_final=False, revision__letter__status=Status.SUBMITTED)
    return found.filter(at__gte=F("revision__letter__updated_at")).values("revision__letter")


def _open_comments() -> Coalesce:
    is_open = Comment.objects.filter(revision__letter=OuterRef("pk"), parent=None, resolved_at=None)
    counted = is_open.order_by().values("revision__letter").annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counted), 0)
