"""The contents (目录) of a policy in Word: a field that Word brings up to date, printed as it is until then."""

from collections.abc import Iterator

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from lxml.etree import SubElement

from letters.document.blocks import Document, Heading
from letters.writers.docx_body import add_run, plain_paragraph
from letters.writers.docx_paging import pages_of_headings
from letters.writers.options import Layout

HEADING = "目　录"
# Two levels of headings, as links, by outline level.
FIELD = ' TOC \\o "1-2" \\h \\z \\u '
DEEPEST = 2
VAL = qn("w:val")


def bookmark(number: int) -> str:
    """The name by which the contents find a heading; Word's own names begin so too."""
    return f"_Toc{number:09}"


def mark_heading(paragraph: CT_P, number: int) -> None:
    """Let the contents find this heading."""
    start = OxmlElement("w:bookmarkStart", {qn("w:id"): str(number), qn("w:name"): bookmark(number)})
    paragraph.insert(1, start)
    SubElement(paragraph, qn("w:bookmarkEnd"), {qn("w:id"): str(number)})


def contents(document: Document, layout: Layout) -> Iterator[CT_P]:
    yield plain_paragraph(HEADING, "TOCHeading")
    entries = list(_entries(document, layout))
    _begin(entries[0])
    _field(entries[-1], "end")
    yield from entries


def _entries(document: Document, layout: Layout) -> Iterator[CT_P]:
    pages = pages_of_headings(document, layout)
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    for number, (heading, page) in enumerate(zip(headings, pages, strict=True), start=1):
        if heading.level <= DEEPEST:
            yield _entry(heading, number, page)


def _entry(heading: Heading, number: int, page: int) -> CT_P:
    entry = plain_paragraph("", f"TOC{heading.level}")
    entry.remove(entry[-1])
    link = SubElement(entry, qn("w:hyperlink"), {qn("w:anchor"): bookmark(number), qn("w:history"): "1"})
    add_run(link, f"{heading.text}\t")
    _field(link, "begin")
    _instruction(link, f" PAGEREF {bookmark(number)} \\h ")
    _field(link, "separate")
    add_run(link, str(page))
    _field(link, "end")
    return entry


def _begin(entry: CT_P) -> None:
    """The field starts before the first entry, and its name is not printed."""
    runs = OxmlElement("w:p")
    _field(runs, "begin")
    _instruction(runs, FIELD)
    _field(runs, "separate")
    for place, run in enumerate(list(runs), start=1):
        entry.insert(place, run)


def _field(parent, kind: str) -> None:
    SubElement(SubElement(parent, qn("w:r")), qn("w:fldChar"), {qn("w:fldCharType"): kind})


def _instruction(parent, words: str) -> None:
    text = SubElement(SubElement(parent, qn("w:r")), qn("w:instrText"))
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    text.text = words
