"""Every address that answers with a page, as everybody it answers to: the gate in Chinese, and the same in English.

Addresses come from the resolver and who may open them from the table of the permissions, so that a new page is visited
by itself. A letter's page is shown in the state that has most to show; the letter's own page in every state. What says
the same to its author is not looked at twice: what is around it is seen with the reader's other pages.
"""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import Page

from tests.browser.english import STILL_CHINESE
from tests.browser.gate import OVERFLOWING, WIDTHS, faults
from tests.permissions import table
from tests.permissions.asking import Address, Asking, Cell, addresses, cells
from tests.permissions.world import ANONYMOUS, STRANGER, build_world
from tests.states import print_quickly

READERS = (ANONYMOUS, STRANGER, table.AUTHOR, table.LEGAL, table.AUDITOR, table.ADMINISTRATOR)
MOST_TO_SHOW = (None, table.SUBMITTED, table.RETURNED, table.ISSUED, table.APPROVED, table.DRAFT)
PARTS = {"letters": "letters/<int:pk>/", "library": "library/", "administration": "admin/", "the rest": ""}
# Only asked for by scripts.
OK = 200
NO_PAGE = {"session", "healthz", "preview"}
TOKEN = re.compile(rb"csrfmiddlewaretoken\S+ value=\S+")
MAIN = re.compile(rb"<main.*</main>", re.DOTALL)


@pytest.fixture
def asking(monkeypatch, transactional_db) -> Asking:
    print_quickly(monkeypatch)
    return Asking(build_world())


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("reader", READERS)
def test_every_page(visit, live_server, asking, reader, part, language):
    """ux 42, 43, 44, 45"""
    shown = [path for address in addresses() if part == part_of(address) for path in paths(asking, address, reader)]
    if not shown:
        pytest.skip("Nothing there for this reader.")
    page = visit()
    cookies = {"sessionid": asking.world.sessions.get(reader), "django_language": language}
    given = [{"name": name, "value": value, "url": live_server.url} for name, value in cookies.items() if value]
    page.context.add_cookies(given)
    assert [f"{path}: {fault}" for path in shown for fault in seen(page, path, part, language)] == []


def part_of(address: Address) -> str:
    return next(part for part, start in PARTS.items() if address.route.startswith(start))


def paths(asking: Asking, address: Address, reader: str) -> list[str]:
    """Where this reader is shown a page."""
    if address.name in NO_PAGE or "GET" not in table.BY_ADDRESS[address.name]:
        return []
    shown = {cell.state: cell for cell in cells(address, (reader,), ("GET",)) if is_own_page(asking, cell)}
    if address.name == "letter":
        return [asking.path(cell) for cell in shown.values()]
    return [asking.path(shown[state]) for state in MOST_TO_SHOW if state in shown][:1]


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


def seen(page: Page, path: str, part: str, language: str) -> list[str]:
    """Looks and words of Django's administration are Django's; its errors and requests are watched like any other's."""
    page.set_viewport_size({"width": WIDTHS[0], "height": 800})
    page.goto(path)
    if part == "administration":
        return []
    return in_english(page) if language == "en" else faults(page)


def in_english(page: Page) -> list[str]:
    """No Chinese but what is marked as such, and room for the longer words."""
    found = [f"still Chinese: {words}" for words in page.evaluate(STILL_CHINESE)]
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found += [f"sideways at {width}: {part}" for part in page.evaluate(OVERFLOWING)]
    return found
