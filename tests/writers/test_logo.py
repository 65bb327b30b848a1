"""A logo is a picture that can be printed, or is refused with a sentence."""

from io import BytesIO

import pytest
from PIL import Image

from letters.writers.logo import LONGEST_SIDE, MOST_BYTES, LogoRefused, read_logo
from tests.writers.logos import bomb, picture


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_becomes_a_plain_png(kind):
    logo = read_logo(picture(kind, (300, 100)))
    assert (logo.width, logo.height) == (300, 100)
    kept = Image.open(BytesIO(logo.png))
    assert (kept.format, kept.mode, kept.size) == ("PNG", "RGB", (300, 100))


def test_a_see_through_logo_stands_on_white():
    file = BytesIO()
    Image.new("RGBA", (10, 10), (255, 0, 0, 0)).save(file, "PNG")
    assert Image.open(BytesIO(read_logo(file.getvalue()).png)).getpixel((5, 5)) == (255, 255, 255)


def test_a_large_logo_is_made_as_small_as_it_prints():
    logo = read_logo(picture("PNG", (2400, 1200)))
    assert (logo.width, logo.height) == (LONGEST_SIDE, 473)


def test_the_same_logo_gives_the_same_bytes():
    assert read_logo(picture("PNG", (50, 20))) == read_logo(picture("PNG", (50, 20)))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"GIF89a" + bytes(100),
        picture("GIF", (10, 10)),
        picture("PNG", (900, 900))[:500],
        picture("JPEG", (900, 900))[:500],
        b"\x89PNG\r\n\x1a\n" + bytes(50),
        b"%PDF-1.7",
    ],
    ids=["empty", "svg", "gif-head", "gif", "cut", "cut-jpeg", "png-head", "pdf"],
)
def test_what_is_no_picture_is_refused(content):
    with pytest.raises(LogoRefused, match="换用完好的 PNG 或 JPEG"):
        read_logo(content)


def test_a_bomb_is_refused_before_it_is_unpacked():
    with pytest.raises(LogoRefused, match="尺寸过大"):
        read_logo(bomb(9_000, 9_000))
    with pytest.raises(LogoRefused):
        read_logo(bomb(60_000, 60_000))


def test_a_file_too_large_is_refused_unread():
    with pytest.raises(LogoRefused, match="超过 1 MB"):
        read_logo(b"\x89PNG" + bytes(MOST_BYTES))
