"""A short guide to the one letter that fits: questions that narrow the library, read from guide.toml."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from letters.definitions.schema import Choice, DefinitionError


@dataclass(frozen=True)
class GuideQuestion:
    key: str
    ask_zh: str
    ask_en: str
    options: tuple[Choice, ...]


@dataclass(frozen=True)
class Fit:
    """What a letter fits: per question the options that lead to it; and why, in a sentence."""

    letter: str
    options: Mapping[str, frozenset[str]]
    because_zh: str
    because_en: str


@dataclass(frozen=True)
class Guide:
    questions: tuple[GuideQuestion, ...]
    fits: tuple[Fit, ...]


@dataclass(frozen=True)
class Asked:
    """A question on the way, the options that still lead somewhere, and the one chosen; empty while it is open."""

    question: GuideQuestion
    options: tuple[Choice, ...]
    chosen: str


@dataclass(frozen=True)
class Way:
    """How far the answers lead; `rivals` are the letters that only the last answer left behind."""

    asked: tuple[Asked, ...]
    left: tuple[Fit, ...]
    rivals: tuple[Fit, ...]

    @property
    def recommended(self) -> Fit | None:
        return self.left[0] if self.asked and self.asked[-1].chosen else None


def follow(guide: Guide, answers: Mapping[str, str]) -> Way:
    """Ask in order, only what still tells letters apart; an answer that leads nowhere counts as not given."""
    asked: list[Asked] = []
    left = guide.fits
    rivals: tuple[Fit, ...] = ()
    for question in guide.questions:
        options = tuple(option for option in question.options if _fitting(left, question, option.key))
        if all(_fitting(left, question, option.key) == left for option in options):
            continue
        chosen = answers.get(question.key, "")
        asked.append(Asked(question, options, chosen if chosen in {option.key for option in options} else ""))
        if not asked[-1].chosen:
            break
        fitting = _fitting(left, question, chosen)
        rivals = tuple(fit for fit in left if fit not in fitting)
        left = fitting
    return Way(tuple(asked), left, rivals)


def _fitting(fits: tuple[Fit, ...], question: GuideQuestion, option: str) -> tuple[Fit, ...]:
    return tuple(fit for fit in fits if option in fit.options[question.key])


def load_guide(path: Path, letters: Iterable[str]) -> Guide:
    """Read the guide; DefinitionError names a letter or option that is unknown, missing, or without a reason."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    questions = tuple(
        GuideQuestion(
            table["key"], table["ask_zh"], table["ask_en"], tuple(Choice(*option) for option in table["options"])
        )
        for table in tables["questions"]
    )
    if odd := set(letters) ^ set(tables["letters"]):
        raise DefinitionError(path.name, 1, f"letters of the guide are not those of the library: {', '.join(odd)}")
    return Guide(questions, tuple(_fit(path.name, key, table, questions) for key, table in tables["letters"].items()))


def _fit(path: str, letter: str, table: dict, questions: tuple[GuideQuestion, ...]) -> Fit:
    expected = {question.key for question in questions} | {"because_zh", "because_en"}
    if odd := expected ^ set(table):
        raise DefinitionError(path, 1, f"{letter}: missing or unknown keys: {', '.join(sorted(odd))}")
    for question in questions:
        known = {option.key for option in question.options}
        if not table[question.key] or not known.issuperset(table[question.key]):
            raise DefinitionError(path, 1, f"{letter}: not options of {question.key}: {table[question.key]}")
    options = {question.key: frozenset(table[question.key]) for question in questions}
    return Fit(letter, options, table["because_zh"], table["because_en"])
