"""The library's own two spellings of a name, for templates."""

import re

from django import template

from letters.questions.language import is_english, spoken

register = template.Library()
register.simple_tag(spoken)

HAN = re.compile("[\u3400-\u9fff]")


@register.filter
def either(names: tuple[str, str]) -> str:
    """The one of (Chinese, English) that the page speaks."""
    return spoken(*names)


@register.filter
def written_in(words: str) -> str:
    """The language to mark a name or an answer with: Chinese stays Chinese on an English page."""
    return "en" if is_english() and not HAN.search(words) else "zh-CN"
