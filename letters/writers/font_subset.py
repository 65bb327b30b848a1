"""One face made small and quick: the characters asked for, as TrueType outlines, with no layout but our own."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from letters.writers.font_boxes import BOX, MARKS, draw_mark
from letters.writers.font_characters import is_han
from letters.writers.font_punctuation import close_up
from letters.writers.font_sources import Source
from letters.writers.font_weight import AS_DRAWN, Weight, grow

# Two thousandths of the character: a tenth of a dot at 16 pt and 600 dpi, and a tenth fewer points than one.
TOLERANCE = 0.002
DASH, MIDDLE_DOT, WIDE_DOT = 0x2014, 0xB7, 0x30FB
DASH_HEIGHT = 0.36
# Seconds since 1904, as fonts count.
NEW_YEAR_2024 = 3_786_912_000


@dataclass(frozen=True)
class Job:
    """What to make: the wanted characters of a source, under a family name; with a weight, heavier than they are."""

    source: Source
    family: str
    wanted: frozenset[int]
    weight: Weight = AS_DRAWN


class Face:
    """A source font, and how each of its characters is drawn here."""

    def __init__(self, font: TTFont, han_only: bool, weight: Weight):
        self.font, self.weight = font, weight
        self.names: Mapping[int, str] = font.getBestCmap()
        self.glyphs = font.getGlyphSet()
        self.size = font["head"].unitsPerEm
        self.has = {code for code in self.names if not han_only or is_han(code)}
        if BOX in self.has:
            self.has |= MARKS.keys()

    def outline(self, code: int) -> tuple[object, int]:
        """The glyph and its advance."""
        pen = TTGlyphPen(None)
        quadratic = Cu2QuPen(pen, TOLERANCE * self.size, reverse_direction="CFF " in self.font)
        advance = self._draw(code, quadratic, pen)
        glyph = pen.glyph()
        grow(glyph, self.size, self.weight)
        return glyph, advance

    def _draw(self, code: int, quadratic: Cu2QuPen, pen: TTGlyphPen) -> int:
        if code in MARKS and code not in self.names:
            self._glyph(BOX).draw(quadratic)
            draw_mark(code, self._bounds(BOX), pen)
            return round(self._glyph(BOX).width)
        if code == DASH:
            return self._draw_dash(quadratic)
        drawn = WIDE_DOT if code == MIDDLE_DOT and WIDE_DOT in self.names else code
        self._glyph(drawn).draw(quadratic)
        return round(self._glyph(drawn).width)

    def _draw_dash(self, quadratic: Cu2QuPen) -> int:
        """A Chinese dash is one character wide from edge to edge, so that two of them join."""
        left, bottom, right, _ = self._bounds(DASH)
        stretch, lift = self.size / (right - left), DASH_HEIGHT * self.size - bottom
        self._glyph(DASH).draw(TransformPen(quadratic, (stretch, 0, 0, 1, -left * stretch, lift)))
        return self.size

    def _glyph(self, code: int):
        return self.glyphs[self.names[code]]

    def _bounds(self, code: int) -> tuple[float, float, float, float]:
        pen = BoundsPen(self.glyphs)
        self._glyph(code).draw(pen)
        return pen.bounds


def make(job: Job) -> tuple[bytes, frozenset[int]]:
    """The font file, and every character that its source could have given."""
    with TTFont(job.source.path, fontNumber=job.source.number, lazy=True) as font:
        face = Face(font, job.source.han_only, job.weight)
        return _compiled(face, job.family, sorted(job.wanted & face.has)), frozenset(face.has)


def _compiled(face: Face, family: str, wanted: list[int]) -> bytes:
    outlines = {".notdef": (TTGlyphPen(None).glyph(), face.size)}
    names = {code: f"u{code:X}" for code in wanted}
    outlines |= {name: face.outline(code) for code, name in names.items()}
    builder = FontBuilder(face.size, isTTF=True)
    builder.setupGlyphOrder(list(outlines))
    builder.setupCharacterMap(names)
    builder.setupGlyf({name: glyph for name, (glyph, _) in outlines.items()})
    left = builder.font["glyf"]
    builder.setupHorizontalMetrics(
        {name: (width, getattr(left[name], "xMin", 0)) for name, (_, width) in outlines.items()}
    )
    _set_metrics(builder, face.font)
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "psName": family.replace(" ", "")})
    close_up(builder.font, names)
    builder.setupPost(keepGlyphNames=False)
    return _saved(builder.font)


def _set_metrics(builder: FontBuilder, font: TTFont) -> None:
    lines, marks = font["hhea"], font["OS/2"]
    builder.setupHorizontalHeader(ascent=lines.ascent, descent=lines.descent, lineGap=0)
    builder.setupOS2(
        sTypoAscender=marks.sTypoAscender,
        sTypoDescender=marks.sTypoDescender,
        usWinAscent=marks.usWinAscent,
        usWinDescent=marks.usWinDescent,
        fsSelection=0x40,
    )


def _saved(font: TTFont) -> bytes:
    """Without the time of day: equal sources give equal bytes."""
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = NEW_YEAR_2024
    file = BytesIO()
    font.save(file, reorderTables=None)
    return file.getvalue()
