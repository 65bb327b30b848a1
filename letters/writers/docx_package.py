"""The zip around a Word file: our template packed from its parts, and finished files repacked to stable bytes."""

from collections.abc import Iterable
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

TEMPLATE = Path(__file__).parent / "docx_template"
CONTENT_TYPES = "[Content_Types].xml"
OLDEST_DATE = (1980, 1, 1, 0, 0, 0)


@cache
def template() -> bytes:
    """An empty letter: styles, page, footers, settings, and nothing that Word would want to repair."""
    files = (path for path in TEMPLATE.rglob("*") if path.is_file())
    return _packed((path.relative_to(TEMPLATE).as_posix(), path.read_bytes()) for path in files)


def repacked(package: bytes) -> bytes:
    """The same parts in a fixed order with fixed dates: python-docx writes the time of day into the zip."""
    with ZipFile(BytesIO(package)) as written:
        return _packed((name, written.read(name)) for name in written.namelist())


def _packed(parts: Iterable[tuple[str, bytes]]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in sorted(parts, key=_reading_order):
            archive.writestr(_entry(name), content)
    return file.getvalue()


def _reading_order(part: tuple[str, bytes]) -> tuple[bool, str]:
    return part[0] != CONTENT_TYPES, part[0]


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, OLDEST_DATE)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 0  # else the machine's own system is written
    return entry
