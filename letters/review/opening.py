"""Opening a letter for review: who may, and who is told that its author has taken it back."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from letters.actions.turn import OutOfSight, as_it_stands
from letters.models import Comment, Letter
from letters.permissions import is_actor, may_see
from letters.workflow import Actor


def open_letter(request: HttpRequest, pk: int) -> Letter:
    """404 for strangers; a reviewer whose letter was withdrawn meanwhile is told so and not that it never was."""
    letter = get_object_or_404(Letter.objects.select_related("owner", "company_record"), pk=pk)
    if may_see(request.user, letter):
        return letter
    if is_actor(request.user, Actor.REVIEWER, letter) and letter.revisions.exists():
        raise OutOfSight(as_it_stands(letter), letter)
    raise Http404


def comment_of(letter: Letter, comment: int) -> Comment:
    return get_object_or_404(Comment.objects.select_related("revision__letter"), pk=comment, revision__letter=letter)
