"""The review page, as everybody reads it who may see the letter."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from letters.review.opening import open_letter
from letters.review.review_page import Look, review_page


@require_safe
def review(request: HttpRequest, pk: int) -> HttpResponse:
    return review_page(request, open_letter(request, pk), Look.from_query(request.GET))
