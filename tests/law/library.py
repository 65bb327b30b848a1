"""Copies of the library that a test may change, and what they load to."""

import shutil
from pathlib import Path

from letters.definitions.catalogue import LIBRARY, company_definition, load_library, vocabulary
from letters.definitions.statutes import load_statutes
from letters.law.known import known_names
from letters.law.rules import Rules, load_rules


def copied(folder: Path) -> Path:
    """What the law says, without the letters."""
    library = folder / "library"
    library.mkdir()
    for path in LIBRARY.glob("*.toml"):
        shutil.copyfile(path, library / path.name)
    return library


def load(folder: Path) -> Rules:
    statutes = load_statutes(folder / "statutes.toml")
    return load_rules(folder, known_names(vocabulary(), company_definition(), statutes))


def load_letter(folder: Path, letter_id: str):
    """The letter as it is, unless the folder has one of its own."""
    if not (folder / f"{letter_id}.md").exists():
        shutil.copyfile(LIBRARY / f"{letter_id}.md", folder / f"{letter_id}.md")
    return load_library(folder, vocabulary(), load_statutes(folder / "statutes.toml"))[letter_id]


def change(path: Path, old: str, new: str) -> int:
    """Changes the first place where the old text stands; gives its line."""
    source = path.read_text(encoding="utf-8")
    before, found, after = source.partition(old)
    assert found, f"{path.name} does not say {old}"
    path.write_text(before + new + after, encoding="utf-8")
    return before.count("\n") + 1


def append(path: Path, text: str) -> int:
    """Adds a table at the end; gives the line of its head."""
    source = path.read_text(encoding="utf-8").rstrip() + "\n\n"
    path.write_text(source + text, encoding="utf-8")
    return source.count("\n") + 1
