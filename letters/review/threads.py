"""Comments with their replies, each beside the clause it speaks of, also when that was said of an earlier revision."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from letters.definitions.catalogue import vocabulary
from letters.document.blocks import Document
from letters.document.compare import compare
from letters.models import Comment
from letters.questions.registry import question_for
from letters.questions.wording import in_words
from letters.review.reading import Reading

QUOTED = 28


@dataclass(frozen=True)
class Suggestion:
    """A value for an answer, in words, beside the one that the revision has."""

    field: str
    label: str
    now: str
    wanted: str
    accepted_at: datetime | None


@dataclass(frozen=True)
class Thread:
    """`block` is its clause in the revision that is shown; None for the whole letter, and where the clause is gone.

    `quote` is how the clause began when the comment was written; `revision` the number of that revision.
    """

    comment: Comment
    replies: tuple[Comment, ...]
    revision: int
    block: int | None
    quote: str
    suggestion: Suggestion | None

    @property
    def is_open(self) -> bool:
        return self.comment.resolved_at is None

    @property
    def is_gone(self) -> bool:
        return self.block is None and self.comment.block is not None


def threads_of(reading: Reading) -> list[Thread]:
    """In the order of the letter: what speaks of all of it first, what speaks of clauses that are gone last."""
    replies = defaultdict(list)
    for comment in reading.comments:
        replies[comment.parent_id].append(comment)
    places = _Places(reading)
    threads = [_thread(comment, replies[comment.pk], reading, places) for comment in replies[None]]
    return sorted(threads, key=_place)


def _place(thread: Thread) -> tuple[bool, int, datetime, int]:
    place = -1 if thread.block is None else thread.block
    return thread.is_gone, place, thread.comment.at, thread.comment.pk


def _thread(comment: Comment, replies: list[Comment], reading: Reading, places: "_Places") -> Thread:
    number = places.numbers[comment.revision_id]
    block, quote = (None, "") if comment.block is None else places.find(number, comment.block)
    suggestion = _suggestion(comment, reading) if comment.suggested_field else None
    return Thread(comment, tuple(replies), number, block, quote, suggestion)


def _suggestion(comment: Comment, reading: Reading) -> Suggestion | None:
    field = vocabulary().fields.get(comment.suggested_field)
    if field is None:
        return None
    question = question_for(field)
    now = in_words(question, reading.shown.values.get(field.key))
    return Suggestion(field.key, question.label, now, in_words(question, comment.suggested), comment.accepted_at)


class _Places:
    """Where a clause of an earlier revision stands in the one that is shown."""

    def __init__(self, reading: Reading):
        self.numbers = {revision.pk: revision.number for revision in reading.revisions}
        self.shown = reading.shown.number
        self.trees = {number: revision.tree for number, revision in reading.contents.items()}
        self.moved: dict[int, Mapping[int, int]] = {}

    def find(self, number: int, block: int) -> tuple[int | None, str]:
        """The place now, None when the clause is gone, and how the clause began then."""
        quote = beginning(self.trees[number], block)
        if number == self.shown:
            return block, quote
        if number not in self.moved:
            self.moved[number] = _same_clauses(self.trees[number], self.trees[self.shown])
        return self.moved[number].get(block), quote


def _same_clauses(older: Document, newer: Document) -> Mapping[int, int]:
    clauses = compare(older, newer).clauses
    return {clause.older.index: clause.newer.index for clause in clauses if clause.older and clause.newer}


def beginning(document: Document, block: int) -> str:
    """Enough of a clause to know it by."""
    text = " ".join(document.blocks[block].text.split()) if 0 <= block < len(document.blocks) else ""
    return text if len(text) <= QUOTED else f"{text[:QUOTED]}……"
