"""Where the faces of a letter come from: the company's folder, the system, the open fonts installed with us."""

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pylopdf_fonts_zh_cn
from django.utils.translation import gettext as _
from fontTools.ttLib import TTCollection, TTFont, TTLibError

from letters.writers.pdf_faults import FontUnreadable

# GB/T 9704: text 仿宋, title 小标宋, first headings 黑体, second headings 楷体. Serif and sans are the open stand-ins.
ROLES = ("serif", "sans", "fangsong", "title", "hei", "kai")
# Heavier faces made of the open ones where there is neither the company's own nor a bold of the system.
HEAVIER = {"title": ("serif", (0.018, 0.003)), "hei": ("sans", (0.010, 0.008))}

# Parts of a family name (lower case, no blanks) that tell what a font of the company's own is for.
COMPANY_NAMES = {
    "fangsong": ("仿宋", "fangsong", "fandolfang"),
    "title": ("小标宋", "xiaobiaosong", "中宋", "zhongsong"),
    "kai": ("楷", "kai"),
    "hei": ("黑", "hei"),
}

# Open fonts as distributions name their files; of several the first that is there serves.
KNOWN_FILES = {
    "serif": ("NotoSerifCJK-Regular.ttc", "NotoSerifCJKsc-Regular.otf", "SourceHanSerifSC-Regular.otf"),
    "sans": ("NotoSansCJK-Regular.ttc", "NotoSansCJKsc-Regular.otf", "SourceHanSansSC-Regular.otf"),
    "title": (
        "NotoSerifCJK-Bold.ttc",
        "NotoSerifCJKsc-Bold.otf",
        "NotoSerifSC-Bold.otf",
        "SourceHanSerifSC-Bold.otf",
    ),
    "fangsong": ("FandolFang-Regular.otf",),
    "kai": ("FandolKai-Regular.otf", "LXGWWenKai-Regular.ttf", "gkai00mp.ttf", "ukai.ttc"),
}
KNOWN_NAMES = {name for names in KNOWN_FILES.values() for name in names}
COMPLETE_FAMILIES = ("Noto", "SourceHan")
SYSTEM_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"),
    Path.home() / ".local/share/fonts",
    Path.home() / ".fonts",
    Path("/Library/Fonts"),
)
FONT_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")
COLLECTIONS = (".ttc", ".otc")
SIMPLIFIED = (" sc", " cn", " gb")
FAULTS = (TTLibError, KeyError, OSError, struct.error, AssertionError)


@dataclass(frozen=True)
class Source:
    """One face: `number` is its place in a collection, `han_only` that only its Han characters are wanted."""

    path: Path
    number: int = 0
    han_only: bool = False


@dataclass(frozen=True)
class Offer:
    """Every file that might be used; offers with equal stamps lead to the same fonts."""

    company: tuple[Path, ...]
    known: tuple[Path, ...]
    installed: tuple[Path, ...]

    def stamp(self) -> list[list[object]]:
        files = (*self.company, *self.known, *self.installed)
        return [[str(path), status.st_size, status.st_mtime_ns] for path in files for status in [path.stat()]]


def offered(company_folder: Path | None) -> Offer:
    company = tuple(_fonts_below(company_folder)) if company_folder else ()
    system = (path for folder in SYSTEM_FOLDERS for path in _fonts_below(folder))
    return Offer(
        company=tuple(path for path in company if path.name not in KNOWN_NAMES),
        known=tuple(path for path in (*company, *system) if path.name in KNOWN_NAMES),
        installed=(pylopdf_fonts_zh_cn.serif_path(), pylopdf_fonts_zh_cn.sans_path()),
    )


def chosen(offer: Offer) -> dict[str, Source]:
    """The face of each role that has one, in the order of ROLES."""
    found = dict(zip(("serif", "sans"), map(Source, offer.installed), strict=True))
    found |= _known_roles(offer.known)
    for path in offer.company:
        found |= _company_roles(path)
    return {role: found[role] for role in ROLES if role in found}


def _fonts_below(folder: Path) -> Iterator[Path]:
    for below, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(below, name) for name in sorted(names) if name.lower().endswith(FONT_ENDINGS))


def _known_roles(paths: tuple[Path, ...]) -> dict[str, Source]:
    by_name = {path.name: path for path in reversed(paths)}
    firsts = {role: next((name for name in names if name in by_name), None) for role, names in KNOWN_FILES.items()}
    return {role: _chinese_face(by_name[name]) for role, name in firsts.items() if name}


def _company_roles(path: Path) -> dict[str, Source]:
    source = _chinese_face(path)
    name = _family(path, source.number).translate({ord(sign): None for sign in " _-"})
    return {role: source for role, parts in COMPANY_NAMES.items() if any(part in name for part in parts)}


def _chinese_face(path: Path) -> Source:
    """A collection's first face is Japanese more often than not: take the one for simplified Chinese."""
    number = 0
    if path.name.lower().endswith(COLLECTIONS):
        families = [_family(path, number) for number in range(_face_count(path))]
        simplified = (family for family in families if any(part in family for part in SIMPLIFIED))
        number = families.index(next(simplified, families[0]))
    return Source(path, number, han_only=not path.name.startswith(COMPLETE_FAMILIES))


def _face_count(path: Path) -> int:
    try:
        with path.open("rb") as file, TTCollection(file, lazy=True) as collection:
            return len(collection.fonts)
    except FAULTS as fault:
        raise unreadable(path) from fault


def _family(path: Path, number: int) -> str:
    """The family in every language the font gives it, lower case."""
    try:
        with path.open("rb") as file, TTFont(file, fontNumber=number, lazy=True) as font:
            return " ".join(
                record.toUnicode("replace") for record in font["name"].names if record.nameID in {1, 16}
            ).lower()
    except FAULTS as fault:
        raise unreadable(path) from fault


def unreadable(path: Path) -> FontUnreadable:
    sentence = _("字体文件 %(name)s 无法读取。换一个完好的文件，或把它移出字体文件夹，然后重启服务。")
    return FontUnreadable(sentence % {"name": path.name})
