"""The library's own two spellings of a name, for templates."""

from django import template

from letters.questions.language import spoken

register = template.Library()
register.simple_tag(spoken)


@register.filter
def either(names: tuple[str, str]) -> str:
    """The one of (Chinese, English) that the page speaks."""
    return spoken(*names)
