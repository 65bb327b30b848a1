"""Reads the words of the product and what they mean (library/glossary.toml)."""

from dataclasses import dataclass
from pathlib import Path

from letters.definitions.schema import DefinitionError
from letters.definitions.vocabulary import read_toml


@dataclass(frozen=True)
class Term:
    zh: str
    en: str
    means_zh: str
    means_en: str


def load_glossary(path: Path) -> tuple[Term, ...]:
    tables = read_toml(path.read_text(encoding="utf-8"), path.name)
    try:
        return tuple(Term(**table) for table in tables["terms"])
    except (KeyError, TypeError) as error:
        raise DefinitionError(path.name, 1, f"a term is not whole: {error}") from error
