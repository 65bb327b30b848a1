"""The only room that knows WeasyPrint: a press with our fonts and styles, closed to everything else.

Importing it fails where Pango is not installed; `pdf` keeps that fault and tells the user what to do.
"""

import os
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

from cssselect2 import ElementWrapper

from letters.writers.any_length import AnyLength
from letters.writers.pdf_finish import finish
from letters.writers.pdf_form import with_fields
from letters.writers.pdf_marks import marks_of
from letters.writers.pdf_tags import tag

FONTCONFIG = Path(__file__).with_name("fontconfig.xml")


@contextmanager
def no_system_fonts() -> Iterator[None]:
    """Fontconfig reads its file name while it starts; afterwards other programs get the user's own again."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(FONTCONFIG)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="No fonts configured")
            yield
    finally:
        del os.environ["FONTCONFIG_FILE"]
        if before is not None:
            os.environ["FONTCONFIG_FILE"] = before


with no_system_fonts():
    import pydyf
    import weasyprint.pdf
    from weasyprint import CSS, HTML, Attachment
    from weasyprint.formatting_structure.boxes import Box, TextBox
    from weasyprint.layout import inline
    from weasyprint.pdf import fonts as pdf_fonts
    from weasyprint.text.ffi import harfbuzz_subset
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse


if not harfbuzz_subset:
    raise ImportError("libharfbuzz-subset0")

SCHEME = "nuocheng:"
# Archivable and tagged, so that it can be read aloud; no dates, so that equal letters are equal files.
VARIANT = "pdf/a-3a"
# A form is filled in, and what a program then draws is no longer as an archive wants it: it claims no archive.
FORM_VARIANT = "pdf/ua-1"

# Of a character's width; more and the reader's copy would have blanks between the characters.
WIDEST_STRETCH = 0.1
NOTHING: Mapping[str, bytes] = {}
# An attachment must have a date, and equal letters are equal files.
DATED = datetime(2026, 1, 1)
ATTACHED_AS = "填写内容"


class RenderRefused(Exception):
    """The page asked for something that is not ours: names what."""


class OwnFiles(URLFetcher):
    """Gives out the files it was told of; whatever else is asked for stops the rendering and is remembered."""

    def __init__(self):
        super().__init__(fail_on_errors=True)
        self.files: dict[str, Path] = {}
        self.pictures: Mapping[str, bytes] = {}
        self.refused: list[str] = []

    def offer(self, path: Path) -> str:
        """The address under which the file can be fetched from now on."""
        self.files[SCHEME + path.name] = path
        return SCHEME + path.name

    def fetch(self, url, headers=None):
        if url in self.pictures:
            return URLFetcherResponse(url, self.pictures[url], {"Content-Type": "image/png"})
        if url not in self.files:
            self.refused.append(url)
            raise RenderRefused(url)
        return URLFetcherResponse(url, self.files[url].read_bytes())


class Page(HTML):
    """HTML that is XML as well, as ours is, is read in a tenth of the time; anything else by HTML's own rules."""

    def __init__(self, string: str, url_fetcher: OwnFiles):
        try:
            root = ElementTree.fromstring(string)  # noqa: S314 (our own markup, from templates that escape)
        except ElementTree.ParseError:
            super().__init__(string=string, url_fetcher=url_fetcher)
            return
        self.base_url, self.url_fetcher, self.media_type = None, url_fetcher, "print"
        self.wrapper_element = ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = root


class Press:
    """One font configuration with the styles read into it; used by one thread at a time."""

    def __init__(self):
        with no_system_fonts():
            self.fonts = FontConfiguration()
        self.files = OwnFiles()
        self.families: set[str] = set()

    def style(self, css: str) -> CSS:
        with self._only_own_files():
            return CSS(string=css, font_config=self.fonts, url_fetcher=self.files)

    def add_fonts(self, faces: Mapping[str, Path]) -> None:
        for family, path in faces.items():
            if family not in self.families:
                self.style(f'@font-face {{ font-family: "{family}"; src: url({self.files.offer(path)}) }}')
                self.families.add(family)

    def print(
        self,
        html: str,
        styles: list[CSS],
        pictures: Mapping[str, bytes] = NOTHING,
        attachments: Mapping[str, bytes] = NOTHING,
        *,
        variant: str = VARIANT,
    ) -> bytes:
        """`pictures` are those of this page only, by the data: address they have there; `attachments` by file name."""
        self.files.pictures = pictures
        with self._only_own_files():
            page = Page(html, self.files)
            attached = [self._attachment(name, content) for name, content in attachments.items()]
            options = {"font_config": self.fonts, "pdf_variant": variant, "finisher": finish, "attachments": attached}
            return page.write_pdf(stylesheets=styles, pdf_identifier=True, **options)

    def _attachment(self, name: str, content: bytes) -> Attachment:
        described = {"name": name, "description": ATTACHED_AS, "created": DATED, "modified": DATED}
        return Attachment(string=content, url_fetcher=self.files, relationship="Source", **described)

    @contextmanager
    def _only_own_files(self) -> Iterator[None]:
        self.files.refused.clear()
        try:
            yield
        except FatalURLFetchingError as fault:
            raise RenderRefused(", ".join(self.files.refused)) from fault
        if self.files.refused:
            raise RenderRefused(", ".join(self.files.refused))


def _tag(pdf: pydyf.PDF, document, pdf_version, page_streams: list[pydyf.Stream]) -> None:
    """In the place of WeasyPrint's own structure."""
    pages = enumerate(zip(document.pages, page_streams, strict=True))
    marks = [mark for number, (page, stream) in pages for mark in marks_of(number, page._page_box, stream._tags)]
    tag(pdf, with_fields(pdf, marks), page_streams)


def _justify(context, line: Box, extra_width: float) -> None:
    """WeasyPrint stretches blanks, of which Chinese has none: the rest of a line goes between all its characters."""
    places = sum(len(text.text) for text in _stretching(line)) - 1
    if places > 0 and extra_width / places <= WIDEST_STRETCH * line.style["font_size"]:
        _stretch(line, extra_width / places, 0)


def _stretching(box: Box) -> Iterator[TextBox]:
    """A rule to write on stays whole."""
    if isinstance(box, TextBox):
        yield from () if "__" in box.text else (box,)
    for child in getattr(box, "children", ()):
        yield from _stretching(child)


def _stretch(box: Box, step: float, advance: float) -> float:
    """Widen what is in the box by a step for each character; answers how far what follows has to move."""
    box.position_x += advance
    before = advance
    for child in getattr(box, "children", ()):
        advance = _stretch(child, step, advance)
    if isinstance(box, TextBox) and "__" not in box.text:
        box.style = box.style.copy()
        spacing = box.style["letter_spacing"]
        box.style["letter_spacing"] = step + (0 if spacing == "normal" else spacing)
        advance += step * len(box.text)
    box.width += advance - before
    return advance


inline.justify_line = _justify
weasyprint.pdf.add_tags = _tag
pdf_fonts.ffi = AnyLength(pdf_fonts.ffi)
