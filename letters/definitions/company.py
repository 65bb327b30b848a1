"""Reads what is asked about a company: reusable facts (company.toml) and its profile (profile.toml)."""

import dataclasses
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from letters.definitions.schema import DefinitionError, FieldDefinition, Vocabulary
from letters.definitions.vocabulary import read_field, read_toml

# Said of the rules that a fact switches on; for whoever keeps the library, not for the page.
NOT_ASKED = ("key", "switches_on")


@dataclass(frozen=True)
class CompanySection:
    title_zh: str
    title_en: str
    fields: tuple[FieldDefinition, ...]


@dataclass(frozen=True)
class CompanyDefinition:
    """`sections` hold who the company is, `profile` what it does; a fact bears the key that rules know it by."""

    sections: tuple[CompanySection, ...]
    profile: CompanySection

    @cached_property
    def fields(self) -> tuple[FieldDefinition, ...]:
        return tuple(field for section in (*self.sections, self.profile) for field in section.fields)


def load_company(path: Path, profile: Path, vocabulary: Vocabulary) -> CompanyDefinition:
    tables = read_toml(path.read_text(encoding="utf-8"), path.name)
    sections = tuple(_section(table, tables["required"], vocabulary, path.name) for table in tables["sections"])
    return CompanyDefinition(sections, CompanySection(**tables["profile"], fields=_facts(profile)))


def _facts(path: Path) -> tuple[FieldDefinition, ...]:
    source = path.read_text(encoding="utf-8")
    return tuple(_fact(table, source, path.name) for table in read_toml(source, path.name)["questions"])


def _section(table: dict, required: list[str], vocabulary: Vocabulary, path: str) -> CompanySection:
    if unknown := [key for key in table["fields"] if key not in vocabulary.fields]:
        raise DefinitionError(path, 1, f"unknown fields: {', '.join(unknown)}")
    fields = (_kept(vocabulary.fields[key], key in required) for key in table["fields"])
    return CompanySection(table["title_zh"], table["title_en"], tuple(fields))


def _kept(field: FieldDefinition, required: bool) -> FieldDefinition:
    """A letter demands what it prints; of a company only what every company has is demanded, and always."""
    return dataclasses.replace(field, required=required, depends_on=None)


def _fact(table: dict, source: str, path: str) -> FieldDefinition:
    asked = {name: value for name, value in table.items() if name not in NOT_ASKED}
    return read_field(table["key"], asked | {"step": "profile"}, {"profile"}, path, source)
