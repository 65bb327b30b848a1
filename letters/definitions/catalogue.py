"""Finds letter definitions by id; the library is read and checked once per process."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from letters.definitions.company import CompanyDefinition, load_company
from letters.definitions.glossary import Term, load_glossary
from letters.definitions.guide import Guide, load_guide
from letters.definitions.parse import parse_letter
from letters.definitions.schema import DefinitionError, LetterDefinition, Statute, Vocabulary
from letters.definitions.statutes import load_statutes
from letters.definitions.vocabulary import load_vocabulary

LIBRARY = Path(__file__).resolve().parent.parent / "library"
PACKS = {
    "cip": ("消费者信息保护", "Consumer information protection"),
    "csq": ("客户信息防护与服务质量", "Customer information and service quality"),
    "cpp": ("顾客隐私保护制度", "Customer privacy policy"),
    "osp": ("线上平台运营", "Online platform operation"),
    "ipc": ("信息推送合规", "Push-notification compliance"),
}


class UnknownLetter(LookupError):
    """The library has no letter of this id."""


@cache
def vocabulary() -> Vocabulary:
    return load_vocabulary(LIBRARY / "fields.toml")


@cache
def statutes() -> Mapping[str, Statute]:
    return load_statutes(LIBRARY / "statutes.toml")


@cache
def company_definition() -> CompanyDefinition:
    return load_company(LIBRARY / "company.toml", LIBRARY / "profile.toml", vocabulary())


@cache
def letter_definitions() -> Mapping[str, LetterDefinition]:
    """All letters of the library by id, families in the order of PACKS."""
    return load_library(LIBRARY, vocabulary(), statutes())


def load_library(
    folder: Path, vocabulary: Vocabulary, statutes: Mapping[str, Statute]
) -> Mapping[str, LetterDefinition]:
    read = (load_letter(path, vocabulary, statutes) for path in sorted(folder.glob("*.md")))
    found = {definition.id: definition for definition in read}
    order = list(PACKS)
    return MappingProxyType(dict(sorted(found.items(), key=lambda pair: order.index(pair[1].pack))))


def load_letter(path: Path, vocabulary: Vocabulary, statutes: Mapping[str, Statute]) -> LetterDefinition:
    definition = parse_letter(
        path.read_text(encoding="utf-8"), path=path.name, vocabulary=vocabulary, statutes=statutes
    )
    if definition.id != path.stem:
        raise DefinitionError(path.name, 2, f"id is not the name of the file: {definition.id}")
    if definition.pack not in PACKS:
        raise DefinitionError(path.name, 1, f"unknown pack: {definition.pack}")
    return definition


def letter_definition(letter_id: str) -> LetterDefinition:
    try:
        return letter_definitions()[letter_id]
    except KeyError:
        raise UnknownLetter(letter_id) from None


@cache
def glossary() -> tuple[Term, ...]:
    return load_glossary(LIBRARY / "glossary.toml")


@cache
def guide() -> Guide:
    return load_guide(LIBRARY / "guide.toml", letter_definitions())
