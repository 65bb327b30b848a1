"""Makes a diff of words readable: small islands between two changes join them, a change begins where a phrase does."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from letters.document.tokens import is_whole

PUNCTUATION = frozenset("，。；：、！？,.;:\n）》”")
LONGEST_ISLAND = 2  # characters: longer words between two changes are worth reading as unchanged


@dataclass(frozen=True)
class Piece:
    """Tokens of the older version and what stands there in the newer."""

    older: tuple[str, ...]
    newer: tuple[str, ...]

    @property
    def kept(self) -> bool:
        return "".join(self.older) == "".join(self.newer)

    @property
    def size(self) -> int:
        return max(len("".join(self.older)), len("".join(self.newer)))

    def __add__(self, other: "Piece") -> "Piece":
        return Piece(self.older + other.older, self.newer + other.newer)


def kept(words: Sequence[str]) -> Piece:
    return Piece(tuple(words), tuple(words))


def readable(pieces: Iterable[Piece]) -> list[Piece]:
    """The same texts in fewer pieces; kept and changed ones take turns."""
    return _slid(_joined(piece for piece in pieces if piece.older or piece.newer))


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    found: list[Piece] = []
    for piece in pieces:
        found.append(piece)
        while len(found) > 1 and found[-1].kept == found[-2].kept:
            found[-2:] = [found[-2] + found[-1]]
        while len(found) > 2 and _is_island(*found[-3:]):
            found[-3:] = [found[-3] + found[-2] + found[-1]]
    return found


def _is_island(before: Piece, between: Piece, after: Piece) -> bool:
    """A word or two that both versions have by chance; a number or code in it would look changed, so it stays."""
    if before.kept or after.kept or any(map(is_whole, between.older)):
        return False
    if _swaps_a_figure(before) or _swaps_a_figure(after):
        return False
    return between.size <= min(LONGEST_ISLAND, before.size, after.size)


def _swaps_a_figure(piece: Piece) -> bool:
    """2 → 12: exact as it is, and clearer alone than together with the words beside it."""
    return len(piece.older) == len(piece.newer) == 1 and is_whole(piece.older[0]) and is_whole(piece.newer[0])


def _slid(pieces: list[Piece]) -> list[Piece]:
    """Of all places where the same words can have come or gone, the one that ends with a phrase."""
    found = list(pieces)
    for at in range(1, len(found) - 1):
        before, change, after = found[at - 1 : at + 2]
        if not (change.older and change.newer):
            found[at - 1 : at + 2] = _best_place(before, change, after)
    return [piece for piece in found if piece.older or piece.newer]


def _best_place(before: Piece, change: Piece, after: Piece) -> list[Piece]:
    words = change.older or change.newer
    whole = (*before.newer, *words, *after.newer)
    first = last = len(before.newer)
    while first and whole[first - 1] == whole[first - 1 + len(words)]:
        first -= 1
    while last + len(words) < len(whole) and whole[last] == whole[last + len(words)]:
        last += 1
    start = max(range(first, last + 1), key=lambda place: _fitness(whole, place, place + len(words)))
    moved = whole[start : start + len(words)]
    middle = Piece(moved, ()) if change.older else Piece((), moved)
    return [kept(whole[:start]), middle, kept(whole[start + len(words) :])]


def _fitness(words: tuple[str, ...], start: int, end: int) -> tuple[bool, bool]:
    """Best after a mark and with a mark of its own at the end; among equals the first."""
    return (not start or words[start - 1] in PUNCTUATION), (end == len(words) or words[end - 1] in PUNCTUATION)
