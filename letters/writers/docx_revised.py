"""A Redline → the paragraphs of a Word file, marked so that Word can make either version of them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.parfmt import CT_PPr
from lxml.etree import SubElement, tostring

from letters.document.blocks import Paragraph, Text
from letters.document.redline import Change, Line, Redline, RedlineClause, RedlineRun
from letters.writers.characters import before_words
from letters.writers.docx_body import add_run, style_of_run
from letters.writers.docx_changes import Reviser
from letters.writers.docx_numbering import put_in_list
from letters.writers.docx_shared_lists import SharedLists
from letters.writers.docx_styles import keeps_by_style, style_of

NOTHING = Line(-1, Paragraph(()))


@dataclass(frozen=True)
class Revised:
    """One paragraph: how it was set and is set, what it holds of both versions, and what became of its end."""

    older: Line | None
    newer: Line | None
    pieces: tuple[RedlineRun, ...]
    end: Change
    clauses: tuple[RedlineClause, ...]

    @property
    def change(self) -> Change:
        """Of the paragraph as a whole."""
        states = {clause.state for clause in self.clauses}
        return "deleted" if states == {"removed"} else "inserted" if states == {"added"} else "kept"

    @property
    def blocks(self) -> Iterator[tuple[str, int]]:
        """Of which version it is which block."""
        for clause in self.clauses:
            if clause.older:
                yield "older", clause.older.index
            if clause.newer:
                yield "newer", clause.newer.index


def revised_paragraphs(redline: Redline, lists: SharedLists) -> list[Revised]:
    return _with_an_end(_as_typed([_revised(clause, lists) for clause in redline.clauses]))


def _revised(clause: RedlineClause, lists: SharedLists) -> Revised:
    end: Change = "kept" if clause.older and clause.newer else "deleted" if clause.older else "inserted"
    pieces = (*_number(clause, lists), *clause.label, *clause.runs)
    return Revised(clause.older, clause.newer, pieces, end, (clause,))


def _number(clause: RedlineClause, lists: SharedLists) -> Iterator[RedlineRun]:
    """Numbers that Word does not count are words, and change like words."""
    older, newer = (before_words(lists.typed(line.block)) if line else "" for line in (clause.older, clause.newer))
    changes: list[tuple[Change, str]] = [("deleted", older), ("inserted", newer)]
    if older == newer:
        changes = [("kept", newer)]
    yield from (RedlineRun(change, Text(number)) for change, number in changes if number)


def _as_typed(paragraphs: list[Revised]) -> list[Revised]:
    """New clauses after one of their kind: its end is new and the last of them has its old end, as if typed there.

    Word undoes either way rightly; LibreOffice sets the paragraph after a new one like it when that is rejected."""
    found: list[Revised] = []
    for is_new, stretch in groupby(paragraphs, lambda one: one.end == "inserted"):
        new = list(stretch)
        if is_new and found and found[-1].end == "kept" and _is_set_like(found[-1], new[-1]):
            found[-1:] = _lent_end(found[-1], new)
        else:
            found += new
    return found


def _is_set_like(one: Revised, other: Revised) -> bool:
    """Of one kind and level in whatever version they are in."""
    lines = [line for line in (one.older, one.newer, other.older, other.newer) if line]
    return len({(type(line.block), getattr(line.block, "level", 0), bool(line.number)) for line in lines}) == 1


def _with_an_end(paragraphs: list[Revised]) -> list[Revised]:
    """Word never takes away the end of the last paragraph: both versions have to end with the same one."""
    last = max((at for at, one in enumerate(paragraphs) if one.end == "kept"), default=-1)
    tail = paragraphs[last + 1 :]
    gone, come = ([one for one in tail if one.end == end] for end in ("deleted", "inserted"))
    if gone and come:
        pair = gone[-1], come[-1]
        return [*(one for one in paragraphs if not any(one is other for other in pair)), _both(*pair)]
    if tail and last >= 0:
        return [*paragraphs[:last], *_lent_end(paragraphs[last], tail)]
    return [*paragraphs[:-1], *(_ending(one) for one in paragraphs[-1:])]


def _ending(last: Revised) -> Revised:
    """Of a version without a word an empty paragraph is left."""
    return replace(last, older=last.older or NOTHING, newer=last.newer or NOTHING, end="kept")


def _both(gone: Revised, come: Revised) -> Revised:
    return Revised(gone.older, come.newer, gone.pieces + come.pieces, "kept", gone.clauses + come.clauses)


def _lent_end(kept: Revised, tail: Sequence[Revised]) -> list[Revised]:
    """The last that both versions have gives its own end away, and where the rest goes takes over the last one's."""
    change = tail[-1].end
    older = kept.older if change == "inserted" else tail[-1].older
    newer = kept.newer if change == "deleted" else tail[-1].newer
    return [replace(kept, end=change), *tail[:-1], replace(tail[-1], older=older, newer=newer, end="kept")]


class Typesetter:
    """Sets revised paragraphs in the styles and lists of the letter, under the marks of one reviser."""

    def __init__(self, lists: SharedLists, reviser: Reviser, kept_older: Collection[int], kept_newer: Collection[int]):
        self.lists, self.reviser = lists, reviser
        self.kept_older, self.kept_newer = kept_older, kept_newer

    def paragraph(self, revised: Revised) -> CT_P:
        paragraph = OxmlElement("w:p")
        paragraph.append(self._properties(revised))
        for change, pieces in groupby(revised.pieces, lambda piece: piece.change):
            first = len(paragraph)
            for piece in pieces:
                add_run(paragraph, piece.text, style_of_run(piece.run, shades_gaps=True))
            paragraph.extend(self.reviser.marked(paragraph[first:], change))
        return paragraph

    def _properties(self, revised: Revised) -> CT_PPr:
        stays = self._stays(revised)
        before, after = (self._set(line, stays) if line else None for line in (revised.older, revised.newer))
        properties = before if after is None else after
        was_set_otherwise = before is not None and tostring(before) != tostring(properties)
        self.reviser.mark_paragraph(properties, revised.end)
        if was_set_otherwise:
            self.reviser.mark_properties(properties, before)
        return properties

    def _stays(self, revised: Revised) -> bool:
        """With the next on one page, by where it stands now: that follows from other changes and is none."""
        if revised.newer:
            return revised.newer.index in self.kept_newer
        return bool(revised.older) and revised.older.index in self.kept_older

    def _set(self, line: Line, stays: bool) -> CT_PPr:
        properties = OxmlElement("w:pPr")
        SubElement(properties, qn("w:pStyle")).set(qn("w:val"), style_of(line.block))
        if stays and not keeps_by_style(line.block):
            SubElement(properties, qn("w:keepNext"))
        if place := self.lists.place(line.block):
            put_in_list(properties, place)
        return properties
