"""A heavier face out of a regular one: outlines grow sideways, as 小标宋 is a heavy 宋体 with thin bars.

The open fonts that install with us have no bold; moving each point along the bisector of its corner is what FreeType
and every word processor do for one that is missing.
"""

from collections.abc import Iterator
from math import hypot

from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphCoordinates

Point = tuple[float, float]
# How far the left and right edges of a stroke move outwards, and the upper and lower ones, of the character's width.
Weight = tuple[float, float]
AS_DRAWN: Weight = (0.0, 0.0)

# Corners sharper than 160 degrees stay, or they would run away.
SHARPEST = -0.9375


def grow(glyph: Glyph, size: int, weight: Weight) -> None:
    """Make the strokes of a glyph heavier in place; its advance stays, so that lines break where they did."""
    if weight == AS_DRAWN or glyph.numberOfContours <= 0:
        return
    across, upright = weight[0] * size, weight[1] * size
    points: list[Point] = []
    first = 0
    for last in glyph.endPtsOfContours:
        points += _grown(glyph.coordinates[first : last + 1], across, upright)
        first = last + 1
    glyph.coordinates = GlyphCoordinates([(round(x), round(y)) for x, y in points])
    glyph.recalcBounds(None)


def _grown(contour: list[Point], across: float, upright: float) -> Iterator[Point]:
    """TrueType goes clockwise around ink: outwards is to the left of the way."""
    ways = [_way(contour, place) for place in range(len(contour))]
    for place, point in enumerate(contour):
        x, y = _shift(ways[place - 1], ways[place], across, upright)
        yield point[0] + x, point[1] + y


def _way(contour: list[Point], place: int) -> tuple[float, float, float]:
    """Direction and length from this point to the next one that lies elsewhere."""
    x, y = contour[place]
    for step in range(1, len(contour)):
        to = contour[(place + step) % len(contour)]
        if length := hypot(to[0] - x, to[1] - y):
            return (to[0] - x) / length, (to[1] - y) / length, length
    return 0.0, 0.0, 0.0


def _shift(
    before: tuple[float, float, float], after: tuple[float, float, float], across: float, upright: float
) -> Point:
    (ix, iy, before_length), (ox, oy, after_length) = before, after
    straight = ix * ox + iy * oy
    if straight <= SHARPEST:
        return 0.0, 0.0
    inward = -(ox * iy - oy * ix)
    shorter, spread = min(before_length, after_length), straight + 1
    x = _limited(-(iy + oy), across, inward, shorter, spread)
    y = _limited(ix + ox, upright, inward, shorter, spread)
    return x, y


def _limited(direction: float, strength: float, inward: float, shorter: float, spread: float) -> float:
    """Where edges close in on each other they move no farther than the shorter of them is long."""
    if strength * inward <= shorter * spread:
        return direction * strength / spread
    return direction * shorter / inward
