"""What a letter is called when it is saved: 〔编号〕企业-标题-日期.pdf, safe on every system that receives it."""

import datetime
import re

from letters.writers.characters import printable

LONGEST = 120  # characters
LONGEST_IN_BYTES = 255  # of UTF-8: what Linux and network drives take
NAMELESS = "承诺书"
FORBIDDEN = re.compile(r'[\\/:*?"<>|]')
# Zero-width characters, and those that turn the direction of writing: a name must read as what it is.
UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]")
# Names of devices in Windows, whatever follows the first full stop.
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def letter_filename(document_title: str, company: str, number: str, date: datetime.date | None, extension: str) -> str:
    """What is empty is left out; too long a name loses the ends of its longest parts, never date or extension."""
    parts = [_clean(number), _clean(company), _clean(document_title)]
    end = f".{_clean(extension)}"
    day = date.isoformat() if date else ""
    while not _fits(name := _joined(parts, day) + end):
        longest = max(range(len(parts)), key=lambda place: len(parts[place]))
        parts[longest] = parts[longest][:-1].rstrip()
    return name


def _clean(part: str) -> str:
    visible = UNSEEN.sub("", FORBIDDEN.sub("", printable(part)))
    return " ".join(visible.split()).strip(". ")[:LONGEST]


def _fits(name: str) -> bool:
    return len(name) <= LONGEST and len(name.encode()) <= LONGEST_IN_BYTES


def _joined(parts: list[str], day: str) -> str:
    number, company, title = parts
    rest = "-".join(part for part in (company, title, day) if part)
    name = (f"〔{number}〕" if number else "") + rest
    return f"{NAMELESS}-{name}" if RESERVED.match(name) else name or NAMELESS
