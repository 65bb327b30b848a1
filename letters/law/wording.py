"""Wording of free-text answers: what somebody typed is read like the letter itself."""

from collections.abc import Iterator
from dataclasses import replace

from letters.law.finding import Finding
from letters.law.lint import lint
from letters.law.situation import Situation

FREE_TEXT = ("text", "long_text")


def judge_wording(situation: Situation) -> Iterator[Finding]:
    for field in situation.definition.fields:
        value = situation.values.get(field.key)
        if field.kind in FREE_TEXT and isinstance(value, str):
            for finding in lint(value, facts=situation.facts, day=situation.day):
                yield replace(finding, fields=(field.key,))
