"""On paper: what was read, and nothing that can only be pressed."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from letters.actions.comment import add_comment
from letters.actions.return_ import return_letter
from letters.models import Letter
from letters.models.drafting import save_answers
from tests.states import handed_in, reread, submitted

TO_PRESS = "button:visible, input:visible, select:visible, textarea:visible, [class^=button-]:visible, nav:visible"
A4 = {"width": 794, "height": 1123}


def twice_read(owner, reviewer) -> Letter:
    letter = submitted(owner, "cip-2", incident_report_hours="72")
    add_comment(letter, by=reviewer, revision=1, text="按四小时改。", block=18)
    return_letter(letter, by=reviewer, revision=1, note="见意见。")
    letter = reread(letter)
    save_answers(letter, {"incident_report_hours": "4"}, by=owner, version=letter.version)
    handed_in(reread(letter))
    return letter


def printed(page: Page, address: str) -> str:
    """The words that stay; afterwards the page is as it would be printed."""
    page.goto(address)
    page.emulate_media(media="print")
    page.set_viewport_size(A4)
    return page.locator("body").inner_text()


@pytest.fixture
def letter(chenjing, lintao) -> Letter:
    return twice_read(chenjing, lintao)


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("address", "stays"),
    [
        ("/letters/{}/", ("特此承诺",)),
        ("/letters/{}/preview/", ("特此承诺",)),
        ("/letters/{}/promises/", ("向监管部门报告事件", "4小时内", "第四条", "事件报告回执")),
        ("/letters/{}/review/", ("特此承诺", "按四小时改。", "见意见。", "向监管部门报告时限")),
        ("/letters/{}/compare/2/1/", ("特此承诺", "处改动")),
    ],
    ids=["letter", "preview", "promises", "review", "comparison"],
)
def test_what_was_read_is_printed_and_nothing_to_press(visit, lintao, letter, color_scheme, address, stays):
    """ux 28, 44"""
    page = visit(lintao, color_scheme=color_scheme)
    words = printed(page, address.format(letter.pk))
    assert not [said for said in stays if said not in words]
    assert "工作台" not in words
    assert page.locator(TO_PRESS).count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= A4["width"]


@pytest.fixture
def inks(visit, lintao, letter) -> Callable[[str], set[str]]:
    """Colours of the words that are printed."""
    page = visit(lintao, color_scheme="dark")

    def of(address: str) -> set[str]:
        printed(page, address.format(letter.pk))
        return set(
            page.evaluate("""() => [...document.querySelectorAll("main *")]
          .filter((node) => node.checkVisibility() && [...node.childNodes].some((part) => part.data?.trim()))
          .map((node) => getComputedStyle(node).color)""")
        )

    return of


@pytest.mark.parametrize(
    "address", ["/letters/{}/", "/letters/{}/review/", "/letters/{}/compare/2/1/", "/register/?all=1"]
)
def test_in_the_dark_too_it_is_printed_in_dark_ink(inks, address):
    """ux 43, 44"""
    assert not [ink for ink in inks(address) if sum(map(float, ink.strip("rgba()").split(",")[:3])) > 3 * 160]
