"""One rule in words: what it says, on which law it rests and how sure that is, and which questions it looks at."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from letters.choosing.condition_words import in_words
from letters.definitions.catalogue import letter_definitions, statutes, vocabulary
from letters.definitions.schema import LetterDefinition, Statute
from letters.law.finding import Level
from letters.law.kinds import CrossCheck, LintRule, Rule
from letters.law.rulebook import UnknownRule, asked_by, is_unverified, rule_of, sources, verification
from letters.questions.language import spoken
from letters.questions.registry import question_for


@dataclass(frozen=True)
class Source:
    """A statute as the page names it; dates are those of the statute."""

    statute: Statute
    title: str
    article: str
    state: str
    since: str


@require_safe
def rule(request: HttpRequest, rule_id: str) -> HttpResponse:
    try:
        found = rule_of(rule_id)
    except UnknownRule as unknown:
        raise Http404 from unknown
    context = {
        "rule": found,
        "kind": _kind(found),
        "level": _level(found),
        "consequence": _consequence(found),
        "message": spoken(found.message_zh, found.message_en),
        "sources": [_source(statutes()[key], article) for key, article in sources(found)],
        "verified": _verified(found),
        "unverified": is_unverified(found),
        "condition": in_words(found.applies_when) if getattr(found, "applies_when", None) else "",
        "questions": [question_for(vocabulary().fields[key]) for key in asked_by(found)],
        "reads_wording": isinstance(found, LintRule),
        "letters": _letters(found),
    }
    return render(request, "choosing/rule.html", context)


def _kind(rule: Rule) -> str:
    if isinstance(rule, CrossCheck):
        return _("前后矛盾")
    return _("措辞") if isinstance(rule, LintRule) else _("法定要求")


def _level(rule: Rule) -> str:
    """What a statute demands of the letter's wording reminds like a warning: it blocks nobody."""
    if rule.blocks:
        return _("不得提交")
    return _("提示") if rule.level is Level.NOTE else _("警告")


def _consequence(rule: Rule) -> str:
    if rule.blocks:
        return _("改正以前，承诺书可以保存为草稿，不能提交审核。")
    if rule.level is Level.NOTE:
        return _("供起草时参考，不影响提交。")
    return _("可以继续，提交审核时须说明理由。")


def _source(statute: Statute, article: str) -> Source:
    states = {
        "in_force": _("现行有效"),
        "superseded": _("已被代替"),
        "repealed": _("已废止"),
        "draft": _("草案，尚未生效"),
    }
    since = max([statute.effective_from, *(each.get("effective_from", "") for each in statute.amended)])
    return Source(statute, f"《{statute.full_zh}》", article, states[statute.status], since)


def _verified(rule: Rule) -> str:
    return {
        "text_seen": _("已对照条文原文。"),
        "secondary": _("根据注明日期的二手材料，尚未对照条文原文。"),
        "general_knowledge": _("待核：尚未对照条文，采用前由法务核实。"),
        "": "",
    }[verification(rule)]


def _letters(rule: Rule) -> list[LetterDefinition]:
    """The letters that ask one of its questions."""
    keys, uses = set(asked_by(rule)), set(getattr(rule, "only_if_letter_uses", ()))
    asking = ((definition, {field.key for field in definition.fields}) for definition in letter_definitions().values())
    return [definition for definition, asked in asking if asked & keys and (not uses or asked & uses)]
