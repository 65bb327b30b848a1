"""What somebody types to find something, taken apart into the words that all have to be there."""

import re

from letters.questions.repair import HALF_WIDTH, storable

LONGEST, MOST_WORDS = 100, 8
# 示科承诺〔2026〕1号 is as often typed with other brackets, or with none.
BETWEEN_WORDS = re.compile(r"[\s〔〕\[\]【】（）()《》“”]")


def as_typed(words: str) -> str:
    return storable(words)[:LONGEST].strip()


def search_words(typed: str) -> list[str]:
    """In lower case, digits and Latin letters in half width."""
    found = BETWEEN_WORDS.split(as_typed(typed).translate(HALF_WIDTH).casefold())
    return [word for word in found if word][:MOST_WORDS]
