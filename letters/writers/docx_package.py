"""The zip around a Word file: our template packed from its parts, and finished files repacked to stable bytes."""

from collections.abc import Iterable
from functools import cache
from io import BytesIO
from pathlib import Path
from string import Template
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from letters.writers.docx_figures import figures
from letters.writers.options import Layout

TEMPLATE = Path(__file__).parent / "docx_template"
CONTENT_TYPES = "[Content_Types].xml"
OLDEST_DATE = (1980, 1, 1, 0, 0, 0)


@cache
def template(layout: Layout, *, policy: bool) -> bytes:
    """An empty letter: styles, page, footers, settings, and nothing that Word would want to repair."""
    folders = (TEMPLATE / "shared", TEMPLATE / layout)
    files = [(folder, path) for folder in folders for path in folder.rglob("*") if path.is_file()]
    measures = figures(layout, policy=policy)
    return _packed(
        (path.relative_to(folder).as_posix(), Template(path.read_text(encoding="utf-8")).substitute(measures).encode())
        for folder, path in files
    )


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
