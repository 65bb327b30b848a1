"""The watch over every page of every browser test sees what may happen on none."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.watch import Watch

# The port of discard: nobody answers there.
ELSEWHERE = "http://127.0.0.1:9/"


@pytest.fixture
def watch(browser, live_server) -> Iterator[Watch]:
    context = browser.new_context(base_url=live_server.url)
    yield Watch(context, live_server.url)
    context.close()


@pytest.fixture
def page(watch, db) -> Page:
    page = watch.context.new_page()
    page.goto("/account/login/")
    assert watch.faults == []
    return page


def test_a_request_to_another_host_is_a_fault(watch, page):
    """ux 46"""
    page.goto("about:blank")
    page.evaluate("(address) => fetch(address).catch(() => {})", ELSEWHERE)
    assert f"request to another host: {ELSEWHERE}" in watch.faults


@pytest.mark.parametrize(
    "attempt",
    [
        "fetch(address).catch(() => {})",
        "new Image().src = address",
        "document.head.append(Object.assign(document.createElement('script'), { src: address }))",
        "document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address }))",
    ],
)
def test_what_a_page_tries_itself_does_not_even_leave(watch, page, attempt):
    """ux 46"""
    with page.expect_console_message():
        page.evaluate(f"(address) => {{ {attempt} }}", ELSEWHERE)
    assert any("Content Security Policy" in fault and "has been blocked" in fault for fault in watch.faults)


@pytest.mark.parametrize("words", ["console.error('x')", "console.warn('x')", "setTimeout(() => { throw Error('x') })"])
def test_an_error_of_a_script_is_a_fault(watch, page, words):
    with page.context.expect_event("weberror" if "throw" in words else "console"):
        page.evaluate(f"() => {{ {words} }}")
    assert len(watch.faults) == 1


def test_a_dialog_is_a_fault(watch, page):
    page.evaluate("() => alert('x')")
    assert watch.faults == ["dialog alert: x"]
