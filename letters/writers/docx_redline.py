"""Two versions of a letter → a Word file with real tracked changes, to be accepted or rejected one by one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from io import BytesIO

from docx import Document as open_word_file
from docx.document import Document as WordFile
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P

from letters.document.blocks import Document
from letters.document.compare import compare
from letters.document.keeping import kept_with_next
from letters.writers.bounds import check_bounds
from letters.writers.characters import printable
from letters.writers.docx_changes import LONGEST_NAME, Reviser
from letters.writers.docx_comments import Margin, WordComment
from letters.writers.docx_heads import add_heads
from letters.writers.docx_package import repacked, template
from letters.writers.docx_revised import Revised, Typesetter, revised_paragraphs
from letters.writers.docx_shared_lists import share_lists
from letters.writers.docx_watermark import add_watermark
from letters.writers.options import DRAFT, PrintOptions, Watermark

WORKING_PAPER = "（修订对照）"


def render_redline_docx(
    older: Document,
    newer: Document,
    *,
    author: str,
    date: datetime,
    comments: Sequence[WordComment] = (),
    options: PrintOptions = DRAFT,
) -> bytes:
    """Accepting all gives the newer version, rejecting all the older; `date` is shown as its own clock says it.

    Always with a watermark: all changes accepted, it would look like a letter that was approved."""
    check_bounds(older)
    check_bounds(newer)
    word = open_word_file(BytesIO(template(options.layout, policy=newer.is_policy)))
    _describe(word, newer, author)
    add_heads(word, newer, options)
    lists, reviser = share_lists(word, older, newer), Reviser(author, date)
    revised = revised_paragraphs(compare(older, newer), lists)
    end = word.element.body.sectPr
    typesetter = Typesetter(lists, reviser, kept_with_next(older.blocks), kept_with_next(newer.blocks))
    for paragraph in _paragraphs(revised, typesetter, Margin(word, reviser), comments):
        end.addprevious(paragraph)
    _track_further_changes(word)
    add_watermark(word, options.watermark or Watermark.DRAFT)
    return repacked(_saved(word))


def _paragraphs(
    revised: Sequence[Revised], typesetter: Typesetter, margin: Margin, comments: Sequence[WordComment]
) -> Iterator[CT_P]:
    anchored = _anchored(revised, comments)
    for position, one in enumerate(revised):
        paragraph = typesetter.paragraph(one)
        for comment in anchored[position]:
            margin.comment(paragraph, comment, one.change)
        yield paragraph
    if comments:
        margin.finish()


def _anchored(revised: Sequence[Revised], comments: Sequence[WordComment]) -> Mapping[int, list[WordComment]]:
    """By position of the paragraph; a comment on a block that is in neither version stands at the title."""
    first: dict[tuple[str, int], int] = {}
    for position, one in enumerate(revised):
        for block in one.blocks:
            first.setdefault(block, position)
    found: dict[int, list[WordComment]] = defaultdict(list)
    for comment in comments:
        found[first.get((comment.version, comment.clause), 0)].append(comment)
    return found


def _describe(word: WordFile, document: Document, author: str) -> None:
    properties = word.core_properties
    properties.title = printable(document.title)[: LONGEST_NAME - len(WORKING_PAPER)] + WORKING_PAPER
    properties.author = properties.last_modified_by = printable(author)[:LONGEST_NAME]
    properties.identifier = document.identifier


def _track_further_changes(word: WordFile) -> None:
    """What is typed into the file from here on shows as well."""
    word.settings.element.find(qn("w:defaultTabStop")).addprevious(OxmlElement("w:trackRevisions"))


def _saved(word: WordFile) -> bytes:
    file = BytesIO()
    word.save(file)
    return file.getvalue()
