"""The register, or any other list, as a spreadsheet: every text stays text, whatever it begins with; days are days."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from letters.models import Letter
from letters.models.people import called
from letters.questions.language import spoken
from letters.workflow import LABELS, Status

# What a spreadsheet takes for a formula, also when the cell is typed anew or saved as CSV; full-width too.
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-mm-dd",
}


@dataclass(frozen=True)
class Column:
    """`width` in characters of the sheet; a Chinese one takes two."""

    title: str
    width: int
    read: Callable[[Any], str | date | None]


def columns() -> tuple[Column, ...]:
    return (
        Column(_("承诺书编号"), 28, lambda letter: letter.number),
        Column(_("单位名称"), 36, lambda letter: letter.company),
        Column(_("承诺书名称"), 36, lambda letter: letter.title),
        Column(_("范本"), 20, lambda letter: letter.variant),
        Column(_("状态"), 12, lambda letter: status_words(Status(letter.status))),
        Column(_("签署日期"), 13, lambda letter: letter.signed_on),
        Column(_("有效期起"), 13, lambda letter: letter.valid_from),
        Column(_("有效期止"), 13, lambda letter: letter.valid_to),
        Column(_("批准人"), 14, lambda letter: called(letter.approved_by)),
        Column(_("批准日期"), 13, lambda letter: timezone.localdate(letter.approved_at)),
        Column(_("签发人"), 14, lambda letter: called(letter.issued_by) if letter.issued_by else ""),
        Column(_("签发日期"), 13, lambda letter: letter.issued_at and timezone.localdate(letter.issued_at)),
    )


def register_sheet(letters: Iterable[Letter]) -> bytes:
    return list_sheet(_("登记册"), columns(), letters)


def list_sheet(title: str, shown: tuple[Column, ...], rows: Iterable[Any], *, made: datetime | None = None) -> bytes:
    """The file's bytes; the first row is the heading, stays in sight and filters. `made` None: it says now."""
    content = BytesIO()
    with Workbook(content, OPTIONS) as book:
        if made:
            book.set_properties({"created": made})
        sheet = book.add_worksheet(title)
        text, quoted = book.add_format({"text_wrap": True}), book.add_format({"text_wrap": True, "quote_prefix": True})
        _head(sheet, shown, book.add_format({"bold": True, "bottom": 1}))
        last = 0
        for last, row in enumerate(rows, start=1):
            for place, column in enumerate(shown):
                _write(sheet, last, place, column.read(row), text, quoted)
        sheet.autofilter(0, 0, last, len(shown) - 1)
    return content.getvalue()


def status_words(status: Status) -> str:
    """The state as the register calls it: what is approved waits for being issued."""
    return _("待签发") if status is Status.APPROVED else spoken(*LABELS[status])


def _head(sheet: Worksheet, shown: tuple[Column, ...], bold: Format) -> None:
    for place, column in enumerate(shown):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.title, bold)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)


def _write(sheet: Worksheet, row: int, place: int, value: str | date | None, text: Format, quoted: Format) -> None:
    if isinstance(value, date):
        sheet.write_datetime(row, place, value)
    elif value:
        sheet.write_string(row, place, value, quoted if value.startswith(FORMULA_STARTS) else text)
