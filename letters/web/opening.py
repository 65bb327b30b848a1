"""Opening a letter for somebody: what they may not see is not there."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from letters.models import Letter
from letters.permissions import may_see


def visible_letter(request: HttpRequest, pk: int, *related: str) -> Letter:
    """With the rows it refers to by these names; 404 for strangers, as for a letter that is not there."""
    letter = get_object_or_404(Letter.objects.select_related(*related) if related else Letter, pk=pk)
    if not may_see(request.user, letter):
        raise Http404
    return letter
