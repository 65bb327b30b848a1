"""The letter beside the form in a real browser, from the end of the pause until it is shown, and an empty request."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from socketserver import ThreadingMixIn
from statistics import median
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from django.core.wsgi import get_wsgi_application
from playwright.sync_api import Page, sync_playwright

from benchmarks.measure import report
from benchmarks.site import site
from letters.definitions.catalogue import letter_definition
from letters.management.static_files import collect_static
from letters.models.drafting import start_letter
from tests.answers import example_answers

ROUNDS = 30
LETTER, STEP, FIELD = "osp-1", "team", "training_per_quarter"
# What the script of the page waits for before it asks: static/js/preview.js.
PAUSE = 300
TYPE = """([key, typed]) => new Promise((done) => {
  const shown = new MutationObserver(() => { shown.disconnect(); done(performance.now() - begun); });
  shown.observe(document.querySelector("#paper .paper"), { childList: true });
  const field = document.getElementById(`id_${key}`);
  field.value = typed;
  const begun = performance.now();
  field.dispatchEvent(new Event("input", { bubbles: true }));
})"""
EMPTY = """async () => {
  const begun = performance.now();
  await (await fetch("/healthz")).text();
  return performance.now() - begun;
}"""
# Playwright keeps an event loop in this thread, which Django would take for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Silent(WSGIRequestHandler):
    def log_message(self, *said) -> None:
        pass


@contextmanager
def listening() -> Iterator[str]:
    """The whole application on a port of its own; connections to the site's database are each thread's own."""
    collect_static()
    with make_server("127.0.0.1", 0, get_wsgi_application(), Server, Silent) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@contextmanager
def chromium(url: str, session: str) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        context = browser.new_context(base_url=url)
        context.add_cookies([{"name": "sessionid", "value": session, "url": url}])
        yield context.new_page()
        browser.close()


def main() -> None:
    with site() as (client, user), listening() as url:
        letter = start_letter(letter_definition(LETTER), by=user, answers=example_answers(LETTER))
        with chromium(url, client.cookies["sessionid"].value) as page:
            page.goto(f"/letters/{letter.pk}/fill/{STEP}/")
            empty, shown = [], []
            for round_ in range(ROUNDS):
                empty.append(page.evaluate(EMPTY))
                shown.append(page.evaluate(TYPE, [FIELD, str(1 + round_ % 5)]) - PAUSE)
            page.goto("about:blank")
    print(f"preview: {LETTER}, step {STEP}, median of {ROUNDS} rounds in turn, without the pause of {PAUSE} ms")
    report({"an empty request": median(empty), "the letter is up to date": median(shown)}, "an empty request")
    print("  target: ≤ 150 ms on a quiet machine")


if __name__ == "__main__":
    main()
