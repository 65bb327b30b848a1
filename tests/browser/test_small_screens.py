"""On a phone: the paper waits behind a button, nothing covers what one types, nothing has to be scrolled sideways."""

import pytest
from playwright.sync_api import Page, expect

from tests.answers import example_answers
from tests.browser.steps import button, field, paper, step_page
from tests.wizard.pages import begun

PHONE = {"width": 390, "height": 844}
COVERED = """node => {
  const { left, top, width, height } = node.getBoundingClientRect();
  return ![0.1, 0.5, 0.9].every((part) => {
    const found = document.elementFromPoint(left + width / 2, top + height * part);
    return node === found || node.contains(found) || [...node.labels ?? []].some((label) => label.contains(found));
  });
}"""


@pytest.fixture
def page(visit, chenjing) -> Page:
    return visit(chenjing, viewport=PHONE)


@pytest.mark.parametrize(("width", "beside"), [(959, False), (960, True)])
def test_the_paper_stands_beside_the_form_from_960_pixels_on(visit, chenjing, width, beside):
    """ux 14"""
    page = visit(chenjing, viewport={"width": width, "height": 800})
    step_page(page, begun("cip-1", chenjing), "basis")
    expect(paper(page)).to_be_visible(visible=beside)
    expect(button(page, "预览")).to_be_visible(visible=not beside)


def test_beside_the_form_the_paper_stays_in_view(visit, chenjing):
    """ux 14: sticky."""
    page = visit(chenjing, viewport={"width": 1280, "height": 800})
    step_page(page, begun("cip-2", chenjing, **example_answers("cip-2")), "signing")
    page.mouse.wheel(0, 5000)
    expect(button(page, "保存并继续")).to_be_in_viewport()
    expect(paper(page)).to_be_in_viewport(ratio=0.8)


def test_a_button_shows_the_paper_and_leads_back_to_the_same_place(page, chenjing):
    """ux 14"""
    step_page(page, begun("cip-1", chenjing), "basis")
    field(page, "work_name").fill("消费者个人信息保护")
    page.mouse.wheel(0, 300)
    # wait_for_function polls with eval, which the pages' CSP forbids as soon as its first try fails.
    page.evaluate("new Promise(done => scrollY > 0 ? done() : addEventListener('scroll', done, {once: true}))")
    place = page.evaluate("scrollY")
    # Playwright's own click would first scroll to where a sticky button stood.
    box = button(page, "预览").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(paper(page)).to_contain_text("消费者个人信息保护")
    expect(paper(page)).to_be_visible()
    expect(field(page, "work_name")).to_be_hidden()
    button(page, "返回填写").click()
    expect(paper(page)).to_be_hidden()
    expect(field(page, "work_name")).to_have_value("消费者个人信息保护")
    assert page.evaluate("scrollY") == place


def test_nothing_covers_the_answer_that_has_focus(page, chenjing):
    """ux 14, WCAG 2.4.11: forwards and backwards through every control of a long step, on a phone on its side too."""
    letter = begun("cip-2", chenjing)
    for height in (844, 390):
        page.set_viewport_size({"width": 390 if height == 844 else 844, "height": height})
        step_page(page, letter, "basis")
        for key in ("Tab", "Shift+Tab"):
            covered = stops_covered(page, key)
            assert covered == [], (height, key)


def stops_covered(page: Page, key: str) -> list[str]:
    """Ends of the form are found by a start at its first or last control."""
    controls = page.locator("form.step").locator("input:visible, textarea:visible, select:visible, button:visible")
    (controls.first if key == "Tab" else controls.last).focus()
    covered = []
    for _ in range(60):
        focused = page.locator("form.step :focus")
        if not focused.count():
            return covered
        if focused.evaluate(COVERED):
            covered.append(focused.evaluate("node => node.id || node.textContent"))
        page.keyboard.press(key)
    raise AssertionError("the form has no end")


def test_text_may_be_spaced_out_without_loss(page, chenjing):
    """ux 42, WCAG 1.4.12"""
    step_page(page, begun("cip-2", chenjing), "deadlines")
    page.evaluate("""() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`);
      document.adoptedStyleSheets = [sheet];
    }""")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    cut_off = """() => [...document.querySelectorAll("button, .button-primary, .button-secondary, label, legend, h1")]
      .filter((node) => node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display !== "inline"
        && !node.matches(".visually-hidden"))
      .map((node) => node.textContent)"""
    assert page.evaluate(cut_off) == []
