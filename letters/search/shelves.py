"""Where the search looks: each shelf finds its own, within what the reader may see, the likeliest first."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from django.contrib.auth.models import AbstractBaseUser
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from letters.definitions.catalogue import letter_definitions, statutes
from letters.definitions.schema import LetterDefinition, Statute
from letters.law.kinds import Rule
from letters.law.rulebook import rulebook, sources
from letters.models import Company, Letter
from letters.models.searching import search_words
from letters.permissions import may_see_companies, visible_letters
from letters.questions.language import spoken


@dataclass(frozen=True)
class Hit:
    """`about` says which of several of the same title it is; `letter` lends its state."""

    title: str
    about: str
    address: str
    letter: Letter | None = None


@dataclass(frozen=True)
class Shelf:
    """`find` takes the reader, what was typed, and how many hits are wanted at most."""

    key: str
    title: object
    find: Callable[[AbstractBaseUser, str, int], Iterable[Hit]]


def find_letters(user: AbstractBaseUser, typed: str, most: int) -> Iterator[Hit]:
    found = visible_letters(user).kept().matching(typed).order_by("-updated_at", "-pk").defer("answers")
    for letter in found[:most]:
        about = " · ".join(filter(None, (letter.company, letter.variant_label, letter.number)))
        yield Hit(letter.title, about, letter.get_absolute_url(), letter)


def find_companies(user: AbstractBaseUser, typed: str, most: int) -> Iterator[Hit]:
    if not may_see_companies(user):
        return
    for company in Company.objects.matching(typed).by_name().only("name", "archived_at")[:most]:
        yield Hit(company.name, str(_("已停用")) if company.archived_at else "", company.get_absolute_url())


def find_in_library(user: AbstractBaseUser, typed: str, most: int) -> list[Hit]:
    """What is so called goes before what only serves the purpose."""
    words = search_words(typed)
    called = [each for each, name, _text in _library() if _are_in(name, words)]
    meant = [each for each, name, text in _library() if not _are_in(name, words) and _are_in(text, words)]
    return [
        Hit(
            spoken(f"{each.title} {each.variant}", f"{each.title_en} · {each.variant_en}"),
            spoken(each.purpose, each.purpose_en),
            reverse("library_letter", args=[each.id]),
        )
        for each in (called + meant)[:most]
    ]


def find_statutes(user: AbstractBaseUser, typed: str, most: int) -> list[Hit]:
    words = search_words(typed)
    found = [each for each, text in _statutes() if _are_in(text, words)]
    return [
        Hit(spoken(each.cited_zh, each.title_en), each.number_zh, reverse("statute", args=[each.id]))
        for each in found[:most]
    ]


def find_rules(user: AbstractBaseUser, typed: str, most: int) -> list[Hit]:
    words = search_words(typed)
    found = [each for each, text in _rules() if _are_in(text, words)]
    return [
        Hit(spoken(each.message_zh, each.message_en), " · ".join(_cited(each)), reverse("rule", args=[each.id]))
        for each in found[:most]
    ]


SHELVES = (
    Shelf("letters", _("承诺书"), find_letters),
    Shelf("companies", _("单位"), find_companies),
    Shelf("library", _("范本"), find_in_library),
    Shelf("law", _("法律法规与标准"), find_statutes),
    Shelf("rules", _("规则"), find_rules),
)


def _cited(rule: Rule) -> Iterator[str]:
    for key, _article in sources(rule):
        yield spoken(statutes()[key].cited_zh, statutes()[key].title_en)


@cache
def _library() -> list[tuple[LetterDefinition, str, str]]:
    """Each letter with its names, and with all that is said about it."""
    return [
        (each, name := _text(each.title, each.title_en, each.variant, each.variant_en, each.id), name + about)
        for each in letter_definitions().values()
        for about in [_text(each.purpose, each.purpose_en)]
    ]


@cache
def _statutes() -> list[tuple[Statute, str]]:
    return [
        (each, _text(each.short_zh, each.full_zh, each.title_en, each.number_zh, each.id))
        for each in statutes().values()
    ]


@cache
def _rules() -> list[tuple[Rule, str]]:
    return [(each, _text(each.message_zh, each.message_en, each.id)) for each in rulebook().values()]


def _are_in(text: str, words: list[str]) -> bool:
    return all(word in text for word in words)


def _text(*parts: str) -> str:
    return "\n".join(parts).casefold() + "\n"
