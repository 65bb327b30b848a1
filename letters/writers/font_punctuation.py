"""Punctuation marks in a row (》《 or ”。) close up by half a character, as a kerning table in the font."""

from collections.abc import Mapping

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont

CLOSING = "、。，．；：！？）〉》」』】〕〗’”"
OPENING = "（〈《「『【〔〖‘“"


def close_up(font: TTFont, names: Mapping[int, str]) -> None:
    """A closing mark is blank on its right, an opening one on its left: the blank between two marks is given away."""
    closing, opening = _class(CLOSING, names), _class(OPENING, names)
    if closing and opening:
        half = font["head"].unitsPerEm // 2
        pairs = f"pos [{closing}] [{closing} {opening}] -{half}; pos [{opening}] [{opening}] -{half};"
        addOpenTypeFeaturesFromString(font, f"feature kern {{ {pairs} }} kern;")


def _class(marks: str, names: Mapping[int, str]) -> str:
    return " ".join(names[ord(mark)] for mark in marks if ord(mark) in names)
