"""Every form of every page is given hostile words: they stay words, nothing breaks, and a refusal says where and what.

The steps of the wizard are filled in by test_hostile.py, with more of such words.
"""

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.every import as_reader, paths
from tests.browser.gate import OVERFLOWING
from tests.permissions import table

HOSTILE = {
    "markup": '"><img src=x onerror=alert(1)><script>alert(1)</script>{{title}}${7*7}',
    "no break": "W" * 3_000,
}
TYPED = "input:is([type=text], [type=search], [type=email], [type=tel], [type=password], :not([type])), textarea"
SENT = "form => form.requestSubmit(form.querySelector('button:not([type=button]), input[type=submit]'))"
DESCRIBED_BY = "node => node.closest('[aria-describedby]')?.getAttribute('aria-describedby') ?? ''"
PUT_IN = "main :is(script, iframe, img[src=x])"
READERS = (table.AUTHOR, table.LEGAL)


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("reader", READERS)
def test_every_form(visit, live_server, asking, expected_errors, reader, words):
    """A dialog, an error of a script or a request for the image would fail the test, see watch.py. ux 19, 41"""
    expected_errors.append("status of 4")
    window = as_reader(visit(viewport={"width": 390, "height": 844}), asking, reader, live_server.url)
    asked = [path for part in ("letters", "the rest") for path in paths(asking, reader, part) if "/fill/" not in path]
    filled = [fill_in(window.context, path, place, words) for path in asked for place in places(window, path)]
    assert sum(filled) >= 9


def places(page: Page, path: str) -> range:
    page.goto(path)
    return range(forms(page).count())


def fill_in(context: BrowserContext, path: str, place: int, words: str) -> bool:
    """In a window of its own: leaving what is unsaved would be asked about. An earlier form may have led on."""
    with context.new_page() as page:
        page.goto(path)
        if place >= forms(page).count():
            return False
        send(forms(page).nth(place), words)
        unharmed(page, path)
    return True


def forms(page: Page) -> Locator:
    return page.locator("main form").filter(has=page.locator(TYPED).and_(page.locator(":visible")))


def send(form: Locator, words: str) -> None:
    for box in form.locator(TYPED).and_(form.page.locator(":visible")).all():
        box.fill(words)
    with form.page.expect_navigation():
        form.evaluate(SENT)


def unharmed(page: Page, path: str) -> None:
    """Whatever the answer: the page is whole, and a summary of faults leads to each field in the words that stand there."""
    assert page.evaluate(OVERFLOWING) == [], path
    assert page.locator(PUT_IN).count() == 0, path
    if page.locator(".error-summary").count():
        expect(page.locator(".error-summary")).to_be_focused()
        assert page.title().startswith("错误："), path
        for link in page.locator(".error-summary a").all():
            target = page.locator(link.get_attribute("href"))
            expect(target).to_have_count(1)
            said = [page.locator(f"#{part}").inner_text() for part in target.evaluate(DESCRIBED_BY).split()]
            assert [text for text in said if link.inner_text() in text], (path, link.inner_text(), said)
