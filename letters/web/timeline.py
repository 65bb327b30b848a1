"""The trail in words: who did what to a letter and when, newest first."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from letters.definitions.catalogue import vocabulary
from letters.models import Event, EventDetail, Letter
from letters.models.trail_proof import ERASED
from letters.questions.registry import question_for
from letters.workflow import Action

WORDS = {
    "start": gettext_noop("新建草稿"),
    "bin": gettext_noop("移入回收站"),
    "restore": gettext_noop("从回收站恢复"),
    Action.SUBMIT: gettext_noop("提交审核"),
    Action.WITHDRAW: gettext_noop("撤回"),
    Action.RETURN: gettext_noop("退回修改"),
    "first_approval": gettext_noop("批准（两位审核人中的第一位）"),
    Action.APPROVE: gettext_noop("批准"),
    Action.ISSUE: gettext_noop("签发"),
    Action.VOID: gettext_noop("作废"),
    Action.SUPERSEDE: gettext_noop("被新版本替代"),
    Action.EXPIRE: gettext_noop("有效期满"),
    "comment": gettext_noop("写意见"),
    "settle": gettext_noop("把意见标为已解决"),
    "reopen": gettext_noop("重新打开意见"),
    "accept": gettext_noop("采纳建议"),
    "attach": gettext_noop("添加扫描件"),
    "lay_out": gettext_noop("换版式"),
    ERASED: gettext_noop("删除留痕中的人员姓名"),
}


@dataclass(frozen=True)
class Told:
    """One event; `about` is the number, the question or the successor it speaks of, `state` the state it led to."""

    seq: int
    at: datetime
    who: str
    what: str
    about: str
    note: str
    state: str
    revision: int | None
    comment: int | None
    sha256: str


def timeline(letter: Letter, most: int | None = None) -> list[Told]:
    """One query; `most` is for the short version beside a letter."""
    found = Event.objects.filter(letter=letter).select_related("detail").order_by("-seq")[:most]
    return [_told(event) for event in found]


def _told(event: Event) -> Told:
    detail, facts = getattr(event, "detail", None), event.facts
    return Told(
        seq=event.seq,
        at=event.at,
        who=_who(detail),
        what=_(WORDS[event.action]) if event.action in WORDS else event.action,
        about=_about(facts),
        note=detail.note if detail else "",
        state=facts.get("status", ""),
        revision=facts.get("revision"),
        comment=facts.get("comment"),
        sha256=facts.get("sha256", ""),
    )


def _who(detail: EventDetail | None) -> str:
    """Erasing a person deletes the row; what the program did by itself has one without a name."""
    if detail is None:
        return _("已删除")
    return detail.name or _("系统")


def _about(facts: dict) -> str:
    field = vocabulary().fields.get(facts.get("field", ""))
    return question_for(field).label if field else facts.get("number") or facts.get("by", "")
