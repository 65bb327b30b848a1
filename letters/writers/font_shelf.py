"""The folder of built fonts: made from the sources on offer, described by a manifest, never seen half made."""

import json
import os
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path

import fontTools

from letters.writers.font_characters import codes, everyday
from letters.writers.font_press import make_all
from letters.writers.font_sources import HEAVIER, ROLES, Offer, Source, chosen
from letters.writers.font_subset import Job
from letters.writers.font_weight import AS_DRAWN, Weight
from letters.writers.options import Watermark
from letters.writers.watermark import watermark_svg

# Rooms whose change makes other fonts out of the same files.
RECIPE = (
    "font_boxes",
    "font_characters",
    "font_punctuation",
    "font_sources",
    "font_subset",
    "font_weight",
    "watermark",
)
MANIFEST = "manifest.json"
HOUR = 3600


@dataclass(frozen=True)
class Face:
    """A built font: the characters in its file, and all that its source could give."""

    role: str
    family: str
    file: Path
    source: Source
    built: frozenset[int]
    has: frozenset[int]


@dataclass(frozen=True)
class Shelf:
    """The faces in the order of the roles, the watermarks by their words, and the mark of what they were made of."""

    folder: Path
    mark: str
    faces: tuple[Face, ...]
    watermarks: Mapping[str, Path]

    @cached_property
    def built(self) -> frozenset[int]:
        return frozenset().union(*(face.built for face in self.faces))

    @cached_property
    def has(self) -> frozenset[int]:
        return frozenset().union(*(face.has for face in self.faces))


def family_of(role: str) -> str:
    return f"Nuocheng {role.title()}"


def is_up_to_date(folder: Path, offer: Offer) -> bool:
    try:
        kept = _manifest(folder)
        return kept["made_of"] == _made_of(offer) and all((folder / name).is_file() for name in _files(kept))
    except (OSError, ValueError, KeyError, TypeError):
        return False


def build(folder: Path, offer: Offer) -> None:
    """Files are named by their content and moved into place, the manifest last: two builders at once do no harm."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix="new-") as made:
        kept = {"made_of": _made_of(offer), **_built(Path(made), folder, chosen(offer))}
        put(folder / MANIFEST, json.dumps(kept).encode())
    _sweep(folder, kept)


def load(folder: Path) -> Shelf:
    kept = _manifest(folder)
    mark = sha256(json.dumps(kept["made_of"]).encode()).hexdigest()[:12]
    watermarks = {word: folder / name for word, name in kept["watermarks"].items()}
    return Shelf(folder, mark, tuple(_face(folder, entry) for entry in kept["faces"]), watermarks)


def put(target: Path, content: bytes) -> None:
    """Write a file that others see whole or not at all."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix="new-")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(name).chmod(0o644)
    Path(name).replace(target)


def _made_of(offer: Offer) -> dict[str, object]:
    return {"recipe": _recipe(), "fonttools": fontTools.version, "files": offer.stamp()}


@cache
def _recipe() -> str:
    rooms = (Path(__file__).with_name(f"{name}.py").read_bytes() for name in RECIPE)
    return sha256(b"".join(rooms)).hexdigest()


def _manifest(folder: Path) -> dict:
    return json.loads((folder / MANIFEST).read_text(encoding="utf-8"))


def _files(kept: Mapping) -> list[str]:
    return [*kept["watermarks"].values(), *(entry["file"] for entry in kept["faces"])]


def _built(made: Path, folder: Path, sources: Mapping[str, Source]) -> dict[str, object]:
    coverage = dict(
        zip(sources, make_all({made / role: _job(role, source) for role, source in sources.items()}), strict=True)
    )
    heavier = {role: base for role, (base, _) in HEAVIER.items() if role not in sources}
    make_all({made / role: _job(role, Source(made / base), HEAVIER[role][1]) for role, base in heavier.items()})
    watermarks = {
        word: _keep(folder, word.name.lower(), ".svg", watermark_svg(made / "sans", word).encode())
        for word in Watermark
        if word
    }
    faces = [
        {
            "role": role,
            "source": [str(sources[base].path), sources[base].number, sources[base].han_only],
            "has": coverage[base],
            "file": _keep(folder, role, ".ttf", (made / role).read_bytes()),
        }
        for role, base in ({role: role for role in sources} | heavier).items()
    ]
    return {"faces": sorted(faces, key=lambda face: ROLES.index(face["role"])), "watermarks": watermarks}


def _job(role: str, source: Source, weight: Weight = AS_DRAWN) -> Job:
    return Job(source, family_of(role), everyday(), weight)


def _keep(folder: Path, stem: str, ending: str, content: bytes) -> str:
    name = f"{stem}-{sha256(content).hexdigest()[:12]}{ending}"
    put(folder / name, content)
    return name


def _face(folder: Path, entry: Mapping) -> Face:
    path, number, han_only = entry["source"]
    has = codes(entry["has"])
    source = Source(Path(path), number, han_only)
    return Face(entry["role"], family_of(entry["role"]), folder / entry["file"], source, has & everyday(), has)


def _sweep(folder: Path, kept: Mapping) -> None:
    """What the manifest does not name goes, but for the last hour's: another process may be reading or writing it."""
    needed = {MANIFEST, *_files(kept)}
    for path in folder.iterdir():
        if path.is_file() and path.name not in needed and path.stat().st_mtime < time.time() - HOUR:
            path.unlink(missing_ok=True)
