"""Two versions of a letter → the redline between them: clauses aligned first, then words compared inside each."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from letters.document.alignment import aligned
from letters.document.blocks import Document, Run, Signature, SignatureLine, Text
from letters.document.redline import Change, Line, Redline, RedlineClause
from letters.document.word_changes import changed_runs, unchanged_runs

# difflib and no other library: docs/decisions/0016-clauses-first-then-words.md


def compare(older: Document, newer: Document) -> Redline:
    """Accepting all changes gives the newer version's text, rejecting all the older's; a new number is no change."""
    pairs = aligned(tuple(_lines(older)), tuple(_lines(newer)))
    return Redline(tuple(_with_moves([_clause(before, after) for before, after in pairs])))


def _lines(document: Document) -> Iterator[Line]:
    for index, block in enumerate(document.blocks):
        if isinstance(block, Signature):
            yield from (Line(index, line) for line in block.lines or (SignatureLine("", ()),))
        else:
            yield Line(index, block)


def _clause(older: Line | None, newer: Line | None) -> RedlineClause:
    before, after = _runs(older), _runs(newer)
    if older and newer:
        return RedlineClause(older, newer, changed_runs(before, after), changed_runs(_label(older), _label(newer)))
    change: Change = "deleted" if older else "inserted"
    label = unchanged_runs(change, _label(older or newer))
    return RedlineClause(older, newer, unchanged_runs(change, before or after), label)


def _runs(line: Line | None) -> tuple[Run, ...]:
    return line.block.runs if line else ()


def _label(line: Line | None) -> tuple[Run, ...]:
    return (Text(line.label),) if line and line.label else ()


def _with_moves(clauses: list[RedlineClause]) -> Iterator[RedlineClause]:
    """The same words gone here and come there: told apart from words that are lost or new."""
    gone = Counter(_words(clause) for clause in clauses if clause.state == "removed")
    come = Counter(_words(clause) for clause in clauses if clause.state == "added")
    left = {"removed": gone & come, "added": gone & come}
    for clause in clauses:
        words = _words(clause)
        moved = left.get(clause.state, Counter())[words] > 0
        if moved:
            left[clause.state][words] -= 1
        yield replace(clause, moved=moved)


def _words(clause: RedlineClause) -> tuple[type, str]:
    return type(clause.block), clause.line.words
