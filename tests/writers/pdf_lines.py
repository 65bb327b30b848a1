"""The lines of a page of a PDF, each character with its place: left, bottom, right, top in points."""

from tests.writers.pdf_file import opened


def boxes_of(content: bytes, page: int) -> list[tuple[str, float, float, float, float]]:
    """Each character with left, top, right, bottom in points from the upper left corner of the sheet."""
    with opened(content) as file:
        height, text = file[page].get_height(), file[page].get_textpage()
        characters = text.get_text_range(0, text.count_chars())
        found = ((character, text.get_charbox(place, loose=True)) for place, character in enumerate(characters))
        return [
            (character, x0, height - y1, x1, height - y0) for character, (x0, y0, x1, y1) in found if character > " "
        ]


def lines_of(content: bytes, page: int) -> list[list[tuple[str, float, float, float, float]]]:
    lines: dict[int, list] = {}
    for box in boxes_of(content, page):
        lines.setdefault(round(box[4]), []).append(box)
    return [lines[bottom] for bottom in sorted(lines)]


def text_of(line: list) -> str:
    return "".join(box[0] for box in line)
