"""Which characters are built into the fonts at once; the rest come by pages of 256, when a letter has them."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

PAGE_SIZE = 256
FIRST_HAN = 0x2E80
# Besides GB2312: Latin, punctuation and signs of letters and invoices, circled numbers, boxes, 〇 and full-width forms.
SPANS = (
    (0x20, 0x7E),
    (0xA0, 0xFF),
    (0x2010, 0x2027),
    (0x2030, 0x203B),
    (0x20AC, 0x20AC),
    (0x2100, 0x2116),
    (0x2460, 0x2473),
    (0x25A0, 0x25A1),
    (0x2610, 0x2612),
    (0x3000, 0x3020),
    (0x338E, 0x33A6),
    (0xFF01, 0xFF5E),
    (0xFFE5, 0xFFE5),
)
Ranges = list[list[int]]


@cache
def everyday() -> frozenset[int]:
    """GB2312 and the SPANS: about 7,700 characters."""
    pairs = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    han = {ord(character) for pair in pairs for character in pair.decode("gb2312", "ignore")}
    return frozenset(han | {code for first, last in SPANS for code in range(first, last + 1)})


def page(number: int) -> frozenset[int]:
    return frozenset(range(number * PAGE_SIZE, (number + 1) * PAGE_SIZE))


def is_han(code: int) -> bool:
    return code >= FIRST_HAN and unicodedata.category(chr(code)) == "Lo"


def printed(text: str) -> Iterator[str]:
    """The characters of a text that need a glyph, each once, in order of appearance."""
    return (
        char for char in dict.fromkeys(text) if not char.isspace() and unicodedata.category(char) not in {"Cc", "Cf"}
    )


def ranges(codes: Iterable[int]) -> Ranges:
    """Codes as [first, last] pairs, the short way to keep them in a file."""
    found: Ranges = []
    for code in sorted(codes):
        if found and code == found[-1][1] + 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return found


def codes(kept: Ranges) -> frozenset[int]:
    return frozenset(code for first, last in kept for code in range(first, last + 1))
