"""One rule in words: what it says, on which law it rests and how sure that is, and which questions it looks at."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from letters.choosing.condition_words import in_words
from letters.choosing.rule_words import kind_of_rule, level_of_rule
from letters.choosing.statute_words import article_in_words, cited, state_in_words, verified_in_words
from letters.definitions.catalogue import letter_definitions, statutes, vocabulary
from letters.definitions.schema import LetterDefinition, Statute
from letters.law.finding import Level
from letters.law.kinds import LintRule, Rule
from letters.law.rulebook import UnknownRule, asked_by, is_unverified, rule_of, sources, verification
from letters.law.standing import text_since
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
    day = timezone.localdate()
    context = {
        "rule": found,
        "kind": kind_of_rule(found),
        "level": level_of_rule(found),
        "consequence": _consequence(found),
        "message": spoken(found.message_zh, found.message_en),
        "sources": [_source(statutes()[key], article, day) for key, article in sources(found)],
        "verified": verified_in_words(verification(found)),
        "unverified": is_unverified(found),
        "condition": in_words(found.applies_when) if getattr(found, "applies_when", None) else "",
        "questions": [question_for(vocabulary().fields[key]) for key in asked_by(found)],
        "reads_wording": isinstance(found, LintRule),
        "letters": _letters(found),
    }
    return render(request, "choosing/rule.html", context)


def _consequence(rule: Rule) -> str:
    if rule.blocks:
        return _("改正以前，承诺书可以保存为草稿，不能提交审核。")
    if rule.level is Level.NOTE:
        return _("供起草时参考，不影响提交。")
    return _("可以继续，提交审核时须说明理由。")


def _source(statute: Statute, article: str, day: date) -> Source:
    return Source(
        statute, cited(statute), article_in_words(article), state_in_words(statute, day), text_since(statute, day)
    )


def _letters(rule: Rule) -> list[LetterDefinition]:
    """The letters that ask one of its questions."""
    keys, uses = set(asked_by(rule)), set(getattr(rule, "only_if_letter_uses", ()))
    asking = ((definition, {field.key for field in definition.fields}) for definition in letter_definitions().values())
    return [definition for definition, asked in asking if asked & keys and (not uses or asked & uses)]
