"""Opening a letter in the wizard: who may, and who is told what."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from letters.models import Letter
from letters.permissions import may_edit, may_see
from letters.wizard.draft import Draft


def open_draft(request: HttpRequest, pk: int) -> Draft:
    """The letter as a draft of this user; 404 for strangers, 403 for those who may only read."""
    draft = visible_draft(request, pk)
    if not may_edit(request.user, draft.letter) and request.method not in ("GET", "HEAD"):
        raise PermissionDenied
    return draft


def visible_draft(request: HttpRequest, pk: int) -> Draft:
    letter = get_object_or_404(Letter.objects.select_related("updated_by", "company_record"), pk=pk)
    if not may_see(request.user, letter):
        raise Http404
    return Draft(letter, request.user)
