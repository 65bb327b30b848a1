"""The ballot boxes ☐ ☑ ☒, which Chinese fonts lack: their own □ with a tick or a cross inside."""

from collections.abc import Callable

from fontTools.pens.basePen import AbstractPen

BOX = 0x25A1
# Outlines in hundredths of the box, from its lower left corner, clockwise.
TICK = ((18, 52), (26, 60), (43, 36), (76, 88), (86, 81), (45, 15))
CROSS = (
    ((20, 73), (27, 80), (80, 27), (73, 20)),
    ((73, 80), (80, 73), (27, 20), (20, 27)),
)
MARKS = {0x2610: (), 0x2611: (TICK,), 0x2612: CROSS}


def draw_mark(code: int, box: tuple[float, float, float, float], pen: AbstractPen) -> None:
    """Draw what stands inside the box of these bounds; clockwise, as TrueType fills."""
    place = _placed(box)
    for outline in MARKS[code]:
        first, *rest = map(place, outline)
        pen.moveTo(first)
        for point in rest:
            pen.lineTo(point)
        pen.closePath()


def _placed(box: tuple[float, float, float, float]) -> Callable[[tuple[int, int]], tuple[float, float]]:
    left, bottom, right, top = box
    return lambda point: (left + (right - left) * point[0] / 100, bottom + (top - bottom) * point[1] / 100)
