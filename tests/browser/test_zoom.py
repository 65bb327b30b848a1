"""Enlarged four times, and with the text spaced out: nothing is cut off, covered or out of reach."""

import pytest

from tests.browser.gate import OVERFLOWING
from tests.states import finished, submitted

# 1280 × 1024 at 400 %: what WCAG 1.4.10 speaks of.
ENLARGED = {"width": 320, "height": 256}
SPACED_OUT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
CUT_OFF = """() => [...document.querySelectorAll("main *, header *")]
  .filter((node) => node.checkVisibility() && getComputedStyle(node).clipPath === "none")
  .filter((node) => ["hidden", "clip"].includes(getComputedStyle(node).overflowX) && !node.matches("progress"))
  .filter((node) => getComputedStyle(node).textOverflow !== "ellipsis")
  .filter((node) => node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1)
  .map((node) => node.outerHTML.slice(0, 120))"""
# What stays while one scrolls must leave room for what is read.
STUCK = """() => {
  scrollTo(0, document.body.scrollHeight / 2);
  return [...document.querySelectorAll("body *")]
    .filter((node) => ["sticky", "fixed"].includes(getComputedStyle(node).position) && node.checkVisibility())
    .map((node) => node.getBoundingClientRect())
    .filter(({ top, bottom, height }) => bottom > 0 && top < innerHeight && height > innerHeight / 3).length;
}"""
PAGES = {
    "the desk": "/",
    "the search": "/search/?q=保护",
    "the library": "/library/",
    "a letter of the library": "/library/cip-2/",
    "a statute": "/library/law/pipl/",
    "the register": "/register/",
    "the help": "/help/",
    "a letter": "/letters/{waiting}/",
    "its review": "/letters/{waiting}/review/",
    "its history": "/letters/{waiting}/history/",
    "the check page": "/letters/{draft}/check/",
    "a step": "/letters/{draft}/fill/parties/",
}


@pytest.fixture
def letters(chenjing) -> dict[str, int]:
    return {"draft": finished(chenjing, "cip-2").pk, "waiting": submitted(chenjing, "cip-2").pk}


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_at_400_percent_everything_is_read_in_one_column(visit, chenjing, letters, address):
    """ux 42, WCAG 1.4.10"""
    page = visit(chenjing, viewport=ENLARGED)
    page.goto(address.format(**letters))
    assert page.evaluate(OVERFLOWING) == []
    assert page.evaluate(STUCK) == 0


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_spaced_out_text_is_not_cut_off(visit, chenjing, letters, address, width):
    """ux 42, WCAG 1.4.12"""
    page = visit(chenjing, viewport={"width": width, "height": 800})
    page.goto(address.format(**letters))
    page.evaluate(SPACED_OUT)
    assert page.evaluate(OVERFLOWING) == []
    assert page.evaluate(CUT_OFF) == []


def test_what_is_cut_off_is_seen(visit, chenjing, letters):
    page = visit(chenjing)
    page.goto("/")
    page.evaluate("() => Object.assign(document.querySelector('h1').style, { overflow: 'hidden', blockSize: '5px' })")
    assert len(page.evaluate(CUT_OFF)) == 1
