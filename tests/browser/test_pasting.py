"""Pasting from Word and from web pages: the words arrive, what Word puts around and between them does not."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import SAVED, field, paper, status, step_page
from tests.wizard.pages import begun, reread

COPY = """async ([html, text]) => navigator.clipboard.write([new ClipboardItem({
  "text/html": new Blob([html], { type: "text/html" }), "text/plain": new Blob([text], { type: "text/plain" }) })])"""
HTML = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {mso-style-name:正文}</style></head>
<body><!--StartFragment--><p class=MsoNormal style='mso-bidi-font-size:12.0pt'><span lang=EN-US>{}</span><o:p></o:p></p>
<!--EndFragment--></body></html>"""
NAME = "杭州示例科技有限公司"


@pytest.fixture
def letter(chenjing):
    return begun("cip-1", chenjing)


@pytest.fixture
def page(visit, chenjing, letter, expected_errors) -> Page:
    """Chromium reads the markup for the clipboard with the rules of the page, which allow no style of Word's."""
    expected_errors.append("Applying inline style")
    page = visit(chenjing, permissions=["clipboard-read", "clipboard-write"])
    return step_page(page, letter, "parties")


def paste(page: Page, key: str, text: str) -> None:
    page.evaluate(COPY, [HTML.replace("{}", text), text])
    field(page, key).focus()
    page.keyboard.press("Control+A")
    page.keyboard.press("Control+V")


@pytest.mark.parametrize(
    "text",
    [
        f"{NAME}\r\n",
        "\u3000\u3000杭州示例\u200b科技\u00ad有限公司\u00a0",
        "\ufeff杭州\u00a0示例科技有限公司\u2028",
    ],
    ids=["a whole paragraph", "indented, soft hyphens", "a mark of order"],
)
def test_a_name_is_read_as_it_was_meant(page, letter, text):
    paste(page, "entity_name", text)
    expect(status(page)).to_have_text(SAVED)
    assert "<" not in field(page, "entity_name").input_value()
    expect(paper(page).locator("mark[data-field=entity_name]").first).to_have_text(NAME)
    page.reload()
    expect(paper(page).locator("mark[data-field=entity_name]").first).to_have_text(NAME)
    assert "Mso" not in str(reread(letter).answers)


def test_a_figure_with_its_unit_is_read_as_a_figure(page, letter):
    """ux 9"""
    step_page(page, letter, "data")
    paste(page, "log_retention_years", "３\u00a0年\r\n")
    expect(status(page)).to_have_text(SAVED)
    expect(paper(page).locator("mark[data-field=log_retention_years]").first).to_have_text("3")
    assert reread(letter).answers["log_retention_years"] == "３\u00a0年"
