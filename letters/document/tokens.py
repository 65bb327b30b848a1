"""Words of a sentence as a redline takes them: a number, a code, a Latin word whole; Chinese by the character."""

import re
from collections.abc import Collection, Sequence

from letters.document.blocks import Gap, Run, Value

MARKS = "\u0300-\u036f\u20e3\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef"  # belong to the character before
TOKEN = re.compile(
    r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚÀ-ɏ]+(?:[.,:@/_＿．-][0-9A-Za-z０-９Ａ-Ｚａ-ｚÀ-ɏ]+)*"
    r"|[〇零一二三四五六七八九十百千万亿两]+"
    r"|_+"
    rf"|.[{MARKS}]*(?:\u200d.[{MARKS}]*)*",
    re.DOTALL,
)
WHOLE = re.compile(r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚÀ-ɏ〇零一二三四五六七八九十百千万亿两]")
HAN = re.compile("[\u3400-\u9fff]")
LIST = re.compile("[、，；。：\n]")
LONGEST_ANSWER = 24  # beyond it an answer is a text of its own, and a change is looked for inside


def split(text: str) -> list[str]:
    return TOKEN.findall(text)


def tokens(runs: Sequence[Run], answers: Collection[str]) -> list[str]:
    """Joined they are the runs' text; a gap, and an answer to one of these fields, is not cut up."""
    found: list[str] = []
    words = ""
    for run in runs:
        if isinstance(run, Gap) or _is_short_answer(run, answers):
            found += [*split(words), run.text]
            words = ""
        else:
            words += run.text
    return found + split(words)


def _is_short_answer(run: Run, answers: Collection[str]) -> bool:
    """每季度 → 每半年 is another answer; figures are whole anyway, together with the figures beside them."""
    if not isinstance(run, Value) or run.field not in answers or len(run.text) > LONGEST_ANSWER:
        return False
    return bool(HAN.search(run.text)) and not LIST.search(run.text)


def is_whole(token: str) -> bool:
    """A number, code, Latin word or answer: it changed or it did not, whatever stands beside it."""
    return len(token) > 1 or bool(WHOLE.match(token))
