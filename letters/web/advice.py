"""What the law says about the answers, in the words of the page: below its question, and together on the check page."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from letters.law.finding import Finding, Level
from letters.questions.language import is_english, spoken
from letters.web.citing import cited


@dataclass(frozen=True)
class Advice:
    """`level` is must, should or note; `source` is statute and article; `type_instead` would satisfy the rule.

    `rule` leads to the page that explains it.
    """

    rule: str
    level: str
    word: str
    message: str
    source: str
    type_instead: str


def advice_by_field(found: tuple[Finding, ...], shown: Iterable[str]) -> Mapping[str, list[Advice]]:
    """Each finding once, below the last of its fields that the page shows."""
    order, by_field = list(shown), defaultdict(list)
    for finding in found:
        if places := [order.index(key) for key in finding.fields if key in order]:
            by_field[order[max(places)]].append(advice(finding))
    return by_field


def advice(finding: Finding) -> Advice:
    words = {Level.MUST: _("不得提交"), Level.SHOULD: _("警告"), Level.NOTE: _("提示")}
    instead = _("可填 %(value)s。") % {"value": finding.type_instead} if finding.type_instead else _fix(finding)
    message = spoken(finding.message_zh, finding.message_en)
    level = _said(finding)
    return Advice(finding.rule, level, words[level], message, cited(finding.statute, finding.article), instead)


def _said(finding: Finding) -> Level:
    """What cannot be mended by answering questions never says 不得提交: it blocks nobody."""
    return Level.SHOULD if finding.level is Level.MUST and not finding.blocks else finding.level


def _fix(finding: Finding) -> str:
    """How to reword is said in Chinese only: it is the Chinese text that is reworded."""
    return "" if is_english() else finding.fix_zh
