"""A text sentence by sentence, each as it stands and as rules read it: simplified, without the pinyin of a gloss."""

import re
from collections.abc import Mapping
from typing import NamedTuple

SENTENCE_END = re.compile(r"[。；！？\n]")
HALF_WIDTH = {",": "，", ";": "；", ":": "："}
BESIDE_HAN = re.compile(r"(?<=[\u4e00-\u9fff])[,;:]|[,;:](?=[\u4e00-\u9fff])")
TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
GLOSS = re.compile(f"[（(][a-zü' ]*[{TONES}][a-zü{TONES}' ]*[）)]", re.IGNORECASE)


class Sentence(NamedTuple):
    written: str
    read: str


def sentences(text: str, simplified: Mapping[int, str]) -> list[Sentence]:
    """`simplified` gives the simplified character for the code of a traditional one."""
    widened = BESIDE_HAN.sub(lambda found: HALF_WIDTH[found[0]], text)
    parts = (part.strip() for part in SENTENCE_END.split(widened))
    return [Sentence(part, GLOSS.sub("", part).translate(simplified)) for part in parts if part]
