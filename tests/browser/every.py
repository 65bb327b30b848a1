"""Which pages there are for whom: addresses from the resolver, readers from the table of the permissions.

A letter's page is shown in the state that has most to show; the letter's own page in every state. What says the same to
the letters' author is that page and not another.
"""

import re
from dataclasses import replace

from playwright.sync_api import Page

from tests.permissions import table
from tests.permissions.asking import Address, Asking, Cell, addresses, cells

MOST_TO_SHOW = (None, table.SUBMITTED, table.RETURNED, table.ISSUED, table.APPROVED, table.DRAFT)
PARTS = {"letters": "letters/<int:pk>/", "library": "library/", "administration": "admin/", "the rest": ""}
# Only asked for by scripts.
NO_PAGE = {"session", "healthz", "preview"}
OK = 200
TOKEN = re.compile(rb"csrfmiddlewaretoken\S+ value=\S+")
MAIN = re.compile(rb"<main.*</main>", re.DOTALL)


def paths(asking: Asking, reader: str, part: str) -> list[str]:
    """Where this reader is shown a page."""
    mine = (address for address in addresses() if part_of(address) == part)
    return [path for address in mine for path in _paths(asking, address, reader)]


def _paths(asking: Asking, address: Address, reader: str) -> list[str]:
    if address.name in NO_PAGE or "GET" not in table.BY_ADDRESS[address.name]:
        return []
    shown = {cell.state: cell for cell in cells(address, (reader,), ("GET",)) if is_own_page(asking, cell)}
    if address.name == "letter":
        return [asking.path(cell) for cell in shown.values()]
    return [asking.path(shown[state]) for state in MOST_TO_SHOW if state in shown][:1]


def part_of(address: Address) -> str:
    return next(part for part, start in PARTS.items() if address.route.startswith(start))


def is_own_page(asking: Asking, cell: Cell) -> bool:
    """One that is not word for word what the author of the letters is shown there."""
    by_author = replace(cell, actor=table.AUTHOR)
    said = said_to(asking, cell)
    return bool(said) and (cell == by_author or said != said_to(asking, by_author))


def said_to(asking: Asking, cell: Cell) -> bytes:
    """What is between header and footer, with nothing that is made anew for each page; empty when there is no page."""
    response = asking.ask(cell).response if asking.verdict(cell).is_open else None
    if not response or response.status_code != OK or not response.headers["Content-Type"].startswith("text/html"):
        return b""
    return TOKEN.sub(b"", MAIN.search(response.content)[0])


def as_reader(page: Page, asking: Asking, reader: str, url: str, language: str = "zh-hans") -> Page:
    """Signed in as this reader of the world, where the reader is somebody."""
    cookies = {"sessionid": asking.world.sessions.get(reader), "django_language": language}
    page.context.add_cookies([{"name": name, "value": value, "url": url} for name, value in cookies.items() if value])
    return page
