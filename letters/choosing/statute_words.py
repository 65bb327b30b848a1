"""A statute in words: what kind of text it is, in which state on a day, and how it was verified."""

from datetime import date

from django.utils.translation import gettext as _

from letters.definitions.catalogue import statutes
from letters.definitions.schema import Statute
from letters.law.citation import article_in_english
from letters.law.standing import Standing, coming_amendments, ends, standing, text_since
from letters.questions.language import is_english, spoken

KINDS = ("law", "regulation", "department_rule", "notice", "judicial_interpretation", "national_standard")


def kind_in_words(kind: str) -> str:
    return {
        "law": _("法律"),
        "regulation": _("行政法规"),
        "department_rule": _("部门规章"),
        "notice": _("规范性文件"),
        "judicial_interpretation": _("司法解释"),
        "national_standard": _("国家标准"),
    }[kind]


def state_in_words(statute: Statute, day: date) -> str:
    """One clause without a full stop, with the dates that matter on this day."""
    state, until = standing(statute, day), ends(statute)
    match state:
        case Standing.DRAFT:
            return _("草案，尚未生效")
        case Standing.COMING:
            return _("已公布，自 %(day)s 起施行") % {"day": statute.effective_from}
        case Standing.IN_FORCE:
            return _in_force(statute, day)
        case Standing.SUPERSEDED if until:
            return _("自 %(day)s 起已被代替") % {"day": until}
        case Standing.SUPERSEDED:
            return _("已被代替")
    return _("自 %(day)s 起已废止") % {"day": until} if until else _("已废止")


def _in_force(statute: Statute, day: date) -> str:
    if until := ends(statute):
        if statute.superseded_by:
            return _("现行有效，自 %(day)s 起被代替") % {"day": until}
        return _("现行有效，自 %(day)s 起废止") % {"day": until}
    if coming := coming_amendments(statute, day):
        return _("现行有效，修改后的文本自 %(day)s 起施行") % {"day": coming[0].effective_from}
    return _("现行有效")


def state_in_short(statute: Statute, day: date) -> str:
    """For a list that already says what is in force: since when the present text holds; else the state."""
    since, state = text_since(statute, day), state_in_words(statute, day)
    return _("%(day)s 起施行") % {"day": since} if since and state == _("现行有效") else state


def verified_in_words(verification: str) -> str:
    return {
        "text_seen": _("已对照条文原文。"),
        "secondary": _("根据注明日期的二手材料，尚未对照条文原文。"),
        "general_knowledge": _("待核：尚未对照条文，采用前由法务核实。"),
        "": "",
    }[verification]


def verified_in_short(verification: str) -> str:
    return {
        "text_seen": _("已对照原文"),
        "secondary": _("二手材料"),
        "general_knowledge": _("待核"),
    }[verification]


def cited(statute: Statute) -> str:
    return spoken(statute.cited_zh, statute.title_en)


def article_in_words(article: str) -> str:
    return article_in_english(article) if is_english() else article


def successor(statute: Statute) -> Statute | None:
    return statutes().get(statute.superseded_by)
