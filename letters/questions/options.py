"""What all questions with options share: how an option is recognised, read in a sentence, and listed."""

import re
from collections.abc import Callable
from functools import cached_property

from django.utils.translation import gettext_lazy as _

from letters.definitions.schema import Choice
from letters.questions.base import Question
from letters.questions.language import spoken
from letters.questions.refusal import AnswerRefused, quoted
from letters.questions.repair import mended, without_blanks

SENSITIVE = "（敏感）"
BOOK_TITLE_MARKS = {ord("《"): None, ord("》"): None}
STATUTE = re.compile(r"(?P<name>.+?)(?P<note>（.*）)?")

SPELLINGS: tuple[Callable[[Choice], str], ...] = (
    lambda choice: choice.key,
    lambda choice: choice.zh,
    lambda choice: choice.zh.removesuffix(SENSITIVE),
    lambda choice: choice.en,
)


def folded(text: str) -> str:
    """A label or key as it is compared: without blanks, book-title marks and case."""
    return without_blanks(mended(text).text).translate(BOOK_TITLE_MARKS).casefold()


class Options(Question):
    """Boxes to tick: nothing is typed, so that nothing is said about typing."""

    def attrs(self) -> dict[str, str]:
        return {"data-kind": self.kind}


class Choosing(Options):
    """What one and several choices share: how an option is recognised, read and listed."""

    missing = _("选择“%(label)s”。")

    @cached_property
    def known(self) -> dict[str, Choice]:
        """Every accepted spelling of every option; a key goes before a label, an earlier option before a later one."""
        spellings: dict[str, Choice] = {}
        for spell in SPELLINGS:
            for choice in self.field.choices:
                spellings.setdefault(folded(spell(choice)), choice)
        spellings.pop("", None)
        return spellings

    def option(self, key: str) -> Choice:
        return next(choice for choice in self.field.choices if choice.key == key)

    def words(self, choice: Choice) -> str:
        """The option in a sentence of the letter."""
        if not self.field.choices_are_statutes:
            return choice.zh.removesuffix(SENSITIVE)
        found = STATUTE.fullmatch(choice.zh)
        return f"《{found['name']}》{found['note'] or ''}" if found else f"《{choice.zh}》"

    def listed(self) -> list[tuple[str, str]]:
        return [(choice.key, spoken(choice.zh, choice.en)) for choice in self.field.choices]

    def blank(self) -> str:
        return "　".join(f"□{self.words(choice)}" for choice in self.field.choices)

    def unknown(self, text: str) -> AnswerRefused:
        return AnswerRefused(_("选项中没有“%(typed)s”，从列出的选项里选择。"), "not_a_choice", typed=quoted(text))
