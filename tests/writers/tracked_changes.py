"""Accepts or rejects all tracked changes of a Word file as ECMA-376 part 1, 17.13.5 says, without asking the writer."""

from io import BytesIO
from zipfile import ZipFile

from docx.oxml.ns import qn
from lxml import etree

INSERTED, DELETED = qn("w:ins"), qn("w:del")
BODY = "word/document.xml"


def accepted(content: bytes) -> bytes:
    return _settled(content, stays=INSERTED, goes=DELETED, restores=False)


def rejected(content: bytes) -> bytes:
    return _settled(content, stays=DELETED, goes=INSERTED, restores=True)


def _settled(content: bytes, *, stays: str, goes: str, restores: bool) -> bytes:
    with ZipFile(BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    root = etree.fromstring(parts[BODY])
    for change in list(root.iter(qn("w:pPrChange"))):
        _settle_properties(change, restores=restores)
    for paragraph in list(root.iter(qn("w:p"))):
        _settle_end(paragraph, goes)
    for mark in list(root.iter(stays)):
        _unwrap(mark)
    for mark in list(root.iter(goes)):
        mark.getparent().remove(mark)
    for text in root.iter(qn("w:delText")):
        text.tag = qn("w:t")
    parts[BODY] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return _packed(parts)


def _settle_properties(change: etree._Element, *, restores: bool) -> None:
    properties = change.getparent()
    properties.remove(change)
    if restores:
        for one in properties:
            if one.tag != qn("w:rPr"):
                properties.remove(one)
        properties[:0] = change[0]


def _settle_end(paragraph: etree._Element, goes: str) -> None:
    """What stands in a paragraph without an end stands at the start of the next."""
    properties = paragraph.find(qn("w:pPr"))
    if properties is None or properties.find(f"{qn('w:rPr')}/{goes}") is None:
        return
    following = paragraph.getnext()
    assert following.tag == qn("w:p"), "the last paragraph has lost its end"
    paragraph.remove(properties)
    following[1:1] = list(paragraph)
    paragraph.getparent().remove(paragraph)


def _unwrap(mark: etree._Element) -> None:
    mark.getparent()[mark.getparent().index(mark) : mark.getparent().index(mark) + 1] = list(mark)


def _packed(parts: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return file.getvalue()
