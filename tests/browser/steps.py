"""The page of one step as a person uses it: answering its questions, reading its status and its paper."""

import re

from playwright.sync_api import Locator, Page, Route

from letters.definitions.schema import LetterDefinition
from letters.journey import Journey
from letters.models import Letter
from letters.questions.answers import Typed
from tests.wizard.pages import fill_url

MOST_FRAMES = 500
SAVED = re.compile(r"^已保存 \d\d:\d\d$")


def next_frames(page: Page) -> None:
    """Lets the page do what it is about to do; two frames are shown meanwhile."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


class Held:
    """Requests that go no further until a test lets them."""

    def __init__(self, page: Page, url: str):
        self.page = page
        self.routes: list[Route] = []
        page.route(url, lambda route: self.routes.append(route))

    def next(self) -> Route:
        for _ in range(MOST_FRAMES):
            if self.routes:
                return self.routes.pop(0)
            next_frames(self.page)
        raise AssertionError("no such request")


def step_page(page: Page, letter: Letter, step: str) -> Page:
    page.goto(fill_url(letter, step))
    return page


def field(page: Page, key: str) -> Locator:
    return page.locator(f"#id_{key}")


def question(page: Page, key: str) -> Locator:
    return page.locator(f"[data-question='{key}']")


def status(page: Page) -> Locator:
    return page.locator(".save-status [role=status]")


def paper(page: Page) -> Locator:
    return page.locator("#paper")


def button(page: Page, words: str) -> Locator:
    return page.get_by_role("button", name=words, exact=True)


def card(page: Page, letter_id: str) -> Locator:
    """Where a letter of the library is offered."""
    return page.get_by_role("listitem").filter(has=page.locator(f"[href='/library/{letter_id}/']"))


def answer(page: Page, key: str, typed: Typed) -> None:
    """Types, ticks or chooses, whichever the question asks for; waits for a question that is still hidden."""
    asked = question(page, key)
    match asked.locator(f"[name='{key}']").first.get_attribute("type"), asked.locator("select").count():
        case "checkbox", _:
            for box in asked.get_by_role("checkbox").all():
                box.set_checked(box.get_attribute("value") in typed)
        case "radio", _:
            asked.locator(f"[value='{typed}']").check()
        case _, 1:
            field(page, key).select_option(typed)
        case _:
            field(page, key).fill(typed)


def answer_step(page: Page, definition: LetterDefinition, step: str, answers: dict[str, Typed]) -> None:
    for key in Journey(definition, answers).asked(step):
        answer(page, key, answers[key])
