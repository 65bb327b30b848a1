"""Opening a letter in the wizard: who may, and who is told what."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from letters.permissions import may_edit
from letters.web.opening import visible_letter
from letters.wizard.draft import Draft


def open_draft(request: HttpRequest, pk: int) -> Draft:
    """The letter as a draft of this user; 404 for strangers, 403 for those who may only read."""
    draft = visible_draft(request, pk)
    if not may_edit(request.user, draft.letter) and request.method not in ("GET", "HEAD"):
        raise PermissionDenied
    return draft


def visible_draft(request: HttpRequest, pk: int) -> Draft:
    return Draft(visible_letter(request, pk, "updated_by", "company_record"), request.user)
