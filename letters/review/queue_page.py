"""What waits for legal: letters to be reviewed, the oldest first, and approved ones to be issued."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from letters.models import Decision, Letter, Revision
from letters.permissions import may_see_queue
from letters.workflow import Status

PAGE_SIZE = 25


@dataclass(frozen=True)
class Waiting:
    """`blocking` counts findings that want a reason, `first` is the first of two approvals."""

    letter: Letter
    revision: Revision
    blocking: int
    is_own: bool
    first: Decision | None


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    if not may_see_queue(request.user):
        raise PermissionDenied
    is_approved = request.GET.get("state") == Status.APPROVED
    letters = Letter.objects.kept()
    to_review, to_issue = letters.filter(status=Status.SUBMITTED), letters.filter(status=Status.APPROVED)
    page = Paginator(_oldest_first(to_issue if is_approved else to_review), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "is_approved": is_approved,
        "page": page,
        "rows": _rows(request, page.object_list),
        "to_review": to_review.count(),
        "to_issue": to_issue.count(),
        "query": "state=approved" if is_approved else "",
    }
    return render(request, "review/queue.html", context)


def _oldest_first(letters: QuerySet[Letter]) -> QuerySet[Letter]:
    latest = Revision.objects.filter(letter=OuterRef("pk")).order_by("-number")
    is_open = Q(revisions__comments__parent=None, revisions__comments__resolved_at=None)
    annotated = letters.annotate(
        latest=Subquery(latest.values("pk")[:1]),
        handed_in=Subquery(latest.values("submitted_at")[:1]),
        open_comments=Count("revisions__comments", filter=is_open),
    )
    return annotated.select_related("owner").defer("answers").order_by(F("handed_in").asc(), "pk")


def _rows(request: HttpRequest, letters: list[Letter]) -> list[Waiting]:
    pks = [letter.latest for letter in letters]
    found = Revision.objects.filter(pk__in=pks).select_related("submitted_by")
    revisions = {each.pk: each for each in found.only("number", "submitted_at", "submitted_by", "findings")}
    approved = Decision.objects.filter(revision__in=pks, is_final=False).select_related("by")
    first = {decision.revision_id: decision for decision in approved}
    return [
        Waiting(
            letter,
            revisions[letter.latest],
            len(revisions[letter.latest].blocking),
            letter.owner_id == request.user.pk,
            first.get(letter.latest),
        )
        for letter in letters
    ]
