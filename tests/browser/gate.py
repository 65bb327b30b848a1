"""What every page has to pass in each light and at each width: axe, no sideways scrolling, nothing too small to press."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

WIDTHS = (1280, 390)
SCHEMES = ("light", "dark")
NARROWEST = 320
TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
# The dark page differs from the light one in nothing but its colours.
OF_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
RUN_ONLY = {"light": {"type": "tag", "values": TAGS}, "dark": OF_COLOURS}
RUN_AXE = """(runOnly) => axe.run({ runOnly, resultTypes: ["violations"] }).then(
  ({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`)))"""
OVERFLOWING = """() => {
  const page = document.documentElement;
  const parts = [page, ...document.querySelectorAll("#paper, .paper")];
  return parts.filter((part) => part.scrollWidth > part.clientWidth).map((part) => part.className || part.tagName);
}"""
TOO_SMALL = """() => [...document.querySelectorAll("button, summary, select, input:not([type=hidden]), textarea")]
  .map((node) => (node.matches("[type=radio], [type=checkbox]") ? node.closest(".option, label") ?? node : node))
  .filter((node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  .filter((node) => node.getBoundingClientRect().height < 43.5)
  .map((node) => node.outerHTML.slice(0, 200))"""


def faults(page: Page) -> list[str]:
    """Every violation of the page as it stands, by scheme and width; the page is not loaded anew in between."""
    found = []
    page.evaluate(AXE_SCRIPT)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found += [f"sideways at {width}: {part}" for part in page.evaluate(OVERFLOWING)]
        found += [f"too small at {width}: {part}" for part in page.evaluate(TOO_SMALL)]
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found += [f"{scheme} at {width}: {violation}" for violation in page.evaluate(RUN_AXE, RUN_ONLY[scheme])]
    page.set_viewport_size({"width": NARROWEST, "height": 800})
    found += [f"sideways at {NARROWEST}: {part}" for part in page.evaluate(OVERFLOWING)]
    return found
