"""Which clause of the older version is which of the newer: the same words first, then words much alike."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from letters.document.blocks import NumberLine, PartyLine, SignatureLine, Text, Title
from letters.document.redline import Line
from letters.document.tokens import split

Pair = tuple[Line | None, Line | None]

ALIKE = 0.55  # of two clauses' words and pairs of words in common: below it, one went and another came
SAME_SUBJECT = 0.6
MOST_PAIRS = 40_000  # beyond it a stretch is cut in two, so that time grows with length and not with its square


def aligned(older: Sequence[Line], newer: Sequence[Line]) -> Iterator[Pair]:
    """Every line once, in order; what is only in one version stands alone, what went before what came."""
    before, after = ([(type(line.block), line.words) for line in lines] for lines in (older, newer))
    opcodes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for tag, older_from, older_to, newer_from, newer_to in opcodes:
        left, right = older[older_from:older_to], newer[newer_from:newer_to]
        yield from zip(left, right, strict=True) if tag == "equal" else _alike(left, right)


def _alike(older: Sequence[Line], newer: Sequence[Line]) -> Iterator[Pair]:
    if len(older) * len(newer) > MOST_PAIRS:
        yield from _alike(older[: len(older) // 2], newer[: len(newer) // 2])
        yield from _alike(older[len(older) // 2 :], newer[len(newer) // 2 :])
        return
    at = before = 0
    for one, other in _best_pairs(older, newer):
        yield from ((line, None) for line in older[at:one])
        yield from ((None, line) for line in newer[before:other])
        yield older[one], newer[other]
        at, before = one + 1, other + 1
    yield from ((line, None) for line in older[at:])
    yield from ((None, line) for line in newer[before:])


def _best_pairs(older: Sequence[Line], newer: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The pairs, never crossing, with the most in common in all; best[i][j] is what lines from i and j on can reach."""
    likeness = _likenesses(older, newer)
    best = [[0.0] * (len(newer) + 1) for _ in range(len(older) + 1)]
    for i in reversed(range(len(older))):
        row, below = best[i], best[i + 1]
        for j in reversed(range(len(newer))):
            row[j] = max(below[j], row[j + 1], below[j + 1] + likeness[i][j])
    i = j = 0
    while i < len(older) and j < len(newer):
        if likeness[i][j] and best[i][j] == best[i + 1][j + 1] + likeness[i][j]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def _likenesses(older: Sequence[Line], newer: Sequence[Line]) -> list[list[float]]:
    grams = [_grams(line) for line in newer]
    found = []
    for line in older:
        own = _grams(line)
        found.append([_likeness(line, other, own, its) for other, its in zip(newer, grams, strict=True)])
    return found


def _likeness(one: Line, other: Line, own: frozenset[object], its: frozenset[object]) -> float:
    if type(one.block) is not type(other.block):
        return 0
    shared = 2 * len(own & its) / (len(own) + len(its) or 1)
    if _subject(one) and _subject(one) == _subject(other):
        shared = max(shared, SAME_SUBJECT)
    return shared if shared >= ALIKE else 0


def _grams(line: Line) -> frozenset[object]:
    """Words and pairs of words; an answer counts as its question, so that a clause is known whatever was answered."""
    words = split(line.label)
    for run in line.block.runs:
        words += split(run.text) if isinstance(run, Text) else [f"{{{run.field}}}"]
    return frozenset(words) | frozenset(pairwise(words))


def _subject(line: Line) -> str:
    """What a line is about whatever it says: 致：… is the addressee, and a letter has one title."""
    match line.block:
        case Title() | NumberLine():
            return "only one"
        case SignatureLine(number=label):
            return label
        case PartyLine():
            return line.words.partition("：")[0]
        case _:
            return ""
