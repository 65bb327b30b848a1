"""Wording faults: old article numbers, superseded standards, absolute promises, arbitration then court."""

from collections.abc import Iterator, Mapping
from datetime import date

from letters.law.finding import Finding, Level
from letters.law.kinds import LintRule
from letters.law.renumbering import Renumbering
from letters.law.rules import Rules, all_rules
from letters.law.sentences import Sentence, sentences

EXCERPT = 40
CITED = "article"


def lint(
    text: str, *, facts: Mapping[str, object], day: date, finished: bool = True, rules: Rules | None = None
) -> Iterator[Finding]:
    """At most one finding a rule; `finished` is False while a letter still has blanks."""
    rules = rules or all_rules()
    read = sentences(text, rules.simplified)
    for rule in rules.lint_rules:
        if (finished or not rule.finished_only) and _applies(rule, facts, day):
            hits = (_hit(rule, sentence, day, rules.renumbering) for sentence in read)
            if found := next(filter(None, hits), None):
                yield found


def _applies(rule: LintRule, facts: Mapping[str, object], day: date) -> bool:
    return rule.is_in_force(day) and (rule.applies_when is None or rule.applies_when.holds(facts))


def _hit(rule: LintRule, sentence: Sentence, day: date, renumbering: Renumbering) -> Finding | None:
    if not rule.regex.search(sentence.read) or (rule.unless and rule.unless.search(sentence.read)):
        return None
    level, fix = rule.level, rule.fix_zh
    if rule.driver:
        present = _present(rule, sentence.read, renumbering) if day >= renumbering.effective_from else None
        if present is None:
            return None
        level, fix = (rule.level, f"改为第{present}条。") if present else (Level.NOTE, rule.fix_zh)
    return Finding(
        rule=rule.id,
        level=level,
        message_zh=rule.message_zh,
        message_en=rule.message_en,
        statute=rule.statutes[0] if rule.statutes else "",
        fix_zh=fix,
        excerpt=sentence.written[:EXCERPT],
    )


def _present(rule: LintRule, sentence: str, renumbering: Renumbering) -> str | None:
    """Of the first citation in a sentence that is surely an old one, or else of one that has to be looked up."""
    found = [renumbering.present(sentence, match[CITED]) for match in rule.regex.finditer(sentence)]
    return max((present for present in found if present is not None), key=bool, default=None)
