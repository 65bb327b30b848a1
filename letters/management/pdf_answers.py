"""Reads the answers back out of a PDF of ours."""

from contextlib import closing
from pathlib import Path

import pypdfium2
from django.utils.translation import gettext as _

from letters.writers.options import ANSWERS_FILE

MOST_BYTES = 20 * 1024 * 1024


class NoAnswers(Exception):
    """The file carries no answers: the message is a sentence for the person who named it."""


def answers_in_pdf(path: Path) -> bytes:
    """The attached answers.json; NoAnswers for anything that is no PDF or has none."""
    if path.stat().st_size > MOST_BYTES:
        raise NoAnswers(_("文件超过 20 MB，不是由本系统导出的 PDF。"))
    try:
        with closing(pypdfium2.PdfDocument(path)) as file:
            found = [_content(file, number) for number in range(file.count_attachments()) if _is_ours(file, number)]
    except pypdfium2.PdfiumError as fault:
        raise NoAnswers(_("文件无法读取，换用完好的 PDF。")) from fault
    if not found:
        raise NoAnswers(_("这份 PDF 没有附带填写内容，换用由本系统导出的 PDF。"))
    return found[0]


def _is_ours(file: pypdfium2.PdfDocument, number: int) -> bool:
    return file.get_attachment(number).get_name() == ANSWERS_FILE


def _content(file: pypdfium2.PdfDocument, number: int) -> bytes:
    return bytes(file.get_attachment(number).get_data())
