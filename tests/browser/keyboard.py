"""A person without a mouse: everything is reached with Tab and done with keys."""

from playwright.sync_api import Locator, Page

from letters.questions.answers import Typed
from tests.browser.steps import field, question

MOST_STOPS = 80
HAS_FOCUS = "nodes => nodes.includes(document.activeElement)"
# Outline or border: at least three pixels, in a colour that is there.
SHOWS_FOCUS = """() => {
  const { outlineWidth, outlineStyle } = getComputedStyle(document.activeElement);
  return outlineStyle !== "none" && parseFloat(outlineWidth) >= 3;
}"""


class Keyboard:
    def __init__(self, page: Page):
        self.page = page

    def go_to(self, target: Locator) -> None:
        """Tab until the target has focus, which must be visible at every stop."""
        target.first.wait_for()
        for _ in range(MOST_STOPS):
            if target.evaluate_all(HAS_FOCUS):
                return
            self.page.keyboard.press("Tab")
            assert self.page.evaluate(SHOWS_FOCUS), self.page.evaluate("document.activeElement.outerHTML")
        raise AssertionError(f"not reached with Tab: {target}")

    def press(self, target: Locator) -> None:
        self.go_to(target)
        self.page.keyboard.press("Enter")

    def answer(self, key: str, typed: Typed) -> None:
        controls = question(self.page, key).locator(f"[name='{key}']")
        match controls.first.get_attribute("type"):
            case "checkbox":
                self._tick(controls, typed)
            case "radio":
                self._choose(controls, typed)
            case _:
                self.go_to(field(self.page, key))
                self.page.keyboard.press("Control+A")
                self.page.keyboard.insert_text(typed)

    def _tick(self, boxes: Locator, typed: Typed) -> None:
        for box in boxes.all():
            if box.is_checked() is not (box.get_attribute("value") in typed):
                self.go_to(box)
                self.page.keyboard.press("Space")

    def _choose(self, radios: Locator, typed: Typed) -> None:
        self.go_to(radios)
        self.page.keyboard.press("Space")
        for _ in range(radios.count()):
            if radios.and_(self.page.locator(":checked")).get_attribute("value") == typed:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"not to be chosen with the arrow keys: {typed}")
