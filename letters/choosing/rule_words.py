"""What kind of rule it is and how grave, in words; the rules that rest on one statute."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from letters.choosing.statute_words import article_in_words
from letters.law.finding import Level
from letters.law.kinds import CrossCheck, LintRule, Rule
from letters.law.resting import rules_on
from letters.questions.language import spoken


@dataclass(frozen=True)
class Resting:
    """A rule as the page of a statute lists it."""

    rule: Rule
    article: str
    kind: str
    level: str
    message: str


def resting_rules(statute_id: str) -> list[Resting]:
    return [
        Resting(
            rule,
            article_in_words(article),
            kind_of_rule(rule),
            level_of_rule(rule),
            spoken(rule.message_zh, rule.message_en),
        )
        for rule, article in rules_on(statute_id)
    ]


def kind_of_rule(rule: Rule) -> str:
    if isinstance(rule, CrossCheck):
        return _("前后矛盾")
    return _("措辞") if isinstance(rule, LintRule) else _("法定要求")


def level_of_rule(rule: Rule) -> str:
    """What a statute demands of the letter's wording reminds like a warning: it blocks nobody."""
    if rule.blocks:
        return _("不得提交")
    return _("提示") if rule.level is Level.NOTE else _("警告")
