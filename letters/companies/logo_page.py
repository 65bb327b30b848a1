"""A company's logo: looked at, uploaded, taken off again; 商务版式 prints it on top of the company's letters."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from letters.models import Company
from letters.models.artefact import file_path
from letters.models.companies import ChangeRefused, change_logo
from letters.models.files import keep_file
from letters.permissions import may_keep_companies, may_see_companies
from letters.web.doors import page_and_form
from letters.writers.logo import MOST_BYTES, LogoRefused, read_logo

CONFLICT, UNPROCESSABLE = 409, 422


@page_and_form
def logo(request: HttpRequest, pk: int) -> HttpResponse:
    found = _kept_company(request, pk)
    if request.method != "POST":
        return _page(request, found)
    try:
        change_logo(found, keep_file(_sent(request.FILES.get("logo"))), by=request.user)
    except LogoRefused as refused:
        return _page(request, found, status=UNPROCESSABLE, refused=str(refused))
    except ChangeRefused as refused:
        return _page(request, refused.current, status=CONFLICT, refused=_changed(refused.current))
    messages.success(request, _("已换上标志。还没有签发的承诺书，用商务版式下载时印在页首。"))
    return redirect("company_logo", found.pk)


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    found = _kept_company(request, pk)
    try:
        change_logo(found, "", by=request.user)
    except ChangeRefused as refused:
        return _page(request, refused.current, status=CONFLICT, refused=_changed(refused.current))
    messages.success(request, _("已去掉标志。已签发的承诺书不变。"))
    return redirect("company_logo", found.pk)


@require_safe
def picture(request: HttpRequest, pk: int) -> HttpResponse:
    if not may_see_companies(request.user):
        raise PermissionDenied
    found = get_object_or_404(Company, pk=pk)
    if not found.logo:
        raise Http404
    return HttpResponse(file_path(found.logo).read_bytes(), content_type="image/png")


def _kept_company(request: HttpRequest, pk: int) -> Company:
    if not may_keep_companies(request.user):
        raise PermissionDenied
    return get_object_or_404(Company, pk=pk)


def _sent(file: UploadedFile | None) -> bytes:
    """No more is read than a logo may have."""
    if file is None:
        raise LogoRefused(_("先选择图片，再上传。"))
    return read_logo(file.read(MOST_BYTES + 1)).png


def _changed(current: Company) -> str:
    if current.archived_at:
        return _("没有改动：单位已停用，恢复使用后才能修改。")
    return _("没有改动：有人刚刚保存了这个单位的资料。再操作一次。")


def _page(request: HttpRequest, found: Company, *, status: int = 200, refused: str = "") -> HttpResponse:
    return render(request, "companies/logo.html", {"company": found, "refused": refused}, status=status)
