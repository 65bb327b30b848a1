"""Blocks of a letter → paragraphs of a Word file, each in its own style, each run in a character style or none."""

from collections.abc import Iterator, Mapping

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R
from lxml.etree import SubElement

from letters.document.blocks import (
    AnnexLine,
    Blank,
    Block,
    Document,
    Gap,
    Run,
    Signature,
    SignatureLine,
    Text,
    Value,
)
from letters.writers.characters import ends_bare, printable
from letters.writers.docx_numbering import Place, put_in_list
from letters.writers.docx_styles import style_of

VAL = qn("w:val")
PARAGRAPH_PROPERTIES, PARAGRAPH_STYLE, KEEP_NEXT = qn("w:pPr"), qn("w:pStyle"), qn("w:keepNext")
RUN, RUN_PROPERTIES, RUN_STYLE = qn("w:r"), qn("w:rPr"), qn("w:rStyle")


def paragraphs(document: Document, places: Mapping[int, Place], *, draft: bool) -> Iterator[CT_P]:
    """Every paragraph in order; `places` says which blocks, by position, Word counts itself."""
    kept = _kept_with_signature(document.blocks)
    for position, block in enumerate(document.blocks):
        for line in block.lines if isinstance(block, Signature) else (block,):
            yield _paragraph(line, places.get(position), kept=position in kept, draft=draft)


def _kept_with_signature(blocks: tuple[Block, ...]) -> range:
    """The last paragraph and what follows it up to the signature: a page with nothing but a seal is no letter."""
    end = next((position for position, block in enumerate(blocks) if isinstance(block, Signature)), 0)
    start = end - 1
    while start > 0 and isinstance(blocks[start], AnnexLine):
        start -= 1
    return range(max(start, 0), end)


def _paragraph(line: Block | SignatureLine, place: Place | None, *, kept: bool, draft: bool) -> CT_P:
    paragraph = OxmlElement("w:p")
    properties = SubElement(paragraph, PARAGRAPH_PROPERTIES)
    SubElement(properties, PARAGRAPH_STYLE, {VAL: style_of(line)})
    if kept:
        SubElement(properties, KEEP_NEXT)
    if place:
        put_in_list(properties, place)
    elif number := getattr(line, "number", ""):
        _add_run(paragraph, f"{number} " if ends_bare(number) else number)
    for run in line.runs:
        _add_run(paragraph, run.text, _style_of_run(run, draft=draft))
    return paragraph


def _style_of_run(run: Run, *, draft: bool) -> str | None:
    match run:
        case Text(strong=True):
            return "Strong"
        case Value():
            return "Answer"
        case Gap() if draft:
            return "Gap"
        case Blank(text=text):
            return "Ink" if text.strip() else "InkRule"
    return None


def _add_run(paragraph: CT_P, text: str, style: str | None = None) -> None:
    run: CT_R = SubElement(paragraph, RUN)
    if style:
        SubElement(SubElement(run, RUN_PROPERTIES), RUN_STYLE, {VAL: style})
    run.text = printable(text)
