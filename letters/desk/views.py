"""Pages of the desk: the list, one letter, a copy, the bin."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from letters.definitions.catalogue import letter_definitions
from letters.desk.filters import ORDERS, DeskFilter
from letters.desk.letter_page import letter_context
from letters.desk.pages import is_first, page_of
from letters.desk.waiting import waiting_for
from letters.models import Letter
from letters.models.drafting import copy_letter, put_in_bin, take_out_of_bin
from letters.permissions import may_bin, may_draft, roles, visible_letters
from letters.questions.language import spoken
from letters.web.opening import visible_letter
from letters.workflow import LABELS


@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """What waits, then the letters; a search, the bin and the second page are the list alone."""
    chosen = DeskFilter.from_query(request.GET)
    found = chosen.apply(visible_letters(request.user)).select_related("owner", "updated_by").defer("answers")
    number = request.GET.get("page")
    page, is_desk_itself = page_of(found, number), is_first(number) and not chosen.narrows and not chosen.bin
    context = {
        "chosen": chosen,
        "page": page,
        "waiting": waiting_for(request.user) if is_desk_itself and page.paginator.count else None,
        "roles": roles(request.user),
        "statuses": [(status.value, spoken(*labels)) for status, labels in LABELS.items()],
        "definitions": letter_definitions().values(),
        "orders": ORDERS,
        "may_draft": may_draft(request.user),
    }
    return render(request, "desk/desk.html", context)


def _opened(request: HttpRequest, pk: int) -> Letter:
    return visible_letter(request, pk, "owner", "updated_by", "company_record", "approved_revision")


@require_safe
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    """One letter: what comes next, how far it is, what it says, its files."""
    found = _opened(request, pk)
    return render(request, "desk/letter.html", letter_context(request, found))


@require_POST
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    original = _opened(request, pk)
    if not may_draft(request.user):
        raise PermissionDenied
    made = copy_letter(original, by=request.user)
    messages.success(request, _("已复制为一份新的草稿。"))
    return redirect(made)


@require_POST
def throw_away(request: HttpRequest, pk: int) -> HttpResponse:
    found = _opened(request, pk)
    if not may_bin(request.user, found):
        raise PermissionDenied
    if put_in_bin(found, by=request.user):
        messages.info(request, _("已移入回收站。"), extra_tags=f"undo-{found.pk}")
    else:
        messages.error(request, _("这份承诺书已经提交或签发，不能移入回收站。"))
    return redirect("desk")


@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    found = _opened(request, pk)
    if not may_bin(request.user, found):
        raise PermissionDenied
    take_out_of_bin(found, by=request.user)
    messages.success(request, _("已恢复。"))
    return redirect(found)


@login_not_required
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """For a monitor: the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")
