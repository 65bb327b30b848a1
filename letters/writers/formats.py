"""The formats a letter leaves in: adding one is one writer and one line here."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from letters.document.blocks import Document
from letters.writers.docx import render_docx
from letters.writers.fonts import missing_characters
from letters.writers.options import CLEAN, PrintOptions, letterhead_of
from letters.writers.press_process import render_pdf_apart
from letters.writers.text import render_text


class CharactersMissing(Exception):
    """No font has these characters: they would print as empty boxes."""


@dataclass(frozen=True)
class Format:
    content_type: str
    render: Callable[..., bytes]


def checked_pdf(document: Document, options: PrintOptions = CLEAN) -> bytes:
    """A PDF carries its own fonts, so every character is looked for first; Word finds its own."""
    head = letterhead_of(document, options)
    if missing := missing_characters(document.text + (head.company if head else "")):
        raise CharactersMissing(
            _("字体缺少这些字：%(characters)s。换用其他字，或把含有这些字的字体放入 NUOCHENG_FONTS 文件夹后重启。")
            % {"characters": _("、").join(missing)}
        )
    return render_pdf_apart(document, options)


def plain_text(document: Document, options: PrintOptions = CLEAN) -> bytes:
    return render_text(document).encode()


FORMATS = {
    "pdf": Format("application/pdf", checked_pdf),
    "docx": Format("application/vnd.openxmlformats-officedocument.wordprocessingml.document", render_docx),
    "txt": Format("text/plain; charset=utf-8", plain_text),
}
