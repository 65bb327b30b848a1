"""Comments on a revision: said, answered, settled, and a suggested value accepted."""

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from letters.actions.notify import notify
from letters.actions.turn import TransitionRefused, as_it_stands, locked, require_latest
from letters.models import Comment, Letter, Notice, Revision
from letters.models.drafting import save_answers
from letters.models.trail import record
from letters.permissions import is_actor, is_party, may_comment, may_edit, may_suggest
from letters.questions.answers import Typed
from letters.workflow import Actor

LONGEST_COMMENT = 5_000


def add_comment(
    letter: Letter,
    *,
    by: AbstractBaseUser,
    revision: int,
    text: str,
    block: int | None = None,
    suggest: tuple[str, Typed] | None = None,
) -> Comment:
    """On a clause of the newest revision (`block` as in its document), or on the whole letter. Legal may suggest."""
    with transaction.atomic():
        current, latest = _open_for_comment(letter, by, revision)
        if suggest:
            require_suggesting(current, by)
        if block is not None and not 0 <= block < len(latest.document["blocks"]):
            raise TransitionRefused(_("这一条在当前版本中已不存在。刷新页面，在新版本上写意见。"), current)
        field, value = suggest or ("", None)
        if field and field not in {known.key for known in current.definition.fields}:
            raise TransitionRefused(_("这份承诺书没有这个填写项。刷新页面后再建议。"), current)
        made = Comment.objects.create(
            revision=latest,
            block=block,
            text=_said(text, current),
            suggested_field=field,
            suggested=value,
            by=by,
            at=timezone.now(),
        )
        _spread(current, latest, made, by)
    return made


def reply_to(comment: Comment, *, by: AbstractBaseUser, text: str) -> Comment:
    with transaction.atomic():
        current, revision = _parties(comment, by)
        said = _said(text, current)
        made = Comment.objects.create(
            revision=revision, parent_id=comment.parent_id or comment.pk, text=said, by=by, at=timezone.now()
        )
        _spread(current, revision, made, by)
    return made


def settle_comment(comment: Comment, *, by: AbstractBaseUser, settled: bool) -> Comment:
    """Mark as dealt with, or open again."""
    with transaction.atomic():
        current, _revision = _parties(comment, by)
        comment.resolved_by, comment.resolved_at = (by, timezone.now()) if settled else (None, None)
        comment.save(update_fields=["resolved_by", "resolved_at"])
        record(current, "settle" if settled else "reopen", by=by, facts={"comment": comment.pk})
    return comment


def accept_suggestion(comment: Comment, *, by: AbstractBaseUser, version: int) -> None:
    """Write the suggested value into the letter; SaveRefused when it was saved meanwhile."""
    with transaction.atomic():
        current = locked(comment.revision.letter)
        if not may_edit(by, current):
            raise _closed(current, is_actor(by, Actor.AUTHOR, current))
        if comment.accepted_at or not comment.suggested_field:
            raise TransitionRefused(_("这条建议已经采纳。"), current)
        save_answers(current, {comment.suggested_field: comment.suggested}, by=by, version=version)
        now = timezone.now()
        comment.accepted_at, comment.resolved_at, comment.resolved_by = now, now, by
        comment.save(update_fields=["accepted_at", "resolved_at", "resolved_by"])
        record(current, "accept", by=by, facts={"comment": comment.pk, "field": comment.suggested_field})


def require_open(letter: Letter, by: AbstractBaseUser) -> None:
    """Whether this person may remark on the letter now; pages ask before they look at the words."""
    if not may_comment(by, letter):
        raise _closed(letter, is_party(by, letter))


def require_suggesting(letter: Letter, by: AbstractBaseUser) -> None:
    if not may_suggest(by, letter):
        raise _closed(letter, is_actor(by, Actor.REVIEWER, letter))


def _open_for_comment(letter: Letter, by: AbstractBaseUser, revision: int) -> tuple[Letter, Revision]:
    current = locked(letter)
    require_open(current, by)
    return current, require_latest(current, revision)


def _parties(comment: Comment, by: AbstractBaseUser) -> tuple[Letter, Revision]:
    current = locked(comment.revision.letter)
    require_open(current, by)
    return current, comment.revision


def _closed(letter: Letter, might: bool) -> Exception:
    """Who might have done it a moment ago is told what happened since, like whoever decides too late."""
    return TransitionRefused(as_it_stands(letter), letter) if might else PermissionDenied()


def _said(text: str, letter: Letter) -> str:
    said = text.strip()
    if not said:
        raise TransitionRefused(_("先写下意见，再保存。"), letter)
    if len(said) > LONGEST_COMMENT:
        raise TransitionRefused(
            _("意见太长，有 %(now)d 个字，最多 %(most)d 个字。") % {"now": len(said), "most": LONGEST_COMMENT}, letter
        )
    return said


def _spread(letter: Letter, revision: Revision, comment: Comment, by: AbstractBaseUser) -> None:
    """Into the trail, and to the others who speak about this letter."""
    facts = {"comment": comment.pk, "revision": revision.number}
    record(letter, "comment", by=by, facts=facts, note=comment.text)
    said = Comment.objects.filter(revision__letter=letter).exclude(by=by).select_related("by")
    others = {earlier.by_id: earlier.by for earlier in said} | {letter.owner_id: letter.owner}
    notify(letter, Notice.Kind.COMMENTED, others.values(), besides=by)
