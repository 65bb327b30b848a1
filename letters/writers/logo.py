"""A company's logo: looked at before it is kept, and kept as a plain picture whatever it was sent as."""

from dataclasses import dataclass
from io import BytesIO

from django.utils.translation import gettext as _
from PIL import Image

MOST_BYTES = 1024 * 1024
MOST_PIXELS = 8_000_000
# 40 mm at 600 dots per inch.
LONGEST_SIDE = 945
KINDS = ("PNG", "JPEG")
END_OF_JPEG = b"\xff\xd9"
FAULTS = (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning)


class LogoRefused(Exception):
    """The file is no picture that can be printed: the message is a sentence for the person who sent it."""


@dataclass(frozen=True)
class Logo:
    """A PNG without transparency, its size in dots."""

    png: bytes
    width: int
    height: int


def read_logo(content: bytes) -> Logo:
    """PNG or JPEG of at most 1 MB and 8 million dots; anything else, SVG too, raises LogoRefused."""
    if len(content) > MOST_BYTES:
        raise LogoRefused(_("标志图片超过 1 MB。缩小后再上传。"))
    try:
        _opened(content).verify()
        picture = _opened(content)
        picture.load()
    except FAULTS as fault:
        raise LogoRefused(_("标志图片无法读取。换用完好的 PNG 或 JPEG 图片。")) from fault
    return _kept(picture)


def kept_logo(png: bytes) -> Logo:
    """One that `read_logo` has made before."""
    with Image.open(BytesIO(png), formats=KINDS[:1]) as picture:
        return Logo(png, *picture.size)


def _opened(content: bytes) -> Image.Image:
    """Only the header is read here, so that a bomb is known by its size before it is unpacked."""
    picture = Image.open(BytesIO(content), formats=KINDS)
    # WeasyPrint tells Pillow to be content with half a picture; `verify` finds half a PNG only.
    if picture.format == "JPEG" and END_OF_JPEG not in content[-64:]:
        raise ValueError("cut off")
    if picture.width * picture.height > MOST_PIXELS:
        raise LogoRefused(_("标志图片的尺寸过大。缩小到 2000×2000 像素以内再上传。"))
    return picture


def _kept(picture: Image.Image) -> Logo:
    """On white, because paper is, and because transparency has no place in an archive."""
    opaque = Image.new("RGBA", picture.size, "white")
    opaque.alpha_composite(picture.convert("RGBA"))
    opaque.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    file = BytesIO()
    opaque.convert("RGB").save(file, "PNG", optimize=True)
    return Logo(file.getvalue(), *opaque.size)
