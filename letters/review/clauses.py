"""The letter clause by clause, each with what is remarked beside it."""

from collections import Counter
from dataclasses import dataclass

from letters.document.blocks import Document, Value
from letters.review.threads import Thread, beginning
from letters.writers.html import parts_of


@dataclass(frozen=True)
class Clause:
    """`part` is what document/letter.html asks for; `first` is the comment to go to."""

    index: int
    part: dict[str, object]
    begins: str
    threads: int
    open: int
    first: int | None


def clauses_of(document: Document, threads: list[Thread]) -> list[Clause]:
    counts = Counter(thread.block for thread in threads)
    waiting = Counter(thread.block for thread in threads if thread.is_open)
    first: dict[int | None, int] = {}
    for thread in threads:
        first.setdefault(thread.block, thread.comment.pk)
    return [
        Clause(index, part, beginning(document, index), counts[index], waiting[index], first.get(index))
        for index, part in enumerate(parts_of(document))
    ]


def fields_of(document: Document, block: int | None) -> list[str]:
    """The questions whose answers a clause reads out, each once, in their order."""
    if block is None or not 0 <= block < len(document.blocks):
        return []
    return list(dict.fromkeys(run.field for run in document.blocks[block].runs if isinstance(run, Value)))
