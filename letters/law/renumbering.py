"""A statute was renumbered: which article an old citation means now."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from letters.questions.chinese_numbers import number_of


@dataclass(frozen=True)
class Article:
    """`topic` tells by the words of a sentence that this article is meant; None where nothing does."""

    old: int
    new: int
    new_zh: str
    change: str
    topic: re.Pattern[str] | None


@dataclass(frozen=True)
class Renumbering:
    """Articles by their old number, and topics by the present one."""

    statute: str
    effective_from: date
    by_old: Mapping[int, Article]
    topics_now: Mapping[int, re.Pattern[str] | None]

    def present(self, sentence: str, cited: str) -> str | None:
        """The present number in words; "" when it has to be looked up; None when the citation is a present one.

        What an article is about tells old from new: the words of its topic stand in the same sentence.
        """
        number = int(cited) if cited.isdigit() else number_of(cited) or 0
        if _is_about(self.topics_now.get(number), sentence):
            return None
        old = self.by_old.get(number)
        return old.new_zh.strip("第条") if old and _is_about(old.topic, sentence) else ""


def _is_about(topic: re.Pattern[str] | None, sentence: str) -> bool:
    return topic is not None and topic.search(sentence) is not None
