"""What a letter is called when it is saved: 〔编号〕企业-标题-日期.pdf, safe on every system that receives it."""

import datetime
import re
from dataclasses import dataclass, replace

from letters.writers.characters import printable

LONGEST = 120  # characters
LONGEST_IN_BYTES = 250  # of UTF-8: Linux and network drives take 255, a bundle puts 01- in front
MOST_READ = 1_000  # characters of a part: what is behind them is never printed
SHORTEST = 8  # of the company name and the title, with the mark of the cut: still told apart in a list
CUT = "…"
NAMELESS = "承诺书"
TO_FILL_IN = "（可填写）"
FORBIDDEN = re.compile(r'[\\/:*?"<>|]')
# Zero-width characters, and those that turn the direction of writing: a name must read as what it is.
UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]")
# Names of devices in Windows, whatever follows the first full stop.
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def letter_filename(document_title: str, company: str, number: str, date: datetime.date | None, extension: str) -> str:
    """What is empty is left out; in too long a name the company's is cut first, then the title, then the number.

    A number that begins with the whole company name says it already; date and extension are never cut.
    """
    number, company, title = _clean(number), _clean(company), _clean(document_title)
    says_company = bool(company) and number.startswith(company)
    name = Name(number.removeprefix(company) if says_company else number, company, title, says_company)
    day, end = date.isoformat() if date else "", f".{_clean(extension)[:SHORTEST]}"
    while not _fits(whole := name.joined(day) + end):
        name = name.shorter()
    return whole


@dataclass(frozen=True)
class Name:
    """The parts of a name that may be cut; `number` is without the company where that `leads` it."""

    number: str
    company: str
    title: str
    leads: bool

    def joined(self, day: str) -> str:
        """Never empty, and never that of a device."""
        number = self.company + self.number if self.leads else self.number
        company = "" if self.leads else self.company
        rest = "-".join(part for part in (company, self.title, day) if part)
        name = (f"〔{number}〕" if number else "") + rest
        return f"{NAMELESS}-{name}" if RESERVED.match(name) else name or NAMELESS

    def shorter(self) -> "Name":
        if len(self.company) > SHORTEST:
            return replace(self, company=_cut(self.company))
        if len(self.title) > SHORTEST or not self.number:
            return replace(self, title=_cut(self.title))
        return replace(self, number=_cut(self.number))


def _cut(part: str) -> str:
    """Its last character, and the mark of an earlier cut, give way to the mark."""
    return part.removesuffix(CUT)[:-1].rstrip() + CUT


def _clean(part: str) -> str:
    visible = UNSEEN.sub("", FORBIDDEN.sub("", printable(part)))
    return " ".join(visible.split()).strip(". ")[:MOST_READ]


def _fits(name: str) -> bool:
    return len(name) <= LONGEST and len(name.encode()) <= LONGEST_IN_BYTES
