"""Wording of free-text answers: what somebody typed is read like the letter itself, and is theirs to mend."""

from collections.abc import Iterator
from dataclasses import replace

from letters.law.amounts import FREE_TEXT
from letters.law.finding import Finding, Level
from letters.law.lint import lint
from letters.law.rules import Rules, all_rules
from letters.law.situation import Situation


def judge_wording(situation: Situation, rules: Rules | None = None) -> Iterator[Finding]:
    rules = rules or all_rules()
    for field in situation.definition.fields:
        value = situation.values.get(field.key)
        if field.kind in FREE_TEXT and isinstance(value, str):
            for finding in lint(value, facts=situation.facts, day=situation.day, rules=rules):
                blocks = finding.level is Level.MUST and not finding.is_unverified
                yield replace(finding, fields=(field.key,), blocks=blocks)
