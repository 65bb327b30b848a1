"""Whole numbers that a page of ours sent along: a version, a revision, a place in the document."""

from collections.abc import Mapping

LONGEST = 9


def typed_number(data: Mapping[str, str], name: str) -> int:
    """-1 for anything that no page of ours would send."""
    text = data.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST else -1
