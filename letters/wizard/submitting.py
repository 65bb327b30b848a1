"""Handing the letter in from the check page; what is refused brings that page back with everything typed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from letters.actions.submit import SubmissionIncomplete, submit_letter
from letters.actions.turn import TransitionRefused
from letters.models import Letter
from letters.web.typed_numbers import typed_number
from letters.wizard.check_page import check_page
from letters.wizard.draft import Draft
from letters.wizard.opening import visible_draft
from letters.wizard.reasons import Reasons, typed_reasons
from letters.workflow import EDITABLE, Status


@require_POST
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    draft, typed = visible_draft(request, pk), typed_reasons(request.POST)
    version = typed_number(request.POST, "version")
    if _is_done(draft.letter, request, version):
        return redirect(draft.letter)
    try:
        submit_letter(draft.letter, by=request.user, version=version, reasons=typed)
    except SubmissionIncomplete as refused:
        reasons = Reasons(typed, missing=draft.journey.is_complete)
        return check_page(request, draft, reasons=reasons, refused=str(refused), status=422)
    except TransitionRefused as refused:
        return _overtaken(request, draft, refused, typed, version)
    messages.success(request, _("已提交审核。法务会收到通知；作出决定之前，可以撤回。"))
    return redirect(draft.letter)


def _is_done(letter: Letter, request: HttpRequest, version: int) -> bool:
    """The second press of a double click: exactly this was handed in a moment ago."""
    is_next = letter.status == Status.SUBMITTED and letter.version == version + 1
    return is_next and letter.owner_id == request.user.pk


def _overtaken(
    request: HttpRequest, draft: Draft, refused: TransitionRefused, typed: dict[str, str], version: int
) -> HttpResponse:
    if _is_done(refused.current, request, version):
        return redirect(draft.letter)
    if refused.current.status not in EDITABLE or refused.current.deleted_at:
        raise refused
    draft.show_current(refused.current)
    return check_page(request, draft, reasons=Reasons(typed), refused=str(refused), status=409)
