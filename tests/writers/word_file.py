"""Reads a Word file back as its reader sees it, with the numbers that Word would count."""

import re
from collections import defaultdict
from io import BytesIO
from zipfile import ZipFile

from docx import Document as open_word_file
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree

TENS = ("", "十", "二十", "三十", "四十", "五十", "六十", "七十", "八十", "九十")
ONES = ("", *"一二三四五六七八九")
ADDED = {"CoverCompany", "TOCHeading", "TOC1", "TOC2"}
SHOWN = {
    "decimal": str,
    "chineseCountingThousand": lambda count: TENS[count // 10] + ONES[count % 10],
    "decimalEnclosedCircle": lambda count: chr(ord("①") + count - 1),
}


def opened(content: bytes) -> WordFile:
    return open_word_file(BytesIO(content))


def package_of(content: bytes) -> ZipFile:
    return ZipFile(BytesIO(content))


def part(content: bytes, name: str) -> etree._Element:
    with package_of(content) as package:
        return etree.fromstring(package.read(name))


def text_of(content: bytes) -> str:
    """The letter's paragraphs with their numbers, white space removed; contents and company of a title page left out."""
    word = opened(content)
    counting = Counting(word)
    said = (paragraph for paragraph in word.paragraphs if paragraph._p.style not in ADDED)
    return bare("".join(counting.number(paragraph) + paragraph.text for paragraph in said))


def bare(text: str) -> str:
    return "".join(text.split())


class Counting:
    """Counts the lists of one file from its start as ECMA-376 says, part 1, 17.9."""

    def __init__(self, word: WordFile):
        self.numbering = word.part.numbering_part.element
        self.counters: dict[str, dict[int, int]] = defaultdict(dict)

    def number(self, paragraph: Paragraph) -> str:
        place = paragraph._p.pPr.numPr
        if place is None or place.numId.val == 0:
            return ""
        level, list_id = place.ilvl.val, place.numId.val
        counters = self.counters[list_id]
        counters[level] = counters.get(level, 0) + 1
        for deeper in [one for one in counters if one > level]:
            del counters[deeper]
        pattern = self._of(list_id, level, "lvlText")
        return re.sub(r"%(\d)", lambda place: self._shown(list_id, int(place[1]) - 1), pattern)

    def _shown(self, list_id: int, level: int) -> str:
        return SHOWN[self._of(list_id, level, "numFmt")](self.counters[list_id][level])

    def _of(self, list_id: int, level: int, name: str) -> str:
        [abstract] = self.numbering.xpath(f"w:num[@w:numId={list_id}]/w:abstractNumId/@w:val")
        query = f"w:abstractNum[@w:abstractNumId={abstract}]/w:lvl[@w:ilvl={level}]/w:{name}"
        [element] = self.numbering.xpath(query)
        return element.get(qn("w:val"))
