"""The key by which Chinese names sort: pinyin, since code points follow no order a reader knows."""

from pypinyin import Style, lazy_pinyin

MAX_KEY = 400


def pinyin_key(name: str) -> str:
    return " ".join(lazy_pinyin(name.casefold(), style=Style.TONE3, neutral_tone_with_five=True))[:MAX_KEY]
