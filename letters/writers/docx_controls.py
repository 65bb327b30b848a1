"""Places to fill in as Word's content controls: text, a date, a list to choose from, a box to tick.

What is shown until then is the rule or the boxes of the printed form, so that paper and screen are one file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml.etree import QName, SubElement

from letters.writers.characters import printable
from letters.writers.docx_body import add_run
from letters.writers.docx_form_data import Store
from letters.writers.form_fields import BOX, FormField, Place, Shape

WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
CLAUSE = "本条适用"
CLAUSE_TAG = "clause"
LONGEST_NAME = 64  # Word refuses longer names and tags
TICKED = "☑"
# A font that has the sign wherever Word runs: the box as on the printed form, the tick from the system's symbols.
SIGNS = (("checkedState", TICKED, "Segoe UI Symbol"), ("uncheckedState", BOX, "宋体"))
DAYS = {Shape.DATE: "yyyy'年'M'月'd'日'", Shape.MONTH: "yyyy'年'M'月'"}


@dataclass(frozen=True)
class Naming:
    """What a control is called on the screen, and by a program that reads it."""

    name: str
    tag: str


def control(place: Place, number: int, store: Store) -> BaseOxmlElement:
    """`number` is unique in the file; a place without a question is bound to nothing."""
    sdt = OxmlElement("w:sdt")
    properties = SubElement(sdt, qn("w:sdtPr"))
    _word(SubElement(properties, qn("w:rPr")), "rStyle", val="Box" if place.is_box else "Answer")
    naming = _naming(place)
    _word(properties, "alias", val=printable(naming.name)[:LONGEST_NAME])
    _word(properties, "tag", val=naming.tag[:LONGEST_NAME])
    _word(properties, "id", val=str(number))
    _word(properties, "lock", val="sdtLocked")
    if not place.is_box:
        _word(SubElement(properties, qn("w:placeholder")), "docPart", val=store.placeholder(place.text))
        _word(properties, "showingPlcHdr")
    if place.field:
        _word(properties, "dataBinding", **store.binding(place))
    properties.append(_kind(place))
    add_run(SubElement(sdt, qn("w:sdtContent")), place.text, "Box" if place.is_box else "Ink")
    return sdt


def _naming(place: Place) -> Naming:
    match place:
        case Place(field=None):
            return Naming(CLAUSE, CLAUSE_TAG)
        case Place(field=FormField(key=key, label=label), option=(option, words)):
            return Naming(f"{label}：{words}", f"{key}.{option}")
    return Naming(place.field.label, place.field.key)


def _kind(place: Place) -> BaseOxmlElement:
    if place.is_box:
        return _box()
    match place.field.shape:
        case Shape.DATE | Shape.MONTH as shape:
            return _date(shape)
        case Shape.CHOICE:
            return _choice(place.field)
    lines = {"multiLine": "1"} if place.field.shape == Shape.LINES else {}
    return _new("text", lines)


def _box() -> BaseOxmlElement:
    box = OxmlElement("w:sdt").makeelement(QName(WORD_2010, "checkbox"), nsmap={"w14": WORD_2010})
    SubElement(box, QName(WORD_2010, "checked")).set(QName(WORD_2010, "val"), "0")
    for state, sign, font in SIGNS:
        element = SubElement(box, QName(WORD_2010, state))
        element.set(QName(WORD_2010, "val"), f"{ord(sign):04X}")
        element.set(QName(WORD_2010, "font"), font)
    return box


def _date(shape: Shape) -> BaseOxmlElement:
    date = OxmlElement("w:date")
    for name, value in _date_says(shape):
        _word(date, name, val=value)
    return date


def _date_says(shape: Shape) -> Iterator[tuple[str, str]]:
    yield "dateFormat", DAYS[shape]
    yield "lid", "zh-CN"
    yield "storeMappedDataAs", "date"
    yield "calendar", "gregorian"


def _choice(field: FormField) -> BaseOxmlElement:
    listed = OxmlElement("w:dropDownList")
    for key, words in field.options:
        _word(listed, "listItem", displayText=words, value=key)
    return listed


def _word(parent: BaseOxmlElement, name: str, **attributes: str) -> None:
    parent.append(_new(name, attributes))


def _new(name: str, attributes: Mapping[str, str]) -> BaseOxmlElement:
    return OxmlElement(f"w:{name}", {qn(f"w:{key}"): value for key, value in attributes.items()})
