"""What is filled into a blank form in Word: one answer per question, kept once and shown wherever it is asked.

The answers are an XML part of the file; the rules that come back when one is deleted are building blocks in another.
"""

from collections.abc import Sequence
from uuid import NAMESPACE_URL, uuid5

from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsmap, qn
from lxml.etree import Element, QName, SubElement, tostring

from letters.writers.form_fields import FormField, Place, Shape

ANSWERS = "urn:nuocheng:blank-form"
STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
ANSWERS_PART, ANSWERS_PROPERTIES = PackURI("/customXml/item1.xml"), PackURI("/customXml/itemProps1.xml")
GLOSSARY, GLOSSARY_STYLES = PackURI("/word/glossary/document.xml"), PackURI("/word/glossary/styles.xml")
GLOSSARY_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.glossary+xml"


class Store:
    """Knows by which path a place finds its answer, and by which name its rule."""

    def __init__(self, identifier: str, fields: Sequence[FormField]):
        self.identifier, self.fields = identifier, fields
        self.key = _guid(f"{ANSWERS}:{identifier}")
        self.rules: dict[str, str] = {}

    def binding(self, place: Place) -> dict[str, str]:
        steps = ["form", place.field.key, *([place.option[0]] if place.option else [])]
        path = "".join(f"/a:{step}[1]" for step in steps)
        return {"prefixMappings": f"xmlns:a='{ANSWERS}'", "xpath": path, "storeItemID": self.key}

    def placeholder(self, text: str) -> str:
        return self.rules.setdefault(text, f"Rule{len(self.rules) + 1}")

    def add_to(self, word: WordFile) -> None:
        """Once all controls are made."""
        package = word.part.package
        answers = Part(ANSWERS_PART, CONTENT_TYPE.XML, _xml(self._answers()), package)
        about = Part(ANSWERS_PROPERTIES, CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES, _xml(self._about()), package)
        answers.relate_to(about, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
        word.part.relate_to(answers, RELATIONSHIP_TYPE.CUSTOM_XML)
        glossary = Part(GLOSSARY, GLOSSARY_TYPE, _xml(self._glossary()), package)
        styles = Part(GLOSSARY_STYLES, CONTENT_TYPE.WML_STYLES, word.part._styles_part.blob, package)
        glossary.relate_to(styles, RELATIONSHIP_TYPE.STYLES)
        word.part.relate_to(glossary, RELATIONSHIP_TYPE.GLOSSARY_DOCUMENT)

    def _answers(self) -> Element:
        """A box not ticked is false; everything else is empty, and shows its rule."""
        form = Element(QName(ANSWERS, "form"), {"letter": self.identifier}, nsmap={None: ANSWERS})
        for field in self.fields:
            answer = SubElement(form, QName(ANSWERS, field.key))
            for option, _ in field.options if field.shape == Shape.BOXES else ():
                SubElement(answer, QName(ANSWERS, option)).text = "false"
        return form

    def _about(self) -> Element:
        item = Element(QName(STORE, "datastoreItem"), nsmap={"ds": STORE})
        item.set(QName(STORE, "itemID"), self.key)
        schemas = SubElement(item, QName(STORE, "schemaRefs"))
        SubElement(schemas, QName(STORE, "schemaRef")).set(QName(STORE, "uri"), ANSWERS)
        return item

    def _glossary(self) -> Element:
        glossary = Element(qn("w:glossaryDocument"), nsmap={"w": nsmap["w"]})
        parts = SubElement(glossary, qn("w:docParts"))
        for text, name in self.rules.items():
            _add_rule(SubElement(parts, qn("w:docPart")), text, name)
        return glossary


def _add_rule(part: Element, text: str, name: str) -> None:
    about = SubElement(part, qn("w:docPartPr"))
    _word(about, "name", name)
    category = SubElement(about, qn("w:category"))
    _word(category, "name", "常规")
    _word(category, "gallery", "placeholder")
    _word(SubElement(about, qn("w:types")), "type", "bbPlcHdr")
    _word(SubElement(about, qn("w:behaviors")), "behavior", "content")
    _word(about, "guid", _guid(text))
    run = SubElement(SubElement(SubElement(part, qn("w:docPartBody")), qn("w:p")), qn("w:r"))
    _word(SubElement(run, qn("w:rPr")), "rStyle", "Ink")
    SubElement(run, qn("w:t")).text = text


def _word(parent: Element, name: str, value: str) -> None:
    SubElement(parent, qn(f"w:{name}")).set(qn("w:val"), value)


def _guid(name: str) -> str:
    return f"{{{str(uuid5(NAMESPACE_URL, name)).upper()}}}"


def _xml(root: Element) -> bytes:
    return tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
