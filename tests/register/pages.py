"""Reading the register's pages as a person would."""

import re
from html import unescape

from django.urls import reverse

from letters.models import Letter


def words(page) -> str:
    """What the page says, white space as a browser shows it."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", "", page.content.decode())))


def url(name: str, letter: Letter) -> str:
    return reverse(name, args=[letter.pk])
