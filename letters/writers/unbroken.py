"""Which characters stay on one line: a box and its label, the halves of a filing number, a code, a span of time.

The press and the browsers do as told here. Word and LibreOffice know no such thing without a character in the text.
"""

import re
from collections.abc import Iterator

LONGEST = 20  # characters, ten of Chinese: more would leave too short a line before it
# 浙ICP备 and 12345678号-1 may part where they meet; whole they would leave half a line empty.
WHOLE = re.compile(
    r"([□☐☑☒]."
    r"|[\u4e00-\u9fff]?(?:ICP|公网安)[备证]"
    r"|[0-9]{5,}号(?:-[0-9]+)?"
    r"|[0-9A-Za-z]+(?:[/:.@—–-][0-9A-Za-z]+)+)"
)


def pieces(text: str) -> Iterator[tuple[bool, str]]:
    """The text, nothing left out, and of each piece whether it stays on one line."""
    return ((_is_whole(piece), piece) for piece in WHOLE.split(text) if piece)


def has_whole(text: str) -> bool:
    return any(whole for whole, _ in pieces(text))


def _is_whole(piece: str) -> bool:
    return len(piece) <= LONGEST and WHOLE.fullmatch(piece) is not None
