"""What a redline of two revisions of some 3,000 characters costs, beside building one of them: the figure of review."""

from dataclasses import replace
from datetime import datetime

from benchmarks.measure import in_turns, report, seconds
from letters.definitions.catalogue import letter_definition
from letters.document.blocks import Block, Document, Item, Text
from letters.document.build import build_document
from letters.document.compare import compare
from letters.questions.answers import read_answers
from letters.writers.docx import render_docx
from letters.writers.docx_redline import render_redline_docx
from letters.writers.options import DRAFT
from letters.writers.redline_html import redline_html
from tests.answers import example_answers

ROUNDS = 60
LETTER = "cip-3"
CHANGED = {
    "entity_name": "示范网络科技（上海）有限公司",
    "info_categories": ["contact", "minor"],
    "clause_reservation": "no",
    "third_party_sharing": "no",
    "complaint_reply_days": "12",
}
DATE = datetime(2026, 11, 22, 14, 8)


def built(**changed: object) -> Document:
    definition = letter_definition(LETTER)
    return build_document(definition, read_answers(definition, example_answers(LETTER, **changed)))


def reworded(document: Document) -> Document:
    """A word more in every clause, so that nothing is the same."""
    return replace(document, blocks=tuple(map(_reworded, document.blocks)))


def _reworded(block: Block) -> Block:
    if not isinstance(block, Item):
        return block
    words = "".join(run.text for run in block.runs)
    return replace(block, runs=(Text(f"{words[: len(words) // 2]}依法{words[len(words) // 2 :]}另行约定的除外。"),))


def main() -> None:
    older, newer = built(), built(**CHANGED)
    other = reworded(older)
    redline = compare(older, newer)
    works = {
        "build the document": lambda: built(**CHANGED),
        "compare": lambda: compare(older, newer),
        "compare, every clause reworded": lambda: compare(older, other),
        "redline as HTML": lambda: redline_html(redline),
        "compare and HTML": lambda: redline_html(compare(older, newer)),
        "Word file of one revision": lambda: render_docx(newer, DRAFT),
        "redline as Word file": lambda: render_redline_docx(older, newer, author="陈静", date=DATE),
    }
    for work in works.values():
        work()
    times = in_turns({name: lambda work=work: seconds(work) for name, work in works.items()}, ROUNDS)
    print(
        f"redline: {len(older.text):,} and {len(newer.text):,} characters, {redline.changes} changes; {ROUNDS} rounds"
    )
    report(times, "build the document", "the redline of two revisions ≤ 100 ms")


if __name__ == "__main__":
    main()
