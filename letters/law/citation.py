"""Articles as they are cited in English: 第二十三条第三项 is article 23, item 3."""

import re

from letters.questions.chinese_numbers import number_of

PARTS = {"部分": "part", "条": "article", "款": "paragraph", "项": "item"}
CITED = re.compile(f"第([^第]+?)({'|'.join(PARTS)})")


def article_in_english(article: str) -> str:
    """What is no Chinese citation, such as the 10.1 of a standard, stays as it is."""
    return CITED.sub(_part, article).removesuffix(", ")


def _part(cited: re.Match[str]) -> str:
    number, part = cited.groups()
    return f"{PARTS[part]} {number if number.isdigit() else number_of(number)}, "
