"""The faces letters are set in: built once into the data folder, and which characters none of them has."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from letters.writers import font_shelf
from letters.writers.font_characters import printed
from letters.writers.font_shelf import Shelf
from letters.writers.font_sources import offered


def build_fonts() -> None:
    """Make the fonts where they are missing or their sources changed; silent, and quick when nothing is to be done."""
    folder, offer = _folder(), offered(settings.NUOCHENG_FONTS)
    if not font_shelf.is_up_to_date(folder, offer):
        font_shelf.build(folder, offer)
        _loaded.cache_clear()


def shelf() -> Shelf:
    """The fonts as built; a process looks for changed sources once."""
    return _loaded(_folder())


def missing_characters(document_text: str) -> tuple[str, ...]:
    """Characters that would print as an empty box, in order of appearance."""
    return tuple(character for character in printed(document_text) if ord(character) not in shelf().has)


def _folder() -> Path:
    return settings.NUOCHENG_DATA / "fonts"


@lru_cache(maxsize=4)
def _loaded(folder: Path) -> Shelf:
    build_fonts()
    return font_shelf.load(folder)
