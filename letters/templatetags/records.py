"""A numbered letter's record, for any page that shows the letter: number, code, dates, files, and what can be done."""

from django import template
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.utils import timezone

from letters.actions.expire import REMIND_DAYS
from letters.models import Artefact, Letter
from letters.models.verification import spelled
from letters.permissions import may_attach, may_issue, may_renew, may_see, may_void
from letters.workflow import NUMBERED, Status

register = template.Library()
register.filter(spelled)


@register.simple_tag
def verifies() -> bool:
    """Whether the public check is switched on: else nothing speaks of it."""
    return settings.NUOCHENG_VERIFY


@register.filter
def days_left(letter: Letter) -> int | None:
    """Of an issued letter that is about to expire; None when there is no hurry."""
    if letter.status != Status.ISSUED or not letter.valid_to:
        return None
    days = (letter.valid_to - timezone.localdate()).days
    return days if 0 <= days <= REMIND_DAYS else None


@register.inclusion_tag("register/letter_record.html", takes_context=True)
def letter_record(context: template.Context, letter: Letter) -> dict[str, object]:
    """The record of a letter that has a number; nothing at all before."""
    if letter.status not in NUMBERED:
        return {"letter": None}
    user, files = context["user"], list(letter.artefacts.select_related("by"))
    return {
        "letter": letter,
        "files": [file for file in files if file.kind != Artefact.Kind.SCAN],
        "scans": [file for file in files if file.kind == Artefact.Kind.SCAN],
        "earlier": _seen(user, letter.supersedes) if letter.supersedes_id else None,
        "later": _seen(user, letter.successors.exclude(number="").exclude(status=Status.APPROVED).last()),
        "may_issue": may_issue(user, letter),
        "may_void": may_void(user, letter),
        "may_renew": may_renew(user, letter),
        "may_attach": may_attach(user, letter),
        "csrf_token": context.get("csrf_token"),
    }


def _seen(user: AbstractBaseUser, other: Letter | None) -> tuple[Letter, bool] | None:
    """The other version, and whether this person may open it."""
    return (other, may_see(user, other)) if other else None
