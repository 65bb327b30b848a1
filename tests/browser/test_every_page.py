"""Every address that answers with a page, as everybody it answers to: the gate in Chinese, and the same in English.

What says the same to a letter's author is not looked at twice: what is around it is seen with the reader's other pages.
"""

import pytest
from playwright.sync_api import Page

from tests.browser.english import STILL_CHINESE
from tests.browser.every import PARTS, as_reader, paths
from tests.browser.gate import OVERFLOWING, WIDTHS, faults
from tests.permissions import table
from tests.permissions.world import ANONYMOUS, STRANGER

READERS = (ANONYMOUS, STRANGER, table.AUTHOR, table.LEGAL, table.AUDITOR, table.ADMINISTRATOR)


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("reader", READERS)
def test_every_page(visit, live_server, asking, reader, part, language):
    """ux 42, 43, 44, 45"""
    shown = paths(asking, reader, part)
    if not shown:
        pytest.skip("Nothing there for this reader.")
    page = as_reader(visit(), asking, reader, live_server.url, language)
    assert [f"{path}: {fault}" for path in shown for fault in seen(page, path, part, language)] == []


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
