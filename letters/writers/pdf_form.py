"""Fields to fill in laid over the places of a blank form: the AcroForm of its PDF, as PDF/UA-1 wants it.

Nothing is left to the reader's program but what is typed: every field has its (empty) appearance from the start.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

import pydyf

from letters.writers.pdf_marks import Painted, Widget

RADIO, IN_UNISON = 1 << 15, 1 << 25
FONT = "Song"
# 0: the program makes an answer small enough for its place.
LOOK = f"/{FONT} 0 Tf 0 g"
SHORTEST = 100  # points, of a line of a long answer
FLAGS = {"one": RADIO + IN_UNISON}


def with_fields(pdf: pydyf.PDF, marks: Sequence[Painted]) -> list[Painted]:
    """The marks without those places that are too short to be filled in; the others are fields by then."""
    kept = [mark for mark in marks if not isinstance(mark, Widget) or _has_room(mark)]
    if widgets := [mark for mark in kept if isinstance(mark, Widget)]:
        _add_fields(pdf, widgets)
    return kept


def _add_fields(pdf: pydyf.PDF, widgets: Sequence[Widget]) -> None:
    """Places of one name are one field: what is filled in at one is filled in at all."""
    fields = [_field(pdf, name, group) for name, group in _by_name(widgets).items()]
    resources = {"Font": pydyf.Dictionary({FONT: _song(pdf).reference})}
    form = {"Fields": pydyf.Array(field.reference for field in fields), "DA": pydyf.String(LOOK)}
    pdf.catalog["AcroForm"] = _object(pdf, **form, DR=pydyf.Dictionary(resources)).reference


def _has_room(widget: Widget) -> bool:
    """Whether a line of a long answer is more than the end of one that was begun with other words."""
    left, _, right, _ = widget.area
    return widget.kind != "lines" or right - left >= SHORTEST


def _by_name(widgets: Iterable[Widget]) -> Mapping[str, list[Widget]]:
    """The second line of a long answer is a field of its own."""
    found: dict[str, list[Widget]] = {}
    lines: dict[int, Iterator[int]] = {}
    for widget in widgets:
        line = next(lines.setdefault(id(widget.path[-1]), count(1)))
        found.setdefault(widget.name if line == 1 else f"{widget.name}-line{line}", []).append(widget)
    return found


def _field(pdf: pydyf.PDF, name: str, widgets: Sequence[Widget]) -> pydyf.Dictionary:
    first = widgets[0]
    label = first.label.partition("：")[0] if first.kind == "one" else first.label
    field = _object(pdf, T=pydyf.String(name), TU=pydyf.String(label), Kids=pydyf.Array())
    if first.kind in ("one", "tick"):
        field |= {"FT": "/Btn", "V": "/Off", "Ff": FLAGS.get(first.kind, 0)}
    else:
        field |= {"FT": "/Tx", "DA": pydyf.String(LOOK)}
    for widget in widgets:
        _place(pdf, widget, field)
        field["Kids"].append(widget.annotation.reference)
    return field


def _place(pdf: pydyf.PDF, widget: Widget, field: pydyf.Dictionary) -> None:
    left, bottom, right, top = widget.area
    annotation = widget.annotation
    annotation |= {"Type": "/Annot", "Subtype": "/Widget", "Rect": pydyf.Array(widget.area)}
    annotation |= {"P": pdf.page_references[widget.page], "Parent": field.reference, "TU": pydyf.String(widget.label)}
    size = (round(right - left, 2), round(top - bottom, 2))
    if widget.on:
        looks = {widget.on: _drawn(pdf, size, _tick(*size)).reference, "Off": _drawn(pdf, size, "").reference}
        annotation |= {"AS": "/Off", "AP": pydyf.Dictionary({"N": pydyf.Dictionary(looks)})}
    else:
        annotation["AP"] = pydyf.Dictionary({"N": _drawn(pdf, size, "/Tx BMC EMC").reference})
    pdf.add_object(annotation)
    page = pdf.objects[int(pdf.page_references[widget.page].split()[0])]
    page.setdefault("Annots", pydyf.Array()).append(annotation.reference)


def _drawn(pdf: pydyf.PDF, size: tuple[float, float], content: str) -> pydyf.Stream:
    box = pydyf.Array((0, 0, *size))
    drawn = pydyf.Stream([content], {"Type": "/XObject", "Subtype": "/Form", "BBox": box, "Resources": "<<>>"})
    pdf.add_object(drawn)
    return drawn


def _tick(width: float, height: float) -> str:
    """A path: no font has to be there for it."""
    points = [(0.22, 0.5), (0.42, 0.24), (0.8, 0.8)]
    start, *rest = (f"{x * width:.2f} {y * height:.2f}" for x, y in points)
    return f"q 1.2 w 1 J {start} m {' '.join(f'{point} l' for point in rest)} S Q"


def _song(pdf: pydyf.PDF) -> pydyf.Dictionary:
    """What is typed can be any character, so that no subset will do: every program has its own for this name."""
    system = {"Registry": pydyf.String("Adobe"), "Ordering": pydyf.String("GB1"), "Supplement": 4}
    described = _object(
        pdf, Type="/FontDescriptor", FontName="/STSong-Light", Flags=6, FontBBox=pydyf.Array((-25, -254, 1000, 880)),
        ItalicAngle=0, Ascent=880, Descent=-120, CapHeight=880, StemV=93,
    )  # fmt: skip
    glyphs = _object(
        pdf, Type="/Font", Subtype="/CIDFontType0", BaseFont="/STSong-Light", CIDSystemInfo=pydyf.Dictionary(system),
        FontDescriptor=described.reference, DW=1000,
    )  # fmt: skip
    kids = pydyf.Array([glyphs.reference])
    return _object(
        pdf, Type="/Font", Subtype="/Type0", BaseFont="/STSong-Light-UniGB-UTF16-H", Encoding="/UniGB-UTF16-H",
        DescendantFonts=kids,
    )  # fmt: skip


def _object(pdf: pydyf.PDF, **entries: object) -> pydyf.Dictionary:
    made = pydyf.Dictionary(entries)
    pdf.add_object(made)
    return made
