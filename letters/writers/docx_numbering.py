"""Gives numbered blocks to Word to count, so that a clause added or struck out there renumbers the rest."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docx.document import Document as WordFile
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.parfmt import CT_PPr
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml.etree import QName

from letters.document.blocks import Document, Heading, Item, Signature
from letters.writers.characters import ends_bare, printable
from letters.writers.docx_outline import Level, Outline, outlines
from letters.writers.docx_styles import style_of


@dataclass(frozen=True)
class Place:
    """Where Word counts a paragraph: the list (from 1) and the level in it (from 0)."""

    list: int
    level: int


def number_paragraphs(word: WordFile, document: Document) -> Mapping[int, Place]:
    """Add the letter's lists to the file; places by position of the block, none if its numbers stay typed text."""
    numbered = dict(_numbered(document))
    lists = outlines([(block.level, printable(block.number)) for block in numbered.values()])
    if not lists:
        return {}
    places = {position: _place(lists, block.level) for position, block in numbered.items()}
    styles = _styles_by_place(document, places)
    _define(word, lists, styles, _indents(word, document, places))
    _link(word, styles)
    return places


def _numbered(document: Document) -> Iterator[tuple[int, Heading | Item]]:
    for position, block in enumerate(document.blocks):
        if isinstance(block, Heading | Item) and block.number:
            yield position, block


def _place(lists: tuple[Outline, ...], level: int) -> Place:
    number = max(number for number, outline in enumerate(lists, start=1) if outline.top <= level)
    return Place(number, level - lists[number - 1].top)


def _styles_by_place(document: Document, places: Mapping[int, Place]) -> dict[Place, str]:
    """The style that brings a number with it when it is chosen in Word: one for each level, always numbered."""
    rest = (block for position, block in enumerate(document.blocks) if position not in places)
    unnumbered = {style_of(block) for block in rest if not isinstance(block, Signature)}
    found: dict[Place, str] = {}
    for position, place in places.items():
        style = style_of(document.blocks[position])
        if style not in unnumbered and style not in found.values():
            found.setdefault(place, style)
    return found


def _indents(word: WordFile, document: Document, places: Mapping[int, Place]) -> dict[Place, BaseOxmlElement]:
    """A list's own indent beats the style's: say the same again."""
    first = {place: position for position, place in reversed(places.items())}
    used = {place: style_of(document.blocks[position]) for place, position in first.items()}
    return {place: word.styles.element.get_by_id(style).pPr.ind for place, style in used.items()}


def _define(
    word: WordFile,
    lists: tuple[Outline, ...],
    styles: Mapping[Place, str],
    indents: Mapping[Place, BaseOxmlElement],
) -> None:
    numbering = word.part.numbering_part.element
    for number, outline in enumerate(lists, start=1):
        abstract = _element("w:abstractNum", abstractNumId=str(number))
        abstract.append(_element("w:nsid", val=f"4E43000{number}"))
        abstract.append(_element("w:multiLevelType", val="multilevel"))
        for depth, level in enumerate(outline.levels):
            place = Place(number, depth)
            abstract.append(_level(depth, level, styles.get(place), indents[place]))
        numbering.append(abstract)
    for number in range(1, len(lists) + 1):
        numbering.add_num(number)


def _level(depth: int, level: Level, style: str | None, indent: BaseOxmlElement) -> BaseOxmlElement:
    element = _element("w:lvl", ilvl=str(depth))
    element.extend(_counting(level, style))
    properties = _element("w:pPr")
    properties.append(_element("w:ind", left="0", **_attributes(indent)))
    element.append(properties)
    return element


def _attributes(element: BaseOxmlElement) -> dict[str, str]:
    return {QName(name).localname: value for name, value in element.attrib.items()}


def _counting(level: Level, style: str | None) -> Iterator[BaseOxmlElement]:
    yield _element("w:start", val="1")
    yield _element("w:numFmt", val=level.form)
    if style:
        yield _element("w:pStyle", val=style)
    yield _element("w:suff", val="space" if ends_bare(level.first) else "nothing")
    yield _element("w:lvlText", val=level.pattern)
    yield _element("w:lvlJc", val="left")


def _link(word: WordFile, styles: Mapping[Place, str]) -> None:
    for place, style in styles.items():
        put_in_list(word.styles.element.get_by_id(style).get_or_add_pPr(), place)


def put_in_list(properties: CT_PPr, place: Place) -> None:
    number = properties.get_or_add_numPr()
    number.get_or_add_ilvl().val = place.level
    number.get_or_add_numId().val = place.list


def _element(tag: str, **attributes: str) -> BaseOxmlElement:
    return OxmlElement(tag, {qn(f"w:{name}"): value for name, value in attributes.items()})
