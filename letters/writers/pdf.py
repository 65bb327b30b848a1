"""A Document as PDF: the HTML of the preview on paper by GB/T 9704, archivable, the same bytes every time."""

import os
import re
from functools import lru_cache
from pathlib import Path
from threading import Lock

from django.utils.translation import gettext as _

from letters.document.blocks import Document
from letters.writers.bounds import DocumentTooLong, check_bounds
from letters.writers.characters import printable
from letters.writers.font_extra import extra_fonts
from letters.writers.font_shelf import Shelf
from letters.writers.fonts import shelf
from letters.writers.html import letter_style, page_html
from letters.writers.pdf_faults import PdfUnavailable

try:
    from letters.writers import engine
except (ImportError, OSError) as fault:
    engine, ENGINE_FAULT = None, fault
else:
    ENGINE_FAULT = None

# Faces of each kind of line, the first that is there; the open serif and sans stand in for what the company lacks.
STACKS = {
    "--letter-body": ("fangsong", "serif", "sans"),
    "--letter-title": ("title", "hei", "sans", "serif"),
    "--letter-first": ("hei", "sans", "serif"),
    "--letter-second": ("kai", "hei", "sans", "serif"),
}

MOST_UNBROKEN = 2_000
ENDLESS = re.compile(f"[^\\s\u3400-\u9fff]{{{MOST_UNBROKEN + 1}}}")

_one_at_a_time = Lock()


def render_pdf(document: Document, *, draft: bool) -> bytes:
    """The letter as PDF/A; a draft bears its watermark. Raises PdfUnavailable, DocumentTooLong."""
    check_bounds(document)
    _check_breaks(document)
    if engine is None:
        raise PdfUnavailable(_("本机缺少排版组件，不能导出 PDF。安装 Pango 和 HarfBuzz 后重启服务。")) from ENGINE_FAULT
    with _one_at_a_time:
        return workshop().render(document, draft)


def _check_breaks(document: Document) -> None:
    """Time grows with the square of what has no place to break a line: ten thousand letters take seconds."""
    if ENDLESS.search(document.text):
        sentence = _("这份承诺书有一处连续 %(most)d 个以上的字母、数字或符号，无法断行。加入空格或缩短后再导出。")
        raise DocumentTooLong(sentence % {"most": MOST_UNBROKEN})


class Workshop:
    """What a process sets up once: fonts loaded, styles parsed."""

    def __init__(self, kept: Shelf):
        self.shelf, self.press = kept, engine.Press()
        self.press.add_fonts({face.family: face.file for face in kept.faces})
        self.clean = [self.press.style(stacks(kept)), self.press.style(letter_style())]
        self.draft = [*self.clean, self.press.style(_watermark(self.press.files.offer(kept.draft)))]

    def render(self, document: Document, draft: bool) -> bytes:
        self.press.add_fonts(extra_fonts(self.shelf, document.text))
        page = printable(page_html(document, draft=draft, style=""))
        return self.press.print(page, self.draft if draft else self.clean)


def workshop() -> Workshop:
    return _workshop(os.getpid(), shelf().folder)


# By process, because a forked worker must not share Pango's objects with its parent.
@lru_cache(maxsize=2)
def _workshop(process: int, folder: Path) -> Workshop:
    return Workshop(shelf())


def stacks(kept: Shelf) -> str:
    families = {face.role: f'"{face.family}"' for face in kept.faces}
    stacks = {name: ", ".join(families[role] for role in roles if role in families) for name, roles in STACKS.items()}
    names = "; ".join(f"{name}: {stack}" for name, stack in stacks.items())
    return f":root {{ {names} }} @page {{ font-family: {stacks['--letter-body']} }}"


def _watermark(address: str) -> str:
    """A page's background counts from its margins' inner edge: go back to the corner of the sheet."""
    return f"@page letter {{ background: url({address}) -28mm -37mm / 210mm 297mm no-repeat }}"
