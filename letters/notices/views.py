"""The list of somebody's notices; opening one, and marking all of them, is said by POST."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from letters.models import Notice

PAGE_SIZE = 25


@require_safe
def notices(request: HttpRequest) -> HttpResponse:
    found = Notice.objects.about(request.user).select_related("letter").defer("letter__answers")
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "notices/notices.html", {"page": page})


@require_POST
def open_notice(request: HttpRequest, pk: int) -> HttpResponse:
    """Marks it as read and leads to its letter."""
    notice = get_object_or_404(Notice.objects.about(request.user).select_related("letter"), pk=pk)
    Notice.objects.unread().filter(pk=notice.pk).update(read_at=timezone.now())
    return redirect(notice.letter)


@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    Notice.objects.unread().filter(recipient=request.user).update(read_at=timezone.now())
    messages.success(request, _("全部标为已读。"))
    return redirect("notices")
