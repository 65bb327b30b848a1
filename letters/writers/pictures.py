"""The pictures of a letter: the code to scan, and how pages carry a picture inside themselves."""

from base64 import b64encode
from functools import lru_cache
from io import BytesIO

import segno

# Dots of a module: 18 mm on paper then have some 450 dots to the inch.
SCALE = 8
QUIET_ZONE = 4


@lru_cache(maxsize=64)
def qr_png(address: str) -> bytes:
    """Readable with an eighth of it soiled, with the blank border that scanners need."""
    file = BytesIO()
    segno.make(address, error="m", micro=False).save(file, kind="png", scale=SCALE, border=QUIET_ZONE)
    return file.getvalue()


def data_uri(png: bytes) -> str:
    return "data:image/png;base64," + b64encode(png).decode("ascii")
