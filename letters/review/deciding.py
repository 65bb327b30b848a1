"""Legal decides: a page that says what follows, then the act itself. The author takes a letter back."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from letters.actions.approve import approve_letter
from letters.actions.comment import LONGEST_COMMENT
from letters.actions.return_ import return_letter
from letters.actions.turn import require, require_latest
from letters.actions.withdraw import withdraw_letter
from letters.models import Comment, Decision, Letter, Revision
from letters.models.family import needs_second_approver
from letters.permissions import LEGAL
from letters.review.findings import FindingRow, finding_rows
from letters.review.opening import open_letter
from letters.web.doors import page_and_form
from letters.web.passwords import confirms
from letters.web.throttling import TooMany
from letters.web.typed_numbers import typed_number
from letters.web.written import fault_in, written
from letters.workflow import Action, Status


@dataclass(frozen=True)
class Faults:
    """What keeps the act from being done, by place on the page."""

    unseen: tuple[FindingRow, ...] = ()
    password: str = ""
    note: str = ""

    def __bool__(self) -> bool:
        return bool(self.unseen or self.password or self.note)


@page_and_form
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    letter, revision = _to_decide(request, pk, Action.APPROVE)
    sent = request.POST if request.method == "POST" else request.GET
    seen = sent.getlist("seen")
    if request.method != "POST":
        return _approve_page(request, letter, revision, seen, Faults())
    unseen = tuple(row for row in finding_rows(revision, seen) if row.blocks and not row.seen)
    faults = Faults(unseen=unseen, password=_password_fault(request))
    if faults:
        return _approve_page(request, letter, revision, seen, faults)
    decided = approve_letter(letter, by=request.user, revision=revision.number, seen=seen)
    if decided.status == Status.SUBMITTED:
        messages.success(request, _("您的批准已记录，还需另一位审核人批准。"))
        return redirect("review", pk)
    messages.success(request, _("已批准，编号 %(number)s。") % {"number": decided.number})
    return redirect(letter)


@page_and_form
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    letter, revision = _to_decide(request, pk, Action.RETURN)
    if request.method != "POST":
        return _return_page(request, letter, revision, "", Faults())
    note = written(request.POST, "note")
    faults = Faults(note=_note_fault(note, revision))
    if faults:
        return _return_page(request, letter, revision, note, faults)
    return_letter(letter, by=request.user, revision=revision.number, note=note)
    messages.success(request, _("已退回修改，起草人会收到通知。"))
    return redirect(letter)


@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    letter = open_letter(request, pk)
    withdraw_letter(letter, by=request.user)
    messages.success(request, _("已撤回，可以修改后重新提交。"))
    return redirect(letter)


def _to_decide(request: HttpRequest, pk: int, action: Action) -> tuple[Letter, Revision]:
    """The letter and the revision that was read; refused at once when it was decided or replaced meanwhile."""
    letter = open_letter(request, pk)
    require(action, letter, request.user)
    sent = request.POST if request.method == "POST" else request.GET
    number = typed_number(sent, "revision") if "revision" in sent else letter.revisions.count()
    return letter, require_latest(letter, number)


def _password_fault(request: HttpRequest) -> str:
    password = request.POST.get("password", "")
    if not password:
        return _("填写您的登录密码。")
    try:
        return "" if confirms(request.user, password) else _("密码不对，再填一次。")
    except TooMany as refused:
        return refused.said


def _note_fault(note: str, revision: Revision) -> str:
    if not note and not legal_comments(revision):
        return _("退回前写一条意见，说明要改什么。")
    return fault_in(note, LONGEST_COMMENT)


def legal_comments(revision: Revision) -> int:
    return revision.comments.filter(parent=None, by__groups__name=LEGAL).count()


def _approve_page(
    request: HttpRequest, letter: Letter, revision: Revision, seen: list[str], faults: Faults
) -> HttpResponse:
    first = Decision.objects.filter(revision=revision, outcome=Decision.Outcome.APPROVED).select_related("by").first()
    context = {
        "letter": letter,
        "revision": revision,
        "findings": [row for row in finding_rows(revision, seen) if row.blocks],
        "open": _open_comments(letter),
        "first": first,
        "is_own_first": first is not None and first.by_id == request.user.pk,
        "needs_second": first is None and needs_second_approver(letter.definition.pack),
        "faults": faults,
    }
    return render(request, "review/approve.html", context, status=422 if faults else 200)


def _return_page(request: HttpRequest, letter: Letter, revision: Revision, note: str, faults: Faults) -> HttpResponse:
    context = {
        "letter": letter,
        "revision": revision,
        "comments": legal_comments(revision),
        "open": _open_comments(letter),
        "note": note,
        "faults": faults,
    }
    return render(request, "review/return.html", context, status=422 if faults else 200)


def _open_comments(letter: Letter) -> int:
    return Comment.objects.filter(revision__letter=letter, parent=None, resolved_at=None).count()
