"""Comments of a review carried over as Word comments, each on its whole paragraph, with its replies."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from docx.document import Document as WordFile
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.comments import CT_Comment
from docx.oxml.ns import nsdecls, qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R
from lxml.etree import Element, QName, SubElement, tostring

from letters.document.redline import Change
from letters.writers.characters import printable
from letters.writers.docx_changes import LONGEST_NAME, Reviser, stamp

LONGEST_INITIALS = 9
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
WORD_2012 = "http://schemas.microsoft.com/office/word/2012/wordml"
THREADS = PackURI("/word/commentsExtended.xml")
THREADS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"
THREADS_RELATION = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
POINTERS = ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference")
FIRST_PARAGRAPH_ID = 0x4E430000
STYLES = f"""
<w:styles {nsdecls("w")}>
  <w:style w:type="paragraph" w:styleId="CommentText">
    <w:name w:val="annotation text"/><w:basedOn w:val="Normal"/>
    <w:pPr><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="left"/></w:pPr>
    <w:rPr><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr>
  </w:style>
  <w:style w:type="character" w:styleId="CommentReference">
    <w:name w:val="annotation reference"/><w:basedOn w:val="DefaultParagraphFont"/>
    <w:rPr><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr>
  </w:style>
</w:styles>
"""


@dataclass(frozen=True)
class WordComment:
    """`clause` is the index of a block in that version; a reply stands where the comment stands that it answers."""

    clause: int
    author: str
    date: datetime
    text: str
    version: Literal["older", "newer"] = "newer"
    resolved: bool = False
    replies: tuple["WordComment", ...] = ()


class Margin:
    """The comments of one file."""

    def __init__(self, word: WordFile, reviser: Reviser):
        self.word, self.reviser = word, reviser
        self.threads = Element(QName(WORD_2012, "commentsEx"), nsmap={"w15": WORD_2012})

    def comment(self, paragraph: CT_P, comment: WordComment, change: Change) -> None:
        """On all that stands in the paragraph; with a paragraph that comes or goes the comment does."""
        first = self._write(comment)
        self._thread(first, comment)
        replies = [self._write(reply) for reply in comment.replies]
        for reply in replies:
            self._thread(reply, comment, answers=first)
        for one in (first, *replies):
            mark = _around(paragraph, one)
            paragraph.extend(self.reviser.marked([mark], change))

    def finish(self) -> None:
        """Once all comments are there: their styles, and who answers whom."""
        self.word.styles.element.extend(parse_xml(STYLES))
        content = tostring(self.threads, xml_declaration=True, encoding="UTF-8", standalone=True)
        part = Part(THREADS, THREADS_TYPE, content, self.word.part.package)
        self.word.part.relate_to(part, THREADS_RELATION)

    def _write(self, comment: WordComment) -> CT_Comment:
        author = printable(comment.author)[:LONGEST_NAME]
        words = printable(comment.text)
        element = self.word.part.comments.add_comment(words, author, author[:LONGEST_INITIALS])._comment_elm
        element.set(qn("w:date"), stamp(comment.date))
        element.p_lst[-1].set(QName(WORD_2010, "paraId"), _paragraph_id(element))
        return element

    def _thread(self, element: CT_Comment, comment: WordComment, answers: CT_Comment | None = None) -> None:
        entry = SubElement(self.threads, QName(WORD_2012, "commentEx"))
        entry.set(QName(WORD_2012, "paraId"), _paragraph_id(element))
        if answers is not None:
            entry.set(QName(WORD_2012, "paraIdParent"), _paragraph_id(answers))
        entry.set(QName(WORD_2012, "done"), "1" if comment.resolved else "0")


def _paragraph_id(comment: CT_Comment) -> str:
    return f"{FIRST_PARAGRAPH_ID + comment.id:08X}"


def _around(paragraph: CT_P, comment: CT_Comment) -> CT_R:
    """Start and end of what it is about; gives the mark that belongs behind them."""
    start, end, point = (OxmlElement(tag, {qn("w:id"): str(comment.id)}) for tag in POINTERS)
    paragraph.insert(1, start)
    paragraph.append(end)
    mark = OxmlElement("w:r")
    SubElement(SubElement(mark, qn("w:rPr")), qn("w:rStyle")).set(qn("w:val"), "CommentReference")
    mark.append(point)
    return mark
