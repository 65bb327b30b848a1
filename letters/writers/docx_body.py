"""Blocks of a letter → paragraphs of a Word file, each in its own style, each run in a character style or none."""

from collections.abc import Callable, Iterator, Mapping

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml.etree import SubElement

from letters.document.blocks import Blank, Block, Document, Gap, Run, Signature, SignatureLine, Text, Value
from letters.document.keeping import kept_with_next
from letters.writers.characters import before_words, printable
from letters.writers.docx_numbering import Place, put_in_list
from letters.writers.docx_styles import SECOND_SIDE, keeps_by_style, style_of

VAL = qn("w:val")
PARAGRAPH_PROPERTIES, PARAGRAPH_STYLE, KEEP_NEXT = qn("w:pPr"), qn("w:pStyle"), qn("w:keepNext")
RUN, RUN_PROPERTIES, RUN_STYLE = qn("w:r"), qn("w:rPr"), qn("w:rStyle")


WriteRun = Callable[[CT_P, Run], None]


def paragraphs(document: Document, places: Mapping[int, Place], write: WriteRun) -> Iterator[tuple[Block, CT_P]]:
    """Every paragraph in order, with its block; `places` says which blocks, by position, Word counts itself."""
    kept = kept_with_next(document.blocks)
    for position, block in enumerate(document.blocks):
        for line, style in _styled_lines(block):
            stays = position in kept and not keeps_by_style(line)
            yield block, _paragraph(line, style, places.get(position), write, stays=stays)


def _styled_lines(block: Block) -> Iterator[tuple[Block | SignatureLine, str]]:
    if not isinstance(block, Signature):
        yield block, style_of(block)
        return
    for position, line in enumerate(block.lines):
        yield line, SECOND_SIDE if position >= block.second_side > 0 else style_of(line)


def plain_paragraph(text: str, style: str) -> CT_P:
    """A paragraph that is not of the letter's own text."""
    paragraph = _styled(style)
    add_run(paragraph, text)
    return paragraph


def _paragraph(line: Block | SignatureLine, style: str, place: Place | None, write: WriteRun, *, stays: bool) -> CT_P:
    paragraph = _styled(style)
    properties = paragraph[0]
    if stays:
        SubElement(properties, KEEP_NEXT)
    if place:
        put_in_list(properties, place)
    elif number := getattr(line, "number", ""):
        add_run(paragraph, before_words(number))
    for run in line.runs:
        write(paragraph, run)
    return paragraph


def writing(*, shades_gaps: bool) -> WriteRun:
    """Each run in its style."""
    return lambda paragraph, run: add_run(paragraph, run.text, style_of_run(run, shades_gaps=shades_gaps))


def _styled(style: str) -> CT_P:
    paragraph = OxmlElement("w:p")
    SubElement(SubElement(paragraph, PARAGRAPH_PROPERTIES), PARAGRAPH_STYLE, {VAL: style})
    return paragraph


def style_of_run(run: Run, *, shades_gaps: bool) -> str | None:
    match run:
        case Text(strong=True):
            return "Strong"
        case Value():
            return "Answer"
        case Gap() if shades_gaps:
            return "Gap"
        case Blank(text=text):
            return "Ink" if text.strip() else "InkRule"
    return None


def add_run(paragraph: BaseOxmlElement, text: str, style: str | None = None) -> CT_R:
    run: CT_R = SubElement(paragraph, RUN)
    if style:
        SubElement(SubElement(run, RUN_PROPERTIES), RUN_STYLE, {VAL: style})
    run.text = printable(text)
    return run
