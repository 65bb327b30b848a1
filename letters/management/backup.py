"""Everything that cannot be made again, as one zip: database, keys, stored files, and the anchors of the trail."""

import os
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from letters.management.database_copy import CopyFailed, copy_in, copy_name, copy_out, is_empty

KEYS, FILES, ANCHORS = "keys/", "files/", "trail/anchors.log"
DATABASES = ("database.sqlite3", "database.dump")
EXISTS = "{file} 已存在：换一个文件名。 / It exists: choose another name."
NOT_EMPTY = (
    "{place} 里已有数据，没有恢复任何内容：换一个空的数据文件夹（NUOCHENG_DATA）或空的数据库（DATABASE_URL）。"
    " / Restore into an empty data folder and an empty database."
)
NO_BACKUP = "{file} 不是完整的备份：{reason} / It is not a whole back-up."
OTHER_DATABASE = (
    "这份备份来自另一种数据库（其中是 {there}，现在要的是 {here}）：改 DATABASE_URL 后再恢复。"
    " / It comes from the other kind of database: set or unset DATABASE_URL."
)


def back_up(target: Path) -> None:
    """Anchors first, files last: then the database knows every event anchored, and every file it knows is there."""
    if target.exists():
        raise CopyFailed(EXISTS.format(file=target))
    with tempfile.TemporaryDirectory(prefix=f".{target.name}.", dir=target.parent) as folder:
        draft = Path(folder) / "draft.zip"
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive:
            if _anchors().exists():
                archive.write(_anchors(), ANCHORS)
            copy_out(Path(folder) / copy_name())
            archive.write(Path(folder) / copy_name(), copy_name())
            for path, name in _kept():
                archive.write(path, name)
        # The keys are in it.
        draft.chmod(0o600)
        draft.replace(target)
    os.sync()


def restore(source: Path) -> None:
    """Unpacked and checked beside its place, moved there in the end. Keys made by this very start are replaced."""
    _require_nothing_there()
    data = Path(settings.NUOCHENG_DATA)
    with tempfile.TemporaryDirectory(prefix=".restore.", dir=data) as name:
        folder = Path(name)
        _unpack(source, folder)
        copy_in(folder / copy_name())
        _put(folder / KEYS, data / KEYS)
        _put(folder / FILES, Path(settings.MEDIA_ROOT))
        _put(folder / "trail", _anchors().parent)
    os.sync()


def _anchors() -> Path:
    return Path(settings.TRAIL_ANCHORS)


def _kept() -> Iterator[tuple[Path, str]]:
    for folder, prefix in ((Path(settings.NUOCHENG_DATA) / KEYS, KEYS), (Path(settings.MEDIA_ROOT), FILES)):
        for path in sorted(folder.rglob("*")):
            # A name that ends in a process's number is a draft: nothing refers to it before it has its own name.
            if path.is_file() and not path.suffix[1:].isdigit():
                yield path, prefix + path.relative_to(folder).as_posix()


def _require_nothing_there() -> None:
    if not is_empty():
        raise CopyFailed(NOT_EMPTY.format(place=settings.DATABASES["default"]["NAME"]))
    for place in (Path(settings.MEDIA_ROOT), _anchors().parent):
        if place.is_dir() and any(place.iterdir()):
            raise CopyFailed(NOT_EMPTY.format(place=place))


def _unpack(source: Path, folder: Path) -> None:
    try:
        with zipfile.ZipFile(source) as archive:
            _require_whole(source, archive)
            archive.extractall(folder)
    except (OSError, EOFError, zipfile.BadZipFile, RuntimeError, zlib.error) as error:
        raise CopyFailed(NO_BACKUP.format(file=source, reason=error)) from error


def _require_whole(source: Path, archive: zipfile.ZipFile) -> None:
    """Every checksum is right before anything is written."""
    if damaged := archive.testzip():
        raise CopyFailed(NO_BACKUP.format(file=source, reason=damaged))
    databases = [name for name in archive.namelist() if name in DATABASES]
    if not databases or not any(name.startswith(KEYS) for name in archive.namelist()):
        raise CopyFailed(NO_BACKUP.format(file=source, reason="database, keys"))
    if databases != [copy_name()]:
        raise CopyFailed(OTHER_DATABASE.format(there=databases[0], here=copy_name()))


def _put(here: Path, there: Path) -> None:
    """Folders and files that only their owner reads; what is there by the same name is replaced."""
    for path in sorted(here.rglob("*")):
        if path.is_file():
            target = there / path.relative_to(here)
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.chmod(0o600)
            shutil.move(path, target)
