"""What every action on a letter shares: take its row, refuse by name, move it along the table of transitions."""

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from letters.models import Event, Letter, Revision
from letters.models.people import called
from letters.permissions import is_actor
from letters.questions.language import spoken
from letters.workflow import LABELS, TRANSITIONS, Action, Status, leads_on


class TransitionRefused(Exception):
    """Not in this state, or not any more; the message says who changed it and when. `current` is the letter now."""

    def __init__(self, message: str, current: Letter):
        self.current = current
        super().__init__(message)


class OutOfSight(TransitionRefused):
    """It has gone where this person no longer sees it: its author has taken it back."""


def locked(letter: Letter) -> Letter:
    """The letter as it is now, its row held until the transaction ends."""
    return Letter.objects.select_for_update().get(pk=letter.pk)


def require(action: Action, letter: Letter, by: AbstractBaseUser) -> None:
    """PermissionDenied for the wrong person, TransitionRefused in the wrong state."""
    if not is_actor(by, TRANSITIONS[action].actor, letter):
        raise PermissionDenied
    if not leads_on(action, letter.status) or letter.deleted_at:
        raise TransitionRefused(as_it_stands(letter), letter)


def require_latest(letter: Letter, number: int) -> Revision:
    """The revision that the page showed has to be the newest one."""
    latest = letter.revisions.order_by("-number").first()
    if latest is None or latest.number != number:
        raise TransitionRefused(_("这份承诺书已有更新的版本。刷新页面，看过新版本后再决定。"), letter)
    return latest


def move(letter: Letter, action: Action, *, by: AbstractBaseUser | None, **fields: object) -> None:
    """To the action's target; `fields` are written with it."""
    changed = {"status": TRANSITIONS[action].target.value, "version": letter.version + 1, **fields}
    if by:
        changed |= {"updated_by": by, "updated_at": timezone.now()}
    for name, value in changed.items():
        setattr(letter, name, value)
    letter.save(update_fields=list(changed))


def as_it_stands(letter: Letter) -> str:
    """Who brought it into its state and when, for whoever comes too late."""
    if letter.deleted_at:
        return _("这份承诺书在回收站里。先恢复，再操作。")
    state = spoken(*LABELS[Status(letter.status)])
    led_here = Event.objects.filter(letter=letter, facts__status=letter.status)
    last = led_here.select_related("detail__user").order_by("-seq").first()
    if last is None or not getattr(last, "detail", None) or last.detail.user is None:
        return _("这份承诺书现在是“%(state)s”，不能这样操作。刷新页面看最新状态。") % {"state": state}
    words = _("%(who)s 已在 %(when)s 处理：这份承诺书现在是“%(state)s”。刷新页面看最新状态。")
    when = date_format(timezone.localtime(last.at), "Y-m-d H:i")
    return words % {"who": called(last.detail.user), "when": when, "state": state}
