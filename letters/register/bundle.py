"""Several issued letters as one ZIP: the very files that were stored, a list of them, and their checksums."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from django.utils import timezone
from django.utils.translation import gettext as _

from letters.models import Artefact, Letter
from letters.register.register_sheet import Column, list_sheet, status_words
from letters.workflow import Status

MOST_LETTERS = 50
LIST, SUMS = "清单.xlsx", "SHA256SUMS"
# The first day that a ZIP knows: the same letters give the same bytes on any day.
ANY_DAY = datetime(1980, 1, 1)
READABLE = 0o644 << 16


class BundleRefused(Exception):
    """A stored file is not what was stored: the message is a sentence for whoever wanted it."""


@dataclass(frozen=True)
class Entry:
    """One file in the ZIP; the number before its name is the letter's place in the list."""

    letter: Letter
    artefact: Artefact
    name: str


def columns() -> tuple[Column, ...]:
    return (
        Column(_("承诺书编号"), 28, lambda entry: entry.letter.number),
        Column(_("单位名称"), 36, lambda entry: entry.letter.company),
        Column(_("承诺书名称"), 36, lambda entry: entry.letter.title),
        Column(_("状态"), 12, lambda entry: status_words(Status(entry.letter.status))),
        Column(_("签署日期"), 13, lambda entry: entry.letter.signed_on),
        Column(_("有效期起"), 13, lambda entry: entry.letter.valid_from),
        Column(_("有效期止"), 13, lambda entry: entry.letter.valid_to),
        Column(_("签发日期"), 13, lambda entry: timezone.localdate(entry.letter.issued_at)),
        Column(_("文件名"), 60, lambda entry: entry.name),
        Column("SHA-256", 68, lambda entry: entry.artefact.sha256),
    )


def write_bundle(letters: Iterable[Letter], to: BinaryIO) -> None:
    """In the order of `letters`, whose `artefacts` are at hand. One stored file in memory at a time."""
    entries = list(_entries(letters))
    listed = list_sheet(_("清单"), columns(), entries, made=ANY_DAY)
    sums = [(hashlib.sha256(listed).hexdigest(), LIST), *((entry.artefact.sha256, entry.name) for entry in entries)]
    with ZipFile(to, "w", ZIP_STORED) as bundle:
        for entry in entries:
            _add(bundle, entry.name, _stored(entry))
        _add(bundle, LIST, listed)
        _add(bundle, SUMS, "".join(f"{sha256}  {name}\n" for sha256, name in sums).encode())


def _entries(letters: Iterable[Letter]) -> Iterator[Entry]:
    for place, letter in enumerate(letters, start=1):
        files = [file for file in letter.artefacts.all() if file.kind != Artefact.Kind.SCAN]
        for file in sorted(files, key=lambda file: file.kind, reverse=True):
            yield Entry(letter, file, f"{place:02}-{file.name}")


def _stored(entry: Entry) -> bytes:
    try:
        content = entry.artefact.path.read_bytes()
    except OSError as fault:
        raise _refused(entry) from fault
    if hashlib.sha256(content).hexdigest() != entry.artefact.sha256:
        raise _refused(entry)
    return content


def _refused(entry: Entry) -> BundleRefused:
    words = _("%(number)s 的存档文件丢失或与登记的校验值不符。告诉管理员从备份恢复这个文件，再打包。")
    return BundleRefused(words % {"number": entry.letter.number})


def _add(bundle: ZipFile, name: str, content: bytes) -> None:
    """Stored, not packed: what is inside is packed already, and no version of zlib changes a byte."""
    about = ZipInfo(name, ANY_DAY.timetuple()[:6])
    about.create_system, about.external_attr = 3, READABLE
    bundle.writestr(about, content)
