"""Wording faults: old article numbers, superseded standards, absolute promises, arbitration then court."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from letters.law.finding import Finding, Level
from letters.law.renumbering import CSL_CHANGED, old_article
from letters.law.rules import LintRule, lint_rules

SENTENCE_END = re.compile(r"[。；！？\n]")
HALF_WIDTH = {",": "，", ";": "；", ":": "："}
BESIDE_HAN = re.compile(r"(?<=[\u4e00-\u9fff])[,;:]|[,;:](?=[\u4e00-\u9fff])")
EXCERPT = 40


def lint(text: str, *, facts: Mapping[str, object], day: date, finished: bool = True) -> Iterator[Finding]:
    """At most one finding a rule; `finished` is False while a letter still has blanks."""
    sentences = [part for part in SENTENCE_END.split(_widened(text)) if part.strip()]
    for rule in lint_rules():
        if (finished or not rule.finished_only) and (rule.applies_when is None or rule.applies_when.holds(facts)):
            found = next(filter(None, (_hit(rule, sentence, day) for sentence in sentences)), None)
            if found:
                yield found


def _hit(rule: LintRule, sentence: str, day: date) -> Finding | None:
    match = rule.regex.search(sentence)
    if not match or (rule.unless and rule.unless.search(sentence)):
        return None
    level, fix = rule.level, rule.fix_zh
    if rule.driver == "renumbering":
        verdict = old_article(sentence, match["article"]) if day >= CSL_CHANGED else None
        if verdict is None:
            return None
        level, fix = (rule.level, f"改为第{verdict}条。") if verdict else (Level.NOTE, rule.fix_zh)
    return Finding(
        rule=rule.id,
        level=level,
        message_zh=rule.message_zh,
        message_en=rule.message_en,
        statute=rule.statutes[0] if rule.statutes else "",
        fix_zh=fix,
        excerpt=sentence.strip()[:EXCERPT],
    )


def _widened(text: str) -> str:
    return BESIDE_HAN.sub(lambda found: HALF_WIDTH[found[0]], text)
