"""Text clean-up: what every entry path does before storing, and what is mended when an answer is read."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

NONCHARACTERS = "\ufdd0-\ufdef" + "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
UNSTORABLE = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff{NONCHARACTERS}]")
LINE_END = re.compile("\r\n?|[\x85\u2028\u2029]")
BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Everything that leaves no mark on paper, variation selectors excepted: those choose between forms of one character.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
BLANK_BETWEEN_HAN = re.compile(rf"(?<=[{HAN}])[^\S\n]+(?=[{HAN}])")
GAP_BETWEEN_HAN = re.compile(rf"(?<=[{HAN}])\s+(?=[{HAN}])")
ODD_BLANK = re.compile(r"[^\S\n ]")
# Normalising is quadratic in stacked accents (100,000 of them take 5 s): runs are short, hostile ones stay as they are.
UNPLAIN_RUN = re.compile("[\x00-\x7f\u4e00-\u9fff]?[^\x00-\x7f\u4e00-\u9fff]+")
LONGEST_RUN = 2000

# Unicode gives no compatibility mapping for the simplified radicals, yet PDFs hand them out all the same; the
# characters meant are those of its EquivalentUnifiedIdeograph.
SIMPLIFIED_RADICALS = "⺠⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰"
MEANT_CHARACTERS = "民见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙"
PLAIN_RADICAL = str.maketrans(
    dict(zip(SIMPLIFIED_RADICALS, MEANT_CHARACTERS, strict=True))
    | {
        chr(code): unicodedata.normalize("NFKC", chr(code))
        for code in (*range(0x2E80, 0x2EF4), *range(0x2F00, 0x2FD6))
        if unicodedata.decomposition(chr(code))
    }
)
LETTERS_AND_DIGITS = (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
HALF_WIDTH = {code: chr(code - 0xFEE0) for code in LETTERS_AND_DIGITS}
HALF_WIDTH_ASCII = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {0x3000: " "}


class Repair(NamedTuple):
    step: Callable[[str], str]
    sentence: object


class Mended(NamedTuple):
    text: str
    sentences: tuple[str, ...]


def storable(text: str) -> str:
    """The text as it can be kept in any database and written as UTF-8; line ends become a plain newline."""
    return UNSTORABLE.sub("", LINE_END.sub("\n", text))


def has_bidi_controls(text: str) -> bool:
    return bool(BIDI.search(text))


def half_width(text: str) -> str:
    """Every full-width ASCII character, punctuation too: for codes, figures and addresses, never for names."""
    return text.translate(HALF_WIDTH_ASCII)


def without_blanks(text: str) -> str:
    return "".join(text.split())


def is_visible(text: str) -> bool:
    """Whether anything would stand on paper."""
    return any(category[0] in "LNPS" or category in ("Co", "Cn") for category in map(unicodedata.category, text))


def _without_invisible(text: str) -> str:
    return INVISIBLE.sub("", storable(text))


def _without_radicals(text: str) -> str:
    return text.translate(PLAIN_RADICAL)


def _with_plain_letters(text: str) -> str:
    return text.translate(HALF_WIDTH)


def _composed(text: str) -> str:
    return UNPLAIN_RUN.sub(_composed_run, text)


def _composed_run(run: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", run[0]) if len(run[0]) <= LONGEST_RUN else run[0]


def _with_plain_blanks(text: str) -> str:
    return "\n".join(line.rstrip() for line in ODD_BLANK.sub(" ", text).split("\n"))


def _on_one_line(text: str) -> str:
    lines = (line.strip() for line in ODD_BLANK.sub(" ", text).split("\n"))
    return " ".join(line for line in lines if line) if "\n" in text else ODD_BLANK.sub(" ", text)


def _without_blanks_between_han(text: str) -> str:
    return BLANK_BETWEEN_HAN.sub("", text)


def _without_gaps_between_han(text: str) -> str:
    return GAP_BETWEEN_HAN.sub("", text)


CHARACTERS = (
    Repair(_without_invisible, _("已去除不可见字符。")),
    Repair(_without_radicals, _("已把部首字形换成常用汉字。")),
    Repair(_with_plain_letters, _("已把全角字母和数字改为半角。")),
    Repair(_composed, _("已把异体编码的字符改为标准编码。")),
    Repair(str.strip, _("已去除首尾空格。")),
)
ONE_LINE = (
    *CHARACTERS,
    Repair(_without_gaps_between_han, _("已去除汉字之间的空格和换行。")),
    Repair(_on_one_line, _("已把换行和特殊空格改为普通空格。")),
)
CODE_REPAIRS = (*ONE_LINE, Repair(half_width, _("已把全角符号改为半角。")))
LINES_KEPT = (
    *CHARACTERS,
    Repair(_without_blanks_between_han, _("已去除汉字之间的空格。")),
    Repair(_with_plain_blanks, _("已把特殊空格改为普通空格。")),
)


def mended(text: str, repairs: Iterable[Repair] = ONE_LINE) -> Mended:
    """The text after every repair, and one sentence for each repair that changed it."""
    text, sentences = LINE_END.sub("\n", text), []
    for step, sentence in repairs:
        after = step(text)
        if after != text:
            sentences.append(str(sentence))
        text = after
    return Mended(text, tuple(sentences))
