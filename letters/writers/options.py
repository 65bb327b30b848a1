"""How a letter is printed: which layout, on whose paper, and what stands across it."""

from dataclasses import dataclass
from enum import StrEnum

from letters.document.blocks import Document
from letters.writers.form_fields import FormField
from letters.writers.logo import Logo

ANSWERS_FILE = "answers.json"
LONGEST_LINE = 30  # characters of 15 pt in 160 mm


class Layout(StrEnum):
    """公文版式 follows GB/T 9704—2012; 商务版式 is a company's own compact paper."""

    OFFICIAL = "official"
    BUSINESS = "business"


class Watermark(StrEnum):
    """The word across every page, or none."""

    NONE = ""
    DRAFT = "草稿"
    IN_REVIEW = "待审核"
    VOID = "已作废"


@dataclass(frozen=True)
class Letterhead:
    """Whose paper 商务版式 is; a logo comes from `read_logo`."""

    company: str
    logo: Logo | None = None

    @property
    def is_long(self) -> bool:
        """More than a line of large type: set smaller, and not said again above every page."""
        return len(self.company) > LONGEST_LINE

    @property
    def is_very_long(self) -> bool:
        """More than three lines of the smaller type beside a logo."""
        return len(self.company) > 3 * LONGEST_LINE


@dataclass(frozen=True)
class PrintOptions:
    """Without a letterhead 商务版式 names the company that promises; 公文版式 bears none.

    `attachment` is what a PDF carries as ANSWERS_FILE, made by questions/carried.py; `form` is what a blank form asks
    (form_fields.py), for the formats that can be filled in on a screen.
    """

    layout: Layout = Layout.OFFICIAL
    letterhead: Letterhead | None = None
    watermark: Watermark = Watermark.NONE
    attachment: bytes = b""
    form: tuple[FormField, ...] = ()

    @property
    def shades_gaps(self) -> bool:
        """What is still missing is marked for those who draft, not for those who receive."""
        return self.watermark == Watermark.DRAFT


CLEAN = PrintOptions()
DRAFT = PrintOptions(watermark=Watermark.DRAFT)


def letterhead_of(document: Document, options: PrintOptions) -> Letterhead | None:
    """Whose paper it is: nobody's in 公文版式, and on a blank form of 商务版式."""
    if options.layout != Layout.BUSINESS:
        return None
    named = Letterhead(document.author) if document.author else None
    return options.letterhead or named
