"""Characters: those that no file of ours can hold, and the blank that a bare number needs."""

import re

NEWLINES = re.compile(r"\r\n?")
UNPRINTABLE = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """The text without control characters, lone surrogates and noncharacters; line breaks become newlines."""
    return UNPRINTABLE.sub("", NEWLINES.sub("\n", text))


def ends_bare(number: str) -> bool:
    """Whether words set directly after this number (1.1) would run into it."""
    return number[-1:].isdecimal()


def before_words(number: str) -> str:
    """The number with the blank that it needs."""
    return f"{number} " if ends_bare(number) else number
