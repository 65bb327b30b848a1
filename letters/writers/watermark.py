"""草稿, 待审核 or 已作废 across every page: outlines, not text, so that nobody copies it with the words."""

from math import cos, radians, sin
from pathlib import Path

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

PAPER = (210, 297)
# From corner to corner: two characters of 76 mm, three of 51.
LENGTH = 152
SLOPE = 40
GREY = "#ececec"


def watermark_svg(font_file: Path, word: str) -> str:
    """A sheet of A4 (in millimetres) with the word once, rising to the right through the middle of the paper."""
    with TTFont(font_file, lazy=True) as font:
        path = _path(font, word)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{PAPER[0]}mm" height="{PAPER[1]}mm"'
        f' viewBox="0 0 {PAPER[0]} {PAPER[1]}"><path fill="{GREY}" d="{path}"/></svg>\n'
    )


def _path(font: TTFont, word: str) -> str:
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    pen = SVGPathPen(glyphs, ntos=lambda number: f"{number:.1f}")
    scale = LENGTH / len(word) / font["head"].unitsPerEm
    middle = font["OS/2"].sTypoAscender - font["head"].unitsPerEm / 2
    width = sum(glyphs[names[ord(character)]].width for character in word)
    x = -width / 2
    for character in word:
        glyphs[names[ord(character)]].draw(TransformPen(pen, _placed(scale, x, -middle)))
        x += glyphs[names[ord(character)]].width
    return pen.getCommands()


def _placed(scale: float, x: float, y: float) -> tuple[float, float, float, float, float, float]:
    """Move by (x, y) in the font's units, turn by the slope, and set into the middle of the paper, y downwards."""
    c, s = scale * cos(radians(SLOPE)), scale * sin(radians(SLOPE))
    return (c, -s, -s, -c, PAPER[0] / 2 + c * x - s * y, PAPER[1] / 2 - s * x - c * y)
