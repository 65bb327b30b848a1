"""A real browser at the test server: one Chromium per worker, and every page of every test is watched."""

import os
import shutil
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import BrowserContext, Page, expect

from config import env
from tests.browser.watch import Watch
from tests.permissions.asking import Asking
from tests.permissions.world import build_world
from tests.states import print_quickly

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ABSENT = "No Chromium on this machine: install chromium to run the tests in a real browser."
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 10_000

# Playwright keeps an event loop in the test's own thread, which Django would take for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items):
    here = [item for item in items if Path(__file__).parent in item.path.parents]
    for item in here:
        item.add_marker(pytest.mark.browser)
        # A crowded machine can starve a browser beyond any patience; what was run twice is named in the summary.
        item.add_marker(pytest.mark.flaky(reruns=1))
        if not CHROMIUM and not env.boolean("NUOCHENG_REQUIRE_BROWSER"):
            item.add_marker(pytest.mark.skip(reason=ABSENT))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    if not CHROMIUM:
        pytest.fail(ABSENT)
    return browser_type_launch_args | {"executable_path": CHROMIUM, "args": [*SWITCHES]}


@pytest.fixture
def expected_errors():
    """Parts of console messages and faults that a test brings about on purpose."""
    return []


@pytest.fixture
def asking(monkeypatch, transactional_db) -> Asking:
    """The people and letters of the permissions, to be visited as any of them (every.py)."""
    print_quickly(monkeypatch)
    return Asking(build_world())


@pytest.fixture
def visit(browser, live_server, expected_errors):
    """A page for somebody, or for nobody; when the test is over, nothing may have gone wrong on any page."""
    watches = []

    def open_page(user=None, **options) -> Page:
        context = browser.new_context(base_url=live_server.url, locale="zh-CN", **options)
        context.set_default_timeout(PATIENCE)
        watches.append(Watch(context, live_server.url))
        if user:
            sign_in(context, user, live_server.url)
        return context.new_page()

    yield open_page
    for watch in watches:
        watch.context.close()
    faults = [fault for watch in watches for fault in watch.faults]
    assert not [fault for fault in faults if not any(part in fault for part in expected_errors)]


def sign_in(context: BrowserContext, user, url: str) -> None:
    client = Client()
    client.force_login(user)
    value = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": value, "url": url, "httpOnly": True, "sameSite": "Lax"}])
