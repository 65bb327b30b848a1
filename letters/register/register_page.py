"""The register of issued letters: listed, filtered, printed, and taken along as a spreadsheet."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Min, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from letters.actions.expire import REMIND_DAYS
from letters.definitions.catalogue import letter_definitions
from letters.models import Letter
from letters.permissions import may_see_register
from letters.register.register_filter import ORDERS, RegisterFilter, registered
from letters.register.register_sheet import register_sheet, status_words
from letters.workflow import NUMBERED, Status

PAGE_SIZE, PRINTED_SIZE = 25, 2_000
MOST_COMPANIES = 300
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Summary:
    """What there is to choose from, and how many are wanted: one query."""

    companies: list[str]
    years: list[int]
    total: int
    count: int


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    _demand_register(request)
    chosen, letters = RegisterFilter.from_query(request.GET), registered(request.user)
    summary = _summary(letters, chosen.wanted)
    printing = "all" in request.GET
    found = chosen.apply(letters).select_related("approved_by").defer("answers")
    pages = Counted(found, PRINTED_SIZE if printing else PAGE_SIZE, count=summary.count)
    context = {
        "chosen": chosen,
        "summary": summary,
        "page": pages.get_page(request.GET.get("page")),
        "printing": printing,
        "today": timezone.localdate(),
        "statuses": [(status.value, status_words(status)) for status in Status if status in NUMBERED],
        "definitions": letter_definitions().values(),
        "orders": ORDERS,
        "soon_days": REMIND_DAYS,
    }
    return render(request, "register/register.html", context)


@require_safe
def register_file(request: HttpRequest) -> HttpResponse:
    """The same letters as the list of the same address, all of them."""
    _demand_register(request)
    chosen = RegisterFilter.from_query(request.GET)
    found = chosen.apply(registered(request.user)).select_related("approved_by", "issued_by").defer("answers")
    name = f"承诺书登记册-{timezone.localdate().isoformat()}.xlsx"
    headers = {"Content-Disposition": content_disposition_header(True, name)}
    return HttpResponse(register_sheet(found.iterator()), content_type=XLSX, headers=headers)


class Counted(Paginator):
    """Pages of what has been counted already."""

    def __init__(self, found: QuerySet, per_page: int, *, count: int):
        super().__init__(found, per_page)
        self._count = count

    @cached_property
    def count(self) -> int:
        return self._count


def _summary(letters: QuerySet[Letter], wanted: Q) -> Summary:
    rows = list(
        letters.order_by("company_key", "company")
        .values("company_key", "company")
        .annotate(total=Count("pk"), count=Count("pk", filter=wanted), first=Min("approved_at"))
    )
    this_year = timezone.localdate().year
    first = min((timezone.localdate(row["first"]).year for row in rows), default=this_year)
    return Summary(
        companies=[row["company"] for row in rows] if len(rows) <= MOST_COMPANIES else [],
        years=list(range(this_year, first - 1, -1)),
        total=sum(row["total"] for row in rows),
        count=sum(row["count"] for row in rows),
    )


def _demand_register(request: HttpRequest) -> None:
    if not may_see_register(request.user):
        raise PermissionDenied
