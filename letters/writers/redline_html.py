"""A Redline as HTML: the newer version on paper, with what came underlined and what went struck through."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from letters.document.blocks import (
    AnnexLine,
    Block,
    Heading,
    Item,
    NumberLine,
    Paragraph,
    PartyLine,
    SignatureLine,
    Title,
    Verification,
)
from letters.document.redline import Redline, RedlineClause, RedlineRun
from letters.questions.language import spoken
from letters.writers.characters import ends_bare
from letters.writers.html import by_kind

# The element and the class of each kind of line, as the templates of document/ set them.
SHAPES: dict[type[Block | SignatureLine], tuple[str, str]] = {
    Title: ("h2", "letter-title"),
    NumberLine: ("p", "letter-number"),
    PartyLine: ("p", "letter-party"),
    Heading: ("h", "letter-heading"),
    Paragraph: ("p", "letter-paragraph"),
    Item: ("p", "letter-item"),
    AnnexLine: ("p", "letter-annex"),
    SignatureLine: ("p", "letter-signature-line"),
    Verification: ("p", "letter-verification"),
}
NUMBER_MARKS = "、.　 "

Part = dict[str, object]


def redline_html(redline: Redline, only_changes: bool = False) -> SafeString:
    """The sheet with its filter above; `only_changes` is where the filter stands at first."""
    parts = [_part(clauses) for clauses in _boxes(redline.clauses)]
    _drop_repeated_addresses(parts)
    _mark_context(parts)
    _count_skipped(parts)
    context = {"redline": redline, "parts": parts, "only_changes": only_changes, "here": spoken("zh-CN", "en")}
    counts = {state: redline.count(state) for state in ("changed", "added", "removed")}
    return render_to_string("document/redline.html", context | counts)


def _boxes(clauses: Iterable[RedlineClause]) -> Iterator[list[RedlineClause]]:
    """The lines of a signature block stay in one box; every other line is a part of its own."""
    box: list[RedlineClause] = []
    for clause in clauses:
        if box and not _is_one_signature([*box, clause]):
            yield box
            box = []
        box.append(clause)
    if box:
        yield box


def _is_one_signature(clauses: list[RedlineClause]) -> bool:
    blocks = {clause.newer.index for clause in clauses if clause.newer}
    return len(blocks) < 2 and all(isinstance(clause.block, SignatureLine) for clause in clauses)


def _drop_repeated_addresses(parts: list[Part]) -> None:
    """A signature block with something else come or gone between its lines is two boxes."""
    seen: set[object] = {""}
    for part in parts:
        if part["id"] in seen:
            part["id"] = ""
        seen.add(part["id"])


def _part(clauses: list[RedlineClause]) -> Part:
    lines = [_line(clause) for clause in clauses]
    states = {clause.state for clause in clauses}
    return {
        "id": _identifier(clauses),
        "state": states.pop() if len(states) == 1 else "changed",
        "is_signature": isinstance(clauses[0].block, SignatureLine),
        "block": clauses[0].block,
        "number": clauses[0].number.strip(),
        "lines": lines,
    }


def _identifier(clauses: list[RedlineClause]) -> str:
    here = [clause.newer.index for clause in clauses if clause.newer]
    return f"clause-{here[0]}" if here else f"removed-{clauses[0].line.index}"


def _line(clause: RedlineClause) -> Part:
    tag, look = _shape(clause.block)
    number = clause.number
    return {
        "tag": tag,
        "look": look,
        "state": clause.state,
        "moved": clause.moved,
        "number": number,
        "bare": ends_bare(number),
        "was": clause.number_older.rstrip(NUMBER_MARKS) if clause.renumbered else "",
        "label": _groups(clause, clause.label),
        "groups": _groups(clause, clause.runs),
    }


def _shape(block: Block | SignatureLine) -> tuple[str, str]:
    tag, look = SHAPES[type(block)]
    match block:
        case Heading(level=level, number=number):
            chapter = " chapter" if "章" in number else ""
            return f"h{min(level + 2, 6)}", f"{look} level-{level}{chapter}"
        case Item(level=level):
            return tag, f"{look} level-{level}"
    return tag, look


def _groups(clause: RedlineClause, runs: Iterable[RedlineRun]) -> list[tuple[str, object]]:
    """What changed together is marked together; a clause that came or went is marked as a whole."""
    if clause.state in ("added", "removed"):
        return [("kept", by_kind(tuple(run.run for run in runs)))]
    changes = groupby(runs, lambda run: run.change)
    return [(change, by_kind(tuple(run.run for run in same))) for change, same in changes]


def _mark_context(parts: list[Part]) -> None:
    """The headings above a change, and the title, are shown with it: else nobody knows where it stands."""
    above: list[Part] = []
    for part in parts:
        block = part["block"]
        if isinstance(block, Heading):
            above = [one for one in above if _level(one) < block.level] + [part]
        part["is_context"] = isinstance(block, Title)
        if part["state"] != "same":
            for heading in above:
                heading["is_context"] = True


def _level(part: Part) -> int:
    return getattr(part["block"], "level", 0)


def _count_skipped(parts: list[Part]) -> None:
    """How many unchanged lines the filter hides, told where the first of them stood."""
    for is_hidden, stretch in _stretches(parts):
        if is_hidden:
            stretch[0]["skipped"] = sum(len(part["lines"]) for part in stretch)


def _stretches(parts: list[Part]) -> Iterator[tuple[bool, list[Part]]]:
    hidden = groupby(parts, lambda part: part["state"] == "same" and not part["is_context"])
    return ((is_hidden, list(stretch)) for is_hidden, stretch in hidden)
