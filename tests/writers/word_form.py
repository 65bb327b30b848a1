"""Reads a blank form in Word as whoever fills it in: its controls, where their answers are kept, its text."""

from io import BytesIO
from zipfile import ZipFile

from docx.oxml.ns import qn
from lxml import etree

from letters.writers.docx_form_data import ANSWERS
from tests.writers.word_file import opened, part, text_of

WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
BOOKKEEPING = {"rPr", "alias", "tag", "id", "lock", "placeholder", "showingPlcHdr", "dataBinding"}


def controls(content: bytes) -> list[etree._Element]:
    return list(part(content, "word/document.xml").iter(qn("w:sdt")))


def said(control: etree._Element, name: str) -> str:
    [value] = control.xpath(f"w:sdtPr/w:{name}/@w:val", namespaces=control.nsmap)
    return value


def kind_of(control: etree._Element) -> str:
    [kind] = {etree.QName(element).localname for element in control[0]} - BOOKKEEPING
    return kind


def shown(control: etree._Element) -> str:
    return "".join(control[1].itertext())


def path_of(control: etree._Element) -> str | None:
    binding = control[0].find(qn("w:dataBinding"))
    return None if binding is None else binding.get(qn("w:xpath"))


def kept(content: bytes) -> etree._Element:
    """The XML part that the controls write into."""
    return part(content, "customXml/item1.xml")


def kept_at(form: etree._Element, path: str) -> list[etree._Element]:
    return form.xpath(path, namespaces={"a": ANSWERS})


def text_with_controls(content: bytes) -> str:
    """As text_of reads it, once python-docx sees what stands in the controls."""
    word = opened(content)
    for control in list(word.element.body.iter(qn("w:sdt"))):
        for run in list(control[1]):
            control.addprevious(run)
        control.getparent().remove(control)
    file = BytesIO()
    word.save(file)
    return text_of(file.getvalue())


def filled_in(content: bytes, key: str, answer: str) -> bytes:
    """The file as Word saves it after one control of the question was filled in: only the XML part."""
    form = kept(content)
    form.find(f"{{{ANSWERS}}}{key}").text = answer
    return with_part(content, "customXml/item1.xml", etree.tostring(form))


def with_part(content: bytes, name: str, changed: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(BytesIO(content)) as package, ZipFile(file, "w") as written:
        for each in package.namelist():
            written.writestr(each, changed if each == name else package.read(each))
    return file.getvalue()
