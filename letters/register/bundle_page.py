"""The chosen letters of the register as one file to take along."""

from tempfile import TemporaryFile

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from letters.models import Letter
from letters.permissions import may_see_register
from letters.register.bundle import MOST_LETTERS, BundleRefused, write_bundle
from letters.register.one_letter import UNPROCESSABLE
from letters.register.register_filter import registered
from letters.writers.filenames import letter_filename

LONGEST_KEY = 18  # digits: what a key of any of our databases has at most
ORDER = ("company_key", "company", "approved_at", "pk")


@require_safe
def bundle(request: HttpRequest) -> HttpResponse:
    """All that was chosen or nothing: who opens a bundle takes it for complete."""
    if not may_see_register(request.user):
        raise PermissionDenied
    try:
        letters = _chosen(request)
        file = _packed(letters)
    except BundleRefused as refused:
        return render(request, "register/not_packed.html", {"reason": str(refused)}, status=UNPROCESSABLE)
    return FileResponse(file, as_attachment=True, filename=_name(letters), content_type="application/zip")


def _chosen(request: HttpRequest) -> list[Letter]:
    sent = set(request.GET.getlist("letter"))
    if not sent:
        raise BundleRefused(_("还没有选承诺书。回到登记册，勾选要打包的，再下载。"))
    if len(sent) > MOST_LETTERS:
        words = _("一次最多打包 %(most)d 份，选了 %(count)d 份。去掉一些，分几次下载。")
        raise BundleRefused(words % {"most": MOST_LETTERS, "count": len(sent)})
    keys = [key for key in sent if key.isascii() and key.isdecimal() and len(key) <= LONGEST_KEY]
    issued = registered(request.user).filter(pk__in=keys).exclude(issued_at=None)
    found = list(issued.defer("answers").prefetch_related("artefacts").order_by(*ORDER))
    if len(found) != len(sent):
        words = _("选中的承诺书里有 %(count)d 份还没有签发，或者不在您能看到的登记册里。回到登记册，重新勾选。")
        raise BundleRefused(words % {"count": len(sent) - len(found)})
    return found


def _packed(letters: list[Letter]):
    """On the disk, so that fifty letters at once fill no memory; gone when the answer has been sent."""
    file = TemporaryFile()  # noqa: SIM115 (the answer closes it)
    try:
        write_bundle(letters, file)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return file


def _name(letters: list[Letter]) -> str:
    companies = {letter.company for letter in letters}
    company = companies.pop() if len(companies) == 1 else ""
    return letter_filename(f"承诺书{len(letters)}份", company, "", timezone.localdate(), "zip")
