"""The TOML on top of a letter: what it is called, for whom, how it is numbered and signed."""

import re
import tomllib
from collections.abc import Mapping
from types import MappingProxyType

from letters.definitions.schema import DefinitionError, OutlineEntry, Statute, Vocabulary

NUMBER_STYLES = ("第一章", "第一条", "一、", "（一）", "1.", "（1）", "1.1", "1.1.1", "①")
_FENCED = re.compile(r"\A\+\+\+\n(?P<toml>.*?)^\+\+\+\n", re.DOTALL | re.MULTILINE)
_SHAPE: dict[str, type] = {
    "id": str,
    "version": int,
    "title": str,
    "title_en": str,
    "pack": str,
    "variant": str,
    "variant_en": str,
    "purpose": str,
    "purpose_en": str,
    "audience": str,
    "audience_en": str,
    "differs": str,
    "differs_en": str,
    "numbering": tuple,
    "statutes": tuple,
    "signature": tuple,
    "defaults": MappingProxyType,
    "examples": MappingProxyType,
    "steps": MappingProxyType,
    "outline": MappingProxyType,
}
OPTIONAL = ("defaults", "examples", "steps", "outline")

_WRITTEN: dict[type, type] = {tuple: list, MappingProxyType: dict}


def front_matter(
    source: str, *, path: str, vocabulary: Vocabulary, statutes: Mapping[str, Statute]
) -> tuple[dict, str, int]:
    """The checked meta data, the body, and the line of the file on which the body begins."""
    found = _FENCED.match(source)
    if not found:
        raise DefinitionError(path, 1, "the letter does not begin with +++ and TOML")
    try:
        table = tomllib.loads(found["toml"])
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise DefinitionError(path, int(line[1]) + 1 if line else 1, str(error)) from error
    meta = _FrontMatter(path, source, table).checked(vocabulary, statutes)
    return meta, source[found.end() :], source.count("\n", 0, found.end()) + 1


class _FrontMatter:
    def __init__(self, path: str, source: str, table: dict):
        self.path, self.source, self.table = path, source, {key: {} for key in OPTIONAL} | table

    def error(self, key: str, message: str) -> DefinitionError:
        found = re.search(rf"^\W*{re.escape(key)}\b", self.source, re.MULTILINE)
        line = self.source.count("\n", 0, found.end()) + 1 if found else 1
        return DefinitionError(self.path, line, message)

    def checked(self, vocabulary: Vocabulary, statutes: Mapping[str, Statute]) -> dict:
        for key in self.table.keys() - _SHAPE.keys():
            raise self.error(key, f"unknown key: {key}")
        meta = {key: self._value(key, kind) for key, kind in _SHAPE.items()}
        self._known("numbering", meta["numbering"], NUMBER_STYLES, "numbering style")
        self._known("statutes", meta["statutes"], statutes, "statute")
        self._known("signature", meta["signature"], vocabulary.fields, "field")
        self._known("defaults", meta["defaults"], vocabulary.fields, "field")
        self._known("examples", meta["examples"], vocabulary.fields, "field")
        self._known("steps", meta["steps"], vocabulary.fields, "field")
        self._known("steps", self.table["steps"].values(), {step.key for step in vocabulary.steps}, "step")
        return meta | {"outline": self._outline(self.table["outline"])}

    def _outline(self, written: Mapping[str, object]) -> Mapping[str, OutlineEntry]:
        found = {}
        for heading, line in written.items():
            match line:
                case [str(title), str(says)] if title and says:
                    found[heading] = OutlineEntry(title, says)
                case _:
                    raise self.error(heading, f"the outline wants an English heading and a line: {heading}")
        return MappingProxyType(found)

    def _value(self, key: str, kind: type) -> object:
        if key not in self.table:
            raise DefinitionError(self.path, 1, f"missing key: {key}")
        value = self.table[key]
        if not isinstance(value, _WRITTEN.get(kind, kind)):
            raise self.error(key, f"{key} is not of the right kind: {value!r}")
        return kind(value)

    def _known(self, key: str, names, known, what: str) -> None:
        for name in names:
            if name not in known:
                raise self.error(key, f"unknown {what}: {name}")
