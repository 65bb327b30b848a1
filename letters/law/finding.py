"""One thing the law, or good practice, has to say about a letter."""

from dataclasses import dataclass
from enum import StrEnum

UNVERIFIED, UNVERIFIED_EN = "待核", "To be checked"


class Level(StrEnum):
    """must: a statute in force forbids it. should: a standard or secondary source speaks against it. note: advice."""

    MUST = "must"
    SHOULD = "should"
    NOTE = "note"


ORDER = tuple(Level)


@dataclass(frozen=True)
class Finding:
    """`fields` are those of the letter that it is about; `type_instead` is an answer that would satisfy the rule.

    `blocks` only for what a person who answers questions can mend: never for wording of the letter or unverified rules.
    """

    rule: str
    level: Level
    message_zh: str
    message_en: str
    fields: tuple[str, ...] = ()
    statute: str = ""
    article: str = ""
    fix_zh: str = ""
    type_instead: str = ""
    excerpt: str = ""
    blocks: bool = False

    @property
    def is_unverified(self) -> bool:
        return self.message_zh.startswith(UNVERIFIED)
