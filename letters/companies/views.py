"""Pages of the companies: the list, a new one, one record to fill in or to read, out of use and back."""

from collections.abc import Mapping

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from letters.companies.record_page import differences, read_record, record_sections, shown_groups, typed_record
from letters.models import Company
from letters.models.companies import ChangeRefused, add_company, archive_company, change_company, restore_company
from letters.models.company import NAME
from letters.models.people import called
from letters.permissions import may_keep_companies, may_see_companies
from letters.questions.answers import Typed
from letters.web.doors import page_and_form

PAGE_SIZE = 25


@require_safe
def companies(request: HttpRequest) -> HttpResponse:
    _demand(may_see_companies(request.user))
    found = Company.objects.select_related("updated_by").by_name()
    out_of_use = "archived" in request.GET
    found = found.exclude(archived_at=None) if out_of_use else found.in_use()
    context = {
        "page": Paginator(found, PAGE_SIZE).get_page(request.GET.get("page")),
        "out_of_use": out_of_use,
        "may_keep": may_keep_companies(request.user),
    }
    return render(request, "companies/companies.html", context)


@page_and_form
def new_company(request: HttpRequest) -> HttpResponse:
    _demand(may_keep_companies(request.user))
    if request.method != "POST":
        return _form_page(request, None, {}, show_missing=False)
    typed = typed_record(request.POST)
    if NAME not in read_record(typed).values:
        messages.error(request, _("还没有保存：先填对单位全称，其他内容可以以后补。"))
        return _form_page(request, None, typed)
    return _saved(request, add_company(typed, by=request.user))


@page_and_form
def company(request: HttpRequest, pk: int) -> HttpResponse:
    """The record: to be changed by those who keep it, to be read by everybody else."""
    _demand(may_see_companies(request.user))
    found = get_object_or_404(Company.objects.select_related("updated_by"), pk=pk)
    may_keep = may_keep_companies(request.user)
    if request.method == "POST":
        _demand(may_keep)
        return _change(request, found)
    if may_keep and not found.archived_at:
        return _form_page(request, found, found.typed)
    context = {"company": found, "groups": shown_groups(found), "may_keep": may_keep}
    return render(request, "companies/reading.html", context)


def _change(request: HttpRequest, found: Company) -> HttpResponse:
    typed = typed_record(request.POST)
    if {**found.typed, **typed} == found.typed:
        return _saved(request, found)
    try:
        if request.POST.get("version") != str(found.version):
            raise ChangeRefused(found)
        change_company(found, typed, by=request.user, version=found.version)
    except ChangeRefused as refused:
        return _refused(request, refused.current, typed)
    return _saved(request, found)


def _saved(request: HttpRequest, found: Company) -> HttpResponse:
    if faults := len(found.read.faults):
        messages.warning(request, _("已保存，还有 %(count)s 处需要填写或修改。") % {"count": faults})
    else:
        messages.success(request, _("已保存。新写的承诺书按这份资料预填，写过的承诺书不变。"))
    return redirect(found)


def _refused(request: HttpRequest, current: Company, typed: Mapping[str, Typed]) -> HttpResponse:
    """Nothing is overwritten unseen: who changed it and what, and the page goes on with what was typed here."""
    said = _("%(who)s 在 %(when)s 改动了这份资料。") % {
        "who": called(current.updated_by),
        "when": date_format(timezone.localtime(current.updated_at), "Y-m-d H:i"),
    }
    if current.archived_at:
        said += _("单位已停用，恢复使用后才能修改。")
    context = {"said": said, "differences": differences(current, typed)}
    return _form_page(request, current, typed, status=409, **context)


def _form_page(
    request: HttpRequest,
    found: Company | None,
    typed: Mapping[str, Typed],
    *,
    show_missing: bool = True,
    status: int = 200,
    **said: object,
) -> HttpResponse:
    sections = record_sections(typed, show_missing=show_missing)
    errors = [row for section in sections for group in section.groups for row in group.rows if row.error]
    context = {"company": found, "sections": sections, "errors": errors, **said}
    return render(request, "companies/record.html", context, status=status)


@require_POST
def archive(request: HttpRequest, pk: int) -> HttpResponse:
    _demand(may_keep_companies(request.user))
    found = get_object_or_404(Company, pk=pk)
    if archive_company(found, by=request.user):
        messages.info(request, _("已停用“%(name)s”：新的承诺书不再选用，已有的承诺书不变。") % {"name": found.name})
    return redirect("companies")


@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    _demand(may_keep_companies(request.user))
    found = get_object_or_404(Company, pk=pk)
    restore_company(found, by=request.user)
    messages.success(request, _("已恢复使用。"))
    return redirect(found)


def _demand(allowed: bool) -> None:
    if not allowed:
        raise PermissionDenied
