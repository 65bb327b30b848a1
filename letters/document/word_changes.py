"""What changed inside a clause: pieces kept and pieces replaced, in the runs that they were set in."""

from collections import deque
from collections.abc import Hashable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import chain, pairwise

from letters.document.blocks import Gap, Run, Value
from letters.document.islands import Piece, kept, readable
from letters.document.redline import Change, RedlineRun
from letters.document.tokens import tokens

Sentence = tuple[str, ...]

SENTENCE_ENDS = frozenset("。；\n")
# The time of a comparison grows with the product of the lengths: beyond it whole sentences are compared first.
MOST_PAIRS = 300_000


def changed_runs(older: Sequence[Run], newer: Sequence[Run]) -> tuple[RedlineRun, ...]:
    if "".join(run.text for run in older) == "".join(run.text for run in newer):
        return unchanged_runs("kept", newer)
    before, after = _Reader(older), _Reader(newer)
    found: list[RedlineRun] = []
    for piece in readable(_pieces(older, newer)):
        gone, here = before.read(piece.older), after.read(piece.newer)
        if not piece.kept:
            found += (RedlineRun("deleted", run) for run in gone)
        found += (RedlineRun("kept" if piece.kept else "inserted", run) for run in here)
    return tuple(found)


def unchanged_runs(change: Change, runs: Sequence[Run]) -> tuple[RedlineRun, ...]:
    """All of one kind: a clause kept, added or removed as a whole."""
    return tuple(RedlineRun(change, run) for run in runs if run.text)


def _pieces(older: Sequence[Run], newer: Sequence[Run]) -> list[Piece]:
    answers = _answered(older) & _answered(newer)
    left, right = tokens(older, answers), tokens(newer, answers)
    start, end = _ends_alike(left, right)
    differing = _differing(left[start : len(left) - end], right[start : len(right) - end])
    return [kept(left[:start]), *differing, kept(left[len(left) - end :])]


def _answered(runs: Sequence[Run]) -> set[str]:
    return {run.field for run in runs if isinstance(run, Value)}


def _ends_alike(left: Sequence[str], right: Sequence[str]) -> tuple[int, int]:
    """How many tokens at the start and at the end are the same, none counted twice."""
    shortest = min(len(left), len(right))
    start = next((at for at in range(shortest) if left[at] != right[at]), shortest)
    end = next((at for at in range(shortest - start) if left[-1 - at] != right[-1 - at]), shortest - start)
    return start, end


def _differing(left: Sequence[str], right: Sequence[str]) -> list[Piece]:
    if _is_short(left, right):
        return [Piece(tuple(left[a:b]), tuple(right[c:d])) for a, b, c, d in _matched(left, right)]
    return _differing_sentences(_sentences(left), _sentences(right))


def _differing_sentences(left: Sequence[Sentence], right: Sequence[Sentence]) -> list[Piece]:
    """Words are compared only in sentences that differ, and where even these are too long, nowhere."""
    matched = _matched(left, right) if _is_short(left, right) else [(0, len(left), 0, len(right))]
    found: list[Piece] = []
    for a, b, c, d in matched:
        older, newer = tuple(chain(*left[a:b])), tuple(chain(*right[c:d]))
        found += _differing(older, newer) if _is_short(older, newer) else [Piece(older, newer)]
    return found


def _is_short(left: Sequence[object], right: Sequence[object]) -> bool:
    return len(left) * len(right) <= MOST_PAIRS


def _matched(left: Sequence[Hashable], right: Sequence[Hashable]) -> list[tuple[int, int, int, int]]:
    return [opcode[1:] for opcode in SequenceMatcher(None, left, right, autojunk=False).get_opcodes()]


def _sentences(words: Sequence[str]) -> list[Sentence]:
    ends = [at for at, word in enumerate(words, start=1) if word in SENTENCE_ENDS]
    return [tuple(words[start:end]) for start, end in pairwise([0, *ends, len(words)])]


class _Reader:
    """Gives back the runs of a clause from its start, cut where a piece ends."""

    def __init__(self, runs: Sequence[Run]):
        self.rest = deque(run for run in runs if run.text)

    def read(self, words: Sequence[str]) -> list[Run]:
        missing = sum(map(len, words))
        found: list[Run] = []
        while missing:
            run = self.rest.popleft()
            if len(run.text) > missing and not isinstance(run, Gap):
                self.rest.appendleft(replace(run, text=run.text[missing:]))
                run = replace(run, text=run.text[:missing])
            found.append(run)
            missing -= len(run.text)
        return found
