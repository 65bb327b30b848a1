"""What a question shows before it is answered for the first time, and where that comes from."""

from dataclasses import dataclass

from django.utils.html import format_html
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


def prefilled(draft: Draft, questions: tuple[Question, ...]) -> dict[str, Prefilled]:
    """Per field: what was typed; else the same fact from the author's latest other letter; else the usual value."""
    unanswered = [question for question in questions if question.key not in draft.letter.answers]
    earlier = _latest_other(draft) if any(question.field.reuse for question in unanswered) else None
    found = {}
    for question in questions:
        if question.key in draft.letter.answers:
            found[question.key] = Prefilled(draft.letter.answers[question.key])
        elif earlier and question.field.reuse and _is_fine(question, earlier.answers.get(question.key)):
            company = format_html('<span lang="zh-CN">{}</span>', earlier.company or "--")
            origin = format_html(_("沿用自您的《{title}》（{company}）"), title=earlier.title_label, company=company)
            found[question.key] = Prefilled(earlier.answers[question.key], origin)
        elif (default := draft.definition.default_of(question.key)) is not None:
            found[question.key] = Prefilled(question.typed_default(default), _usual(question))
    return found


def _usual(question: Question) -> str:
    """Said once: where usual values stand beside the field they say it themselves, and a plain no needs no word."""
    return "" if question.suggestions or question.kind == "yes_no" else _("已按常见做法预填，可以修改")


def _latest_other(draft: Draft) -> Letter | None:
    others = Letter.objects.kept().filter(owner=draft.user).exclude(pk=draft.letter.pk)
    return others.order_by("-updated_at").first()


def _is_fine(question: Question, typed: Typed | None) -> bool:
    try:
        return bool(typed) and question.clean(typed) is not None
    except AnswerRefused:
        return False
