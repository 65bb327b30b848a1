"""A list by pages of which the first, the one that nearly everybody looks at, takes one query instead of two."""

from django.core.paginator import Page, Paginator
from django.db.models import Func, IntegerField, QuerySet, Subquery

PAGE_SIZE = 25


def is_first(number: str | None) -> bool:
    return number in (None, "", "1")


def page_of(found: QuerySet, number: str | None) -> Page:
    """The first page brings the count along; the others, and numbers that are none, go Django's way."""
    paginator = Paginator(found, PAGE_SIZE)
    if not is_first(number):
        return paginator.get_page(number)
    total = found.order_by().values(total=Func("pk", function="COUNT", output_field=IntegerField()))
    first = list(found.annotate(total=Subquery(total))[:PAGE_SIZE])
    paginator.count = first[0].total if first else 0
    return Page(first, 1, paginator)
