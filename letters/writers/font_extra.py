"""Rare characters (𬭎, 堃): small fonts of one page of 256 characters each, made when a letter first needs one.

There are never more of them than pages of Unicode, however many rare names are printed, and the same letter gets the
same fonts on every day.
"""

from pathlib import Path

from letters.writers.font_characters import PAGE_SIZE, page, printed
from letters.writers.font_shelf import Face, Shelf, put
from letters.writers.font_subset import Job, make


def extra_fonts(shelf: Shelf, text: str) -> dict[str, Path]:
    """Family and file of each page that the text needs beyond the built fonts."""
    rare = [ord(character) for character in printed(text) if ord(character) not in shelf.built]
    pages = {(shelf.faces.index(face), code // PAGE_SIZE) for code in rare for face in _owner(shelf, code)}
    return dict(_extra(shelf, shelf.faces[place], number) for place, number in sorted(pages))


def _owner(shelf: Shelf, code: int) -> list[Face]:
    return [face for face in shelf.faces if code in face.has][:1]


def _extra(shelf: Shelf, face: Face, number: int) -> tuple[str, Path]:
    family, file = f"{face.family} {number:X}", shelf.folder / f"extra-{face.role}-{number:x}-{shelf.mark}.ttf"
    if not file.is_file():
        content, _ = make(Job(face.source, family, page(number) & face.has - face.built))
        put(file, content)
    return family, file
