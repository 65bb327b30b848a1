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
from letters.writers.options import ANSWERS_FILE, CLEAN, Layout, PrintOptions, Watermark
from letters.writers.page import letter_style, paper_html, pictures_of
from letters.writers.pdf_faults import PdfUnavailable

try:
    from letters.writers import engine
except (ImportError, OSError) as fault:
    engine, ENGINE_FAULT = None, fault
else:
    ENGINE_FAULT = None

# Faces of each kind of line, the first that is there; the open serif and sans stand in for what the company lacks.
HEADINGS = {"--letter-first": ("hei", "sans", "serif"), "--letter-second": ("kai", "sans", "serif")}
STACKS = {
    Layout.OFFICIAL: {
        "--letter-body": ("fangsong", "serif", "sans"),
        "--letter-title": ("title", "hei", "sans", "serif"),
        **HEADINGS,
    },
    Layout.BUSINESS: {
        "--letter-body": ("serif", "sans"),
        "--letter-title": ("hei", "sans", "serif"),
        **HEADINGS,
    },
}

MOST_UNBROKEN = 2_000
ENDLESS = re.compile(f"[^\\s\u3400-\u9fff]{{{MOST_UNBROKEN + 1}}}")

_one_at_a_time = Lock()


def render_pdf(document: Document, options: PrintOptions = CLEAN) -> bytes:
    """The letter as PDF/A. Raises PdfUnavailable, DocumentTooLong."""
    check_bounds(document)
    _check_breaks(document)
    if engine is None:
        raise PdfUnavailable(_("本机缺少排版组件，不能导出 PDF。安装 Pango 和 HarfBuzz 后重启服务。")) from ENGINE_FAULT
    with _one_at_a_time:
        return workshop().render(document, options)


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
        self.layouts = {layout: self.press.style(stacks(kept, layout) + letter_style(layout)) for layout in Layout}
        self.watermarks = {word: self._watermark(kept.watermarks[word]) for word in Watermark if word}

    def render(self, document: Document, options: PrintOptions) -> bytes:
        page = printable(paper_html(document, options))
        self.press.add_fonts(extra_fonts(self.shelf, page))
        attached = {ANSWERS_FILE: options.attachment} if options.attachment else {}
        variant = engine.FORM_VARIANT if options.form else engine.VARIANT
        return self.press.print(page, self.styles(options), pictures_of(document, options), attached, variant=variant)

    def _watermark(self, picture: Path) -> "engine.CSS":
        """Fixed: else a page's background counts from the inner edge of its margins."""
        address = self.press.files.offer(picture)
        return self.press.style(f"@page {{ background: url({address}) 0 0 / 210mm 297mm no-repeat fixed }}")

    def styles(self, options: PrintOptions) -> list["engine.CSS"]:
        return [self.layouts[options.layout], *([self.watermarks[options.watermark]] if options.watermark else [])]


def workshop() -> Workshop:
    return _workshop(os.getpid(), shelf().folder)


# By process, because a forked worker must not share Pango's objects with its parent.
@lru_cache(maxsize=2)
def _workshop(process: int, folder: Path) -> Workshop:
    return Workshop(shelf())


def stacks(kept: Shelf, layout: Layout) -> str:
    families = {face.role: f'"{face.family}"' for face in kept.faces}
    stacks = {
        name: ", ".join(families[role] for role in roles if role in families) for name, roles in STACKS[layout].items()
    }
    names = "; ".join(f"{name}: {stack}" for name, stack in stacks.items())
    return f":root {{ {names} }} @page {{ font-family: {stacks['--letter-body']} }}"
