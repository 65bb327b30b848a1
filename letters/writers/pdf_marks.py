"""What WeasyPrint has painted, piece by piece, with the elements of the page that each piece belongs to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

import pydyf

# 72 points to the inch, 96 of WeasyPrint's dots.
POINTS = 0.75


@dataclass(frozen=True)
class Mark:
    """A piece of marked content: its number on its page, and the elements around it, outermost first.

    `area` is where a picture stands, in points from the lower left corner; what is no
    text is page numbers, running titles, the dots of a contents.
    """

    page: int
    number: int
    path: tuple[Element, ...]
    is_text: bool
    area: tuple[float, ...] | None = None


@dataclass(frozen=True)
class Link:
    """A place to click; `annotation` is WeasyPrint's own dictionary of it."""

    page: int
    path: tuple[Element, ...]
    annotation: dict[str, Any]


@dataclass(frozen=True)
class Widget:
    """A place to fill in (form_html.Spot); `annotation` is empty until pdf_form has made it one."""

    page: int
    path: tuple[Element, ...]
    area: tuple[float, ...]
    annotation: dict[str, Any]

    @property
    def name(self) -> str:
        return self.path[-1].get("data-name", "")

    @property
    def label(self) -> str:
        return self.path[-1].get("data-label", "")

    @property
    def kind(self) -> str:
        return self.path[-1].get("data-kind", "")

    @property
    def on(self) -> str:
        return self.path[-1].get("data-on", "")


Painted = Mark | Link | Widget


def marks_of(page: int, box: Any, tags: dict[Any, dict[str, int]]) -> list[Painted]:
    """Everything painted on one page in reading order; each piece is taken out of `tags`."""
    return list(_below(page, box, tags, (), True, box.margin_height()))


def _below(page: int, box: Any, tags: dict, path: tuple, is_text: bool, height: float) -> Iterator[Painted]:
    box = getattr(box, "_box", box)  # an absolutely positioned one stands in for itself
    if box.element is not None and (not path or path[-1] is not box.element):
        path = (*path, box.element)
    if box.link_annotation:
        yield Link(page, path, box.link_annotation)
    is_text = is_text and not box.is_leader and not hasattr(box, "at_keyword")
    if box in tags:
        is_picture = hasattr(box, "replacement")
        yield Mark(page, tags.pop(box)["mcid"], path, is_text, _area(box, height) if is_picture else None)
    for child in getattr(box, "children", ()):
        yield from _below(page, child, tags, path, is_text, height)
    if "data-kind" in getattr(box.element, "attrib", ()) and not hasattr(box, "text"):
        yield Widget(page, path, _filled_in(box, height), pydyf.Dictionary())


def _area(box: Any, height: float) -> tuple[float, ...]:
    left, top = box.content_box_x(), box.content_box_y()
    corners = (left, height - top - box.height, left + box.width, height - top)
    return tuple(round(POINTS * value, 2) for value in corners)


def _filled_in(box: Any, height: float) -> tuple[float, ...]:
    """Over the rule or box, as high as one character and a little."""
    middle = box.position_y + box.margin_height() / 2
    half = box.style["font_size"] * 0.575
    corners = (box.position_x, height - middle - half, box.position_x + box.margin_width(), height - middle + half)
    return tuple(round(POINTS * value, 2) for value in corners)


def name_marks(stream: Sequence, names: dict[int, str]) -> None:
    """Write what each piece is into the page itself; what is none of the text becomes an artifact."""
    for place, part in enumerate(stream):
        if isinstance(part, dict) and "MCID" in part:
            number = part["MCID"]
            stream[place - 1] = f"/{names.get(number, 'Artifact')}"
            if number not in names:
                part.clear()
                part["Type"] = "/Pagination"
