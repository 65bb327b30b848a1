"""The register as a spreadsheet, opened: text is text whatever it begins with, days are days."""

import re
from datetime import date, timedelta
from io import BytesIO
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
from lxml import etree

from letters.register.register_sheet import FORMULA_STARTS
from tests.register.pages import words
from tests.states import approved, issued, print_quickly

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
HOSTILE = (
    '=HYPERLINK("http://evil.example","点")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1+1)",
    "\t=1+1",
    "＝1+1",
    "_x0041_<b>&amp;",
    "https://evil.example/",
    "007",
)


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    print_quickly(monkeypatch)


@pytest.fixture
def client(as_person, lintao):
    return as_person(lintao)


class Sheet:
    """Enough of a reader for what the register writes."""

    def __init__(self, content: bytes):
        with ZipFile(BytesIO(content)) as book:
            self.names = book.namelist()
            self.sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
            self.styles = etree.fromstring(book.read("xl/styles.xml"))
            strings = etree.fromstring(book.read("xl/sharedStrings.xml"))
        self.strings = ["".join(part.text or "" for part in item.iter(f"{MAIN}t")) for item in strings]

    def cells(self) -> list[etree._Element]:
        return list(self.sheet.iter(f"{MAIN}c"))

    def value(self, cell: etree._Element) -> str | date:
        number = cell.findtext(f"{MAIN}v")
        return self.strings[int(number)] if cell.get("t") == "s" else date(1899, 12, 30) + timedelta(days=int(number))

    def style(self, cell: etree._Element) -> etree._Element:
        return self.styles.find(f"{MAIN}cellXfs")[int(cell.get("s", 0))]

    def rows(self) -> list[dict[str, str | date]]:
        return [
            {re.sub(r"\d", "", cell.get("r")): self.value(cell) for cell in row}
            for row in self.sheet.iter(f"{MAIN}row")
        ]


def sheet(client, query: str = "") -> Sheet:
    return Sheet(client.get(f"/register/register.xlsx?{query}").content)


def test_rows_are_letters_and_days_are_days(client, chenjing, lintao):
    letter = issued(chenjing, lintao, "cip-2")
    head, row = sheet(client).rows()
    told = {head[place]: value for place, value in row.items()}
    assert told["承诺书编号"] == letter.number
    assert (told["单位名称"], told["状态"], told["批准人"]) == (letter.company, "已签发", "林涛")
    assert (told["签署日期"], told["有效期止"]) == (date(2026, 11, 22), date(2027, 11, 30))


def test_what_is_not_issued_has_no_days(client, chenjing, lintao):
    approved(chenjing, lintao)
    head, row = sheet(client).rows()
    told = {head[place]: value for place, value in row.items()}
    assert told["状态"] == "待签发"
    assert "签署日期" not in told


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_a_text_cell_and_nothing_else(client, chenjing, lintao, name):
    """ux 35"""
    letter = approved(chenjing, lintao, entity_name=name, entity_short_name="示科")
    opened = sheet(client)
    assert not list(opened.sheet.iter(f"{MAIN}f"))
    assert not list(opened.sheet.iter(f"{MAIN}hyperlink"))
    assert not [part for part in opened.names if "externalLink" in part or part.endswith("_rels/sheet1.xml.rels")]
    (found,) = [cell for cell in opened.cells() if _plain(opened.value(cell)) == letter.company]
    assert found.get("t") == "s"
    assert (opened.style(found).get("quotePrefix") == "1") is letter.company.startswith(FORMULA_STARTS)


def _plain(value: str | date) -> str:
    """As a spreadsheet shows it: _x005F_ is how a file spells the underscore of what looks like an escape."""
    return str(value).replace("_x005F_", "_")


def test_an_ordinary_name_is_not_quoted(client, chenjing, lintao):
    """The control of the test above."""
    letter = approved(chenjing, lintao)
    opened = sheet(client)
    (found,) = [cell for cell in opened.cells() if opened.value(cell) == letter.company]
    assert opened.style(found).get("quotePrefix") is None


def test_the_heading_stays_in_sight_and_filters(client, chenjing, lintao):
    approved(chenjing, lintao)
    opened = sheet(client).sheet
    assert opened.find(f".//{MAIN}pane").get("state") == "frozen"
    assert opened.find(f"{MAIN}autoFilter").get("ref") == "A1:L2"
    assert all(float(column.get("width")) > 10 for column in opened.iter(f"{MAIN}col"))


def test_the_file_has_a_chinese_name_and_holds_what_the_list_holds(client, chenjing, lintao):
    """ux 35"""
    approved(chenjing, lintao, entity_name="重庆示例有限公司")
    approved(chenjing, lintao, entity_name="北京示例有限公司")
    reply = client.get("/register/register.xlsx?q=重庆")
    assert "承诺书登记册-" in unquote(reply.headers["Content-Disposition"])
    assert len(Sheet(reply.content).rows()) == 2
    assert "register.xlsx?q=%E9%87%8D" in client.get("/register/?q=重庆").content.decode()


def test_an_empty_register_is_a_heading(client):
    assert len(sheet(client).rows()) == 1


def test_a_drafter_exports_the_own_letters(as_person, chenjing, wanghao, lintao):
    mine = approved(chenjing, lintao)
    approved(wanghao, lintao)
    client = as_person(chenjing)
    assert [row["A"] for row in sheet(client).rows()[1:]] == [mine.number]
    assert mine.number in words(client.get("/register/"))


def test_the_file_takes_the_same_queries_however_long(client, chenjing, lintao, django_assert_max_num_queries):
    for place in range(10):
        issued(chenjing, lintao, entity_name=f"第{place}家公司")
    with django_assert_max_num_queries(4):
        assert len(sheet(client).rows()) == 11
