"""Which of two spellings the page shows: Chinese unless English was chosen."""

from django.utils.translation import get_language


def is_english() -> bool:
    return (get_language() or "").startswith("en")


def spoken(zh: str, en: str) -> str:
    return en if en and is_english() else zh
