"""Pictures to try as logos, and one that is small as a file only."""

import struct
import zlib
from io import BytesIO

from PIL import Image


def picture(kind: str, size: tuple[int, int]) -> bytes:
    file = BytesIO()
    Image.new("RGB", size, (170, 30, 30)).save(file, kind)
    return file.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A PNG of one colour and a few kilobytes that says it is this large."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes(1000), 9)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
