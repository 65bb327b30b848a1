"""What the law says about the answers, in the words of the page: below its question, and together on the check page."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from letters.definitions.catalogue import statutes
from letters.document.build import build_document
from letters.journey import Journey
from letters.law.citation import article_in_english
from letters.law.finding import Finding, Level
from letters.law.judge import findings
from letters.law.rules import profile_keys
from letters.law.situation import Situation
from letters.questions.language import is_english, spoken


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


def judged(
    journey: Journey, company: Mapping[str, object], day: date | None = None, *, whole: bool = False
) -> tuple[Finding, ...]:
    """As of a day, today by default; `whole` also looks for what the text of the letter leaves unsaid.

    `company` holds the facts of its profile. What is still missing is asked for by its own question: nothing is
    held against it before.
    """
    values = journey.answers.values
    profile = _profile(journey, company)
    text = build_document(journey.definition, journey.answers).text if whole else ""
    found = findings(Situation(journey.definition, values, day or timezone.localdate(), profile, text))
    return tuple(finding for finding in found if journey.answers.missing.keys().isdisjoint(finding.fields))


def _profile(journey: Journey, company: Mapping[str, object]) -> dict[str, object]:
    """What the letter itself says about the company goes first, once somebody has said it there."""
    values = journey.answers.values
    own = {key: values[key] for key in profile_keys() if key in values}
    return own | {key: fact for key, fact in company.items() if key not in own or key not in journey.typed}


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
    return Advice(finding.rule, level, words[level], message, _source(finding), instead)


def _said(finding: Finding) -> Level:
    """What cannot be mended by answering questions never says 不得提交: it blocks nobody."""
    return Level.SHOULD if finding.level is Level.MUST and not finding.blocks else finding.level


def _fix(finding: Finding) -> str:
    """How to reword is said in Chinese only: it is the Chinese text that is reworded."""
    return "" if is_english() else finding.fix_zh


def _source(finding: Finding) -> str:
    statute = statutes().get(finding.statute)
    if statute is None:
        return ""
    if is_english():
        return ", ".join(filter(None, (statute.title_en, article_in_english(finding.article))))
    return f"《{statute.full_zh}》{finding.article}"
