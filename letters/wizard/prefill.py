"""What a question shows before it is answered for the first time, and where that comes from."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from letters.models import Letter
from letters.questions.answers import Typed
from letters.questions.base import Question
from letters.questions.refusal import AnswerRefused
from letters.wizard.draft import Draft


@dataclass(frozen=True)
class Prefilled:
    typed: Typed
    origin: str = ""


@dataclass(frozen=True)
class Source:
    typed: Mapping[str, Typed]
    origin: str


def prefilled(draft: Draft, questions: tuple[Question, ...]) -> dict[str, Prefilled]:
    """Per field: what was typed; else what the company's record or the author's latest letter says; else as usual."""
    unanswered = [question for question in questions if question.key not in draft.letter.answers]
    sources = _sources(draft) if any(question.field.reuse for question in unanswered) else []
    found = {}
    for question in questions:
        if question.key in draft.letter.answers:
            found[question.key] = Prefilled(draft.letter.answers[question.key])
        elif known := _known(question, sources):
            found[question.key] = known
        elif (default := draft.definition.default_of(question.key)) is not None:
            found[question.key] = Prefilled(question.typed_default(default), _usual(question))
    return found


def _sources(draft: Draft) -> list[Source]:
    """Where known facts come from, the first that has one counts."""
    company, earlier, sources = draft.letter.company_record, _latest_other(draft), []
    if company:
        origin = format_html(_("来自单位“{company}”的资料"), company=_in_chinese(company.name))
        sources.append(Source(company.typed, origin))
    if earlier:
        named = _in_chinese(earlier.company or "--")
        origin = format_html(_("沿用自您的《{title}》（{company}）"), title=earlier.title_label, company=named)
        sources.append(Source(earlier.answers, origin))
    return sources


def _in_chinese(name: str) -> SafeString:
    """A name stays Chinese on an English page, and is read out so."""
    return format_html('<span lang="zh-CN">{}</span>', name)


def _known(question: Question, sources: list[Source]) -> Prefilled | None:
    for source in sources if question.field.reuse else ():
        if _is_fine(question, source.typed.get(question.key)):
            return Prefilled(source.typed[question.key], source.origin)
    return None


def _usual(question: Question) -> str:
    """Said once: where usual values stand beside the field they say it themselves, and a plain no needs no word."""
    return "" if question.suggestions or question.kind == "yes_no" else _("已按常见做法预填，可以修改")


def _latest_other(draft: Draft) -> Letter | None:
    """Of the same company where there is one: another company's hotline must not slip into a letter."""
    others = Letter.objects.kept().filter(owner=draft.user).exclude(pk=draft.letter.pk)
    if draft.letter.company_record_id:
        others = others.filter(company_record=draft.letter.company_record_id)
    return others.order_by("-updated_at").first()


def _is_fine(question: Question, typed: Typed | None) -> bool:
    try:
        return bool(typed) and question.clean(typed) is not None
    except AnswerRefused:
        return False
