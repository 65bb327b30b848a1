"""Fonts of a few characters, quick to build, in a folder of their own."""

from pathlib import Path

import pylopdf_fonts_zh_cn
from fontTools.ttLib import TTCollection, TTFont

from letters.writers.font_sources import Offer, Source
from letters.writers.font_subset import Job, make

CHARACTERS = frozenset(map(ord, "承诺书草稿待审核已作废2026年，。《》□—·堃"))


def small_font(path: Path, family: str, characters: frozenset[int] = CHARACTERS) -> Path:
    content, _ = make(Job(Source(pylopdf_fonts_zh_cn.serif_path()), family, characters))
    path.write_bytes(content)
    return path


def collection(path: Path, *fonts: Path) -> Path:
    gathered = TTCollection()
    gathered.fonts = [TTFont(font) for font in fonts]
    gathered.save(path)
    return path


def small_offer(folder: Path, **more: tuple[Path, ...]) -> Offer:
    installed = (small_font(folder / "serif.ttf", "Small Serif"), small_font(folder / "sans.ttf", "Small Sans"))
    return Offer(**{"company": (), "known": (), "installed": installed, **more})
