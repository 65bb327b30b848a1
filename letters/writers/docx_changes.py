"""Tracked changes of Word: text that came or went, paragraphs that came or went, each signed with author and hour."""

from collections.abc import Iterable
from datetime import datetime
from itertools import count

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.parfmt import CT_PPr
from docx.oxml.text.run import CT_R
from docx.oxml.xmlchemy import BaseOxmlElement

from letters.document.redline import Change
from letters.writers.characters import printable

MARKS: dict[Change, str] = {"inserted": "w:ins", "deleted": "w:del"}
TEXT, DELETED_TEXT = qn("w:t"), qn("w:delText")
LONGEST_NAME = 255


def stamp(moment: datetime) -> str:
    """Word prints the hour that stands here whatever the zone beside it: so it is the hour of the clock on the wall."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


class Reviser:
    """Marks changes of one author at one moment; every mark of a file has a number of its own."""

    def __init__(self, author: str, date: datetime):
        self.signed = {qn("w:author"): printable(author)[:LONGEST_NAME], qn("w:date"): stamp(date)}
        self.ids = count(1)

    def marked(self, runs: Iterable[CT_R], change: Change) -> list[BaseOxmlElement]:
        """The runs under one mark; what was kept has none."""
        if change == "kept":
            return list(runs)
        mark = self._element(MARKS[change])
        mark.extend(runs)
        if change == "deleted":
            for text in list(mark.iter(TEXT)):
                text.tag = DELETED_TEXT
        return [mark]

    def mark_paragraph(self, properties: CT_PPr, change: Change) -> None:
        """Its end came or went: what stands in it then belongs to the next paragraph."""
        if change != "kept":
            end = OxmlElement("w:rPr")
            end.append(self._element(MARKS[change]))
            properties.append(end)

    def mark_properties(self, properties: CT_PPr, before: CT_PPr) -> None:
        """It was set in another style, or counted elsewhere."""
        change = self._element("w:pPrChange")
        change.append(before)
        properties.append(change)

    def _element(self, tag: str) -> BaseOxmlElement:
        return OxmlElement(tag, {qn("w:id"): str(next(self.ids)), **self.signed})
