"""Scans of the signed and sealed paper: listed, downloaded, and added."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from letters.actions.attach import attach_scan
from letters.actions.turn import TransitionRefused
from letters.models import Artefact, Letter
from letters.permissions import may_attach
from letters.register.one_letter import CONFLICT, UNPROCESSABLE, opened
from letters.web.uploads import ScanRefused, read_scan


@require_http_methods(["GET", "HEAD", "POST"])
def attach(request: HttpRequest, pk: int) -> HttpResponse:
    letter = opened(request, pk)
    if not may_attach(request.user, letter):
        raise PermissionDenied
    if request.method == "POST":
        return _attach(request, letter)
    return _page(request, letter)


def _attach(request: HttpRequest, letter: Letter) -> HttpResponse:
    try:
        scan = read_scan(request.FILES.get("scan"))
        kept = attach_scan(
            letter, by=request.user, name=scan.name, content_type=scan.content_type, content=scan.content
        )
    except ScanRefused as refused:
        return _page(request, letter, status=UNPROCESSABLE, refused=str(refused))
    except TransitionRefused as refused:
        return _page(request, refused.current, status=CONFLICT, refused=str(refused))
    messages.success(request, _("已存好扫描件“%(name)s”。") % {"name": kept.name})
    return redirect("attach", letter.pk)


def _page(request: HttpRequest, letter: Letter, *, status: int = 200, refused: str = "") -> HttpResponse:
    scans = letter.artefacts.filter(kind=Artefact.Kind.SCAN).select_related("by")
    context = {"letter": letter, "scans": scans, "refused": refused}
    return render(request, "register/scans.html", context, status=status)
