"""A policy in Word: a title page, its contents, and the chapters from page 1, each in a section of its own."""

from collections.abc import Iterable, Iterator
from copy import deepcopy

from docx.document import Document as WordFile
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.section import CT_SectPr
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement

from letters.document.blocks import Block, Document, Heading, NumberLine, Title
from letters.writers.docx_body import plain_paragraph
from letters.writers.docx_contents import contents, mark_heading
from letters.writers.docx_figures import FIGURES
from letters.writers.docx_styles import ON_THE_COVER
from letters.writers.options import Layout


def in_policy_order(document: Document, layout: Layout, body: Iterable[tuple[Block, CT_P]]) -> Iterator[CT_P]:
    """The paragraphs of the letter with title page and contents; empty ones end the first two sections."""
    written = list(body)
    on_the_cover = [paragraph for block, paragraph in written if isinstance(block, Title | NumberLine)]
    yield from _cover(document, layout, on_the_cover)
    yield from contents(document, layout)
    yield _end_of_section()
    number = 0
    for block, paragraph in written:
        if isinstance(block, Title | NumberLine):
            continue
        if isinstance(block, Heading):
            number += 1
            mark_heading(paragraph, number)
        yield paragraph


def _cover(document: Document, layout: Layout, paragraphs: list[CT_P]) -> Iterator[CT_P]:
    for paragraph in paragraphs:
        paragraph.style = ON_THE_COVER[paragraph.style]
        yield paragraph
    if document.author:
        company = plain_paragraph(document.author, "CoverCompany")
        company.pPr.append(_foot_of_the_page(layout))
        yield company
    yield _end_of_section()


def _foot_of_the_page(layout: Layout) -> BaseOxmlElement:
    """A frame at the lower margin, however long the title; not in the style, where LibreOffice overlooks it."""
    places = {"wrap": "around", "vAnchor": "margin", "hAnchor": "margin", "xAlign": "center", "yAlign": "bottom"}
    width = {"w": str(FIGURES[layout]["width"])}
    return OxmlElement("w:framePr", {qn(f"w:{name}"): value for name, value in (width | places).items()})


def _end_of_section() -> CT_P:
    paragraph = OxmlElement("w:p")
    paragraph.get_or_add_pPr().append(OxmlElement("w:sectPr"))
    return paragraph


def set_sections(word: WordFile, layout: Layout) -> None:
    """Each section names its own headers and footers: programs differ in what they repeat from the one before."""
    last = word.element.body.sectPr
    cover, listed = word.element.body.xpath("w:p/w:pPr/w:sectPr")
    for section in (cover, listed):
        section[:] = [deepcopy(child) for child in last]
    _drop(cover, "w:footerReference")
    _drop(last, "w:titlePg", "w:*[@w:type='first']")
    _drop(listed, "w:*[@w:type='first']")
    if layout == Layout.OFFICIAL:
        _set_first_header(listed)
        _start_from_one(last)
    else:
        _drop(listed, "w:titlePg")


def _drop(section: CT_SectPr, *paths: str) -> None:
    for child in section.xpath(" | ".join(paths)):
        section.remove(child)


def _set_first_header(section: CT_SectPr) -> None:
    """The running title, but no page number."""
    [header] = section.xpath("w:headerReference[@w:type='default']")
    header.addnext(OxmlElement("w:headerReference", {qn("w:type"): "first", qn("r:id"): header.rId}))


def _start_from_one(section: CT_SectPr) -> None:
    """On a right-hand page."""
    section.xpath("w:pgSz")[0].addprevious(OxmlElement("w:type", {qn("w:val"): "oddPage"}))
    section.xpath("w:pgMar")[0].addnext(OxmlElement("w:pgNumType", {qn("w:start"): "1"}))
