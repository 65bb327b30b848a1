"""The page of the search: a few hits from every shelf, or all from one."""

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from letters.models.searching import as_typed, search_words
from letters.search.shelves import SHELVES, Hit, Shelf

SHOWN, MOST = 5, 100


@dataclass(frozen=True)
class Group:
    """`is_cut`: there is more than is shown."""

    shelf: Shelf
    hits: list[Hit]
    is_cut: bool


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    typed = as_typed(request.GET.get("q", ""))
    is_asked = bool(search_words(typed))
    within = next((shelf for shelf in SHELVES if shelf.key == request.GET.get("in")), None)
    shelves = ((within,) if within else SHELVES) if is_asked else ()
    looked = [_group(shelf, request.user, typed, MOST if within else SHOWN) for shelf in shelves]
    context = {
        "typed": typed,
        "is_asked": is_asked,
        "within": within,
        "groups": [group for group in looked if group.hits],
        "most": MOST,
    }
    return render(request, "search/search.html", context)


def _group(shelf: Shelf, user: AbstractBaseUser, typed: str, most: int) -> Group:
    """One more than is shown tells whether there is more, and spares counting."""
    hits = list(shelf.find(user, typed, most + 1))
    return Group(shelf, hits[:most], len(hits) > most)
