"""Issuing an approved letter: its dates, what follows, and one clear page when it cannot be done."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from letters.actions.issue import DatesRefused, issue_letter
from letters.actions.lay_out import layout_of
from letters.actions.turn import require
from letters.models import Letter
from letters.models.verification import is_out_of_reach
from letters.register.issue_dates import IssueForm
from letters.register.one_letter import UNPROCESSABLE, not_done, opened
from letters.web.layouts import layout_words
from letters.workflow import Action
from letters.writers.bounds import DocumentTooLong
from letters.writers.formats import CharactersMissing
from letters.writers.pdf_faults import PdfUnavailable


@require_http_methods(["GET", "HEAD", "POST"])
def issue(request: HttpRequest, pk: int) -> HttpResponse:
    """Whoever comes second is told by RefusalMiddleware who was first."""
    letter = opened(request, pk)
    require(Action.ISSUE, letter, request.user)
    if request.method == "POST":
        return _issue(request, letter)
    return _page(request, letter, IssueForm(letter.approved_revision))


def _issue(request: HttpRequest, letter: Letter) -> HttpResponse:
    form = IssueForm(letter.approved_revision, request.POST)
    if form.answers.faults:
        return _page(request, letter, form, status=UNPROCESSABLE)
    try:
        issued = issue_letter(letter, by=request.user, dates=form.dates)
    except DatesRefused as refused:
        return _page(request, letter, form, status=UNPROCESSABLE, refused=str(refused))
    except (CharactersMissing, DocumentTooLong, PdfUnavailable) as refused:
        return not_done(request, letter, _("没有签发：文件没有生成"), refused, status=UNPROCESSABLE)
    messages.success(request, _("已签发，编号 %(number)s。PDF 和 Word 已存好，可以下载。") % {"number": issued.number})
    return redirect(issued)


def _page(
    request: HttpRequest, letter: Letter, form: IssueForm, *, status: int = 200, refused: str = ""
) -> HttpResponse:
    rows = form.rows
    context = {
        "letter": letter,
        "fixed": [(question.label, question.show(day) if day else "") for question, day in form.fixed],
        "rows": rows,
        "errors": [row for row in rows if row.error],
        "refused": refused,
        "layout": layout_words(layout_of(letter)),
        "earlier": letter.supersedes,
        "out_of_reach": settings.NUOCHENG_VERIFY and is_out_of_reach(),
        "site": settings.NUOCHENG_URL,
    }
    return render(request, "register/issue.html", context, status=status)
