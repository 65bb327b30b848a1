"""网络安全法 was renumbered on 2026-01-01: which article an old citation means now."""

import re
from datetime import date
from functools import cache

from letters.law.rules import renumbered
from letters.questions.chinese_numbers import number_of

CSL_CHANGED = date(2026, 1, 1)


def old_article(sentence: str, article: str) -> str | None:
    """The article's present number in words; "" when it has to be looked up; None when the citation is a present one.

    What an article is about tells old from new: the words of its topic stand in the same sentence.
    """
    number = int(article) if article.isdigit() else number_of(article) or 0
    old = _by_old().get(number)
    if _is_about(_topics_now().get(number), sentence):
        return None
    return old["new_zh"].strip("第条") if old and _is_about(old.get("keywords"), sentence) else ""


def _is_about(topic: str | None, sentence: str) -> bool:
    return topic is not None and re.search(topic, sentence) is not None


@cache
def _by_old() -> dict[int, dict]:
    return {article["old"]: article for article in renumbered()}


@cache
def _topics_now() -> dict[int, str | None]:
    return {article["new"]: article.get("keywords") for article in renumbered() if article["change"] != "merged"}
