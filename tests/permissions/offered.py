"""What a page offers to press: its links and its buttons, as the addresses behind them."""

import re
from html import unescape

from django.urls import Resolver404, resolve

TAGS = re.compile(r"<(a|form|button)\b[^>]*>")
ATTRIBUTES = re.compile(r'([a-z-]+)="([^"]*)"')


def offered(page: str) -> set[tuple[str, str]]:
    """(method, path) of every link, form and button that stays on this site."""
    found = set()
    for tag in TAGS.finditer(page):
        named = dict(ATTRIBUTES.findall(tag[0]))
        method = named.get("method", "get").upper() if tag[1] == "form" else "GET"
        for attribute in ("href", "action", "formaction", "data-preview"):
            to = unescape(named.get(attribute, "")).partition("?")[0].partition("#")[0]
            if to.startswith("/") and not to.startswith("//"):
                found.add(("POST" if attribute in ("formaction", "data-preview") else method, to))
    return found


def behind(path: str) -> tuple[str, str, int | None] | None:
    """The address's name as the table has it, its route, and whose number stands in it; None for a file."""
    try:
        match = resolve(path)
    except Resolver404:
        return None
    name = ":".join([*match.namespaces, match.url_name]) if match.url_name else match.route
    return name, match.route, match.kwargs.get("pk")
