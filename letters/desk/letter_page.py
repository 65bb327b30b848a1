"""One letter: what to do next, how far it is, its revisions, what happened to it, and what it says."""

from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest

from letters.models import Comment, Letter, Revision
from letters.permissions import may_bin, may_draft, may_edit, may_withdraw
from letters.web.outlined import outlined
from letters.web.standing import document_as_it_stands
from letters.web.timeline import timeline
from letters.workflow import Status

LATEST_EVENTS = 6


def letter_context(request: HttpRequest, letter: Letter) -> dict[str, object]:
    journey, revisions = letter.journey, _revisions(letter)
    document = document_as_it_stands(letter)
    following = journey.first_incomplete
    return {
        "letter": letter,
        "steps": [(step, journey.progress(step.key)) for step in journey.steps],
        "next_step": following.key if following else "",
        "faults": len(journey.answers.faults),
        **outlined(document, letter.definition),
        "revisions": revisions,
        "open_comments": _open_comments(letter) if revisions else 0,
        "told": timeline(letter, LATEST_EVENTS),
        "more": letter.trail_length > LATEST_EVENTS,
    } | _permitted(request.user, letter)


def _permitted(user: AbstractBaseUser, letter: Letter) -> dict[str, bool]:
    return {
        "is_author": letter.owner_id == user.pk,
        "is_returned": letter.status == Status.RETURNED,
        "is_submitted": letter.status == Status.SUBMITTED,
        "may_edit": may_edit(user, letter),
        "may_withdraw": may_withdraw(user, letter),
        "may_bin": may_bin(user, letter),
        "may_draft": may_draft(user),
    }


def _revisions(letter: Letter) -> list[Revision]:
    """The newest first, without their contents."""
    listed = letter.revisions.select_related("submitted_by").only("letter", "number", "submitted_by", "submitted_at")
    return list(listed.order_by("-number"))


def _open_comments(letter: Letter) -> int:
    return Comment.objects.filter(revision__letter=letter, parent=None, resolved_at=None).count()
