"""Whether a file is a whole PDF, PNG or JPEG and nothing besides, by its structure: no pixel is ever unpacked."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from django.utils.translation import gettext as _

MOST_PIXELS = 200_000_000
# Chunks of a PNG, segments of a JPEG: writers make a few thousand of 20 MB.
MOST_PARTS = 50_000
# Where a reader looks for the beginning of a PDF and for its end.
PDF_HEAD, PDF_TAIL = 1024, 2048
PDF_SCRIPT = re.compile(rb"/(?:JavaScript|JS|Launch)(?![A-Za-z])")
PADDING = b"\0 \t\r\n"
PNG_BEGINNING = b"\x89PNG\r\n\x1a\n"
# Markers of a JPEG that have no length, and those that tell its size.
BARE, FRAMES = {0x01, *range(0xD0, 0xD9)}, set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
START_OF_SCAN, END_OF_IMAGE = 0xDA, b"\xff\xd9"


class ScanRefused(ValueError):
    """The message says what to send instead."""


def check_pdf(content: bytes) -> None:
    if b"%%EOF" not in content[-PDF_TAIL:]:
        raise _incomplete()
    if b"/Encrypt" in content:
        raise ScanRefused(_("这个 PDF 加了密码，去掉密码后再上传。"))
    if PDF_SCRIPT.search(content):
        raise ScanRefused(_("这个 PDF 里有脚本，打印成新的 PDF 后再上传。"))
    _require_nothing_besides(content)


def check_png(content: bytes) -> None:
    chunks = {kind: (data, end) for kind, data, end in _chunks(content)}
    head, _end = chunks[b"IHDR"]
    _require_size(int.from_bytes(head[:4]), int.from_bytes(head[4:8]))
    if b"IDAT" not in chunks:
        raise _incomplete()
    if content[chunks[b"IEND"][1] :].strip(PADDING):
        raise _more_inside()
    _require_nothing_besides(content)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    """(kind, data, where it ends) from IHDR to IEND, each with the right checksum."""
    place, kind = len(PNG_BEGINNING), b""
    for _part in range(MOST_PARTS):
        size, first = int.from_bytes(content[place : place + 4]), not kind
        kind, data = content[place + 4 : place + 8], content[place + 8 : place + 8 + size]
        checksum = content[place + 8 + size : place + 12 + size]
        is_whole = len(data) == size and len(checksum) == 4 and (kind == b"IHDR") is first
        if not is_whole or zlib.crc32(kind + data) != int.from_bytes(checksum):
            raise _incomplete()
        place += 12 + size
        yield kind, data, place
        if kind == b"IEND":
            return
    raise _incomplete()


def check_jpeg(content: bytes) -> None:
    """Cameras append more pictures and notes of their own after the first picture: those may stay."""
    place, has_size = 2, False
    for _part in range(MOST_PARTS):
        if content[place : place + 1] != b"\xff":
            raise _incomplete()
        marker = content[place + 1] if place + 1 < len(content) else 0
        if marker in BARE or marker == 0xFF:
            place += 1 if marker == 0xFF else 2
            continue
        size, data = int.from_bytes(content[place + 2 : place + 4]), content[place + 4 : place + 9]
        if marker == START_OF_SCAN and has_size and END_OF_IMAGE in content[place + 2 :]:
            return _require_nothing_besides(content)
        if marker in FRAMES:
            _require_size(int.from_bytes(data[3:5]), int.from_bytes(data[1:3]))
            has_size = True
        if size < 2 or marker in (0, START_OF_SCAN, END_OF_IMAGE[1]):
            raise _incomplete()
        place += 2 + size
    raise _incomplete()


def _require_size(width: int, height: int) -> None:
    if not width or not height:
        raise _incomplete()
    if width * height > MOST_PIXELS:
        words = _("这张图片有 %(width)d × %(height)d 像素，太大；降低分辨率后再上传。")
        raise ScanRefused(words % {"width": width, "height": height})


def _require_nothing_besides(content: bytes) -> None:
    """No archive at its end, no second document at its beginning: what opens it elsewhere has to show the same."""
    if zipfile.is_zipfile(BytesIO(content)) or b"%PDF-" in content[1:PDF_HEAD]:
        raise _more_inside()


def _incomplete() -> ScanRefused:
    return ScanRefused(_("这个文件不完整，重新扫描或重新传送后再上传。"))


def _more_inside() -> ScanRefused:
    return ScanRefused(_("这个文件里夹带了别的内容，重新扫描或打印成 PDF 后再上传。"))
