"""What a letter promises, promise by promise: how much, in which clause, on what ground, and what is still open."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from letters.definitions.schema import FieldDefinition
from letters.document.blocks import Document, Heading, Item
from letters.document.mentions import Clause, clauses, mentions
from letters.journey import Journey
from letters.law.grounds import grounds, has_figure, is_own_promise
from letters.law.kinds import Limit
from letters.law.situation import Situation
from letters.questions.base import Question
from letters.questions.language import spoken
from letters.questions.registry import question_for
from letters.web.citing import cited
from letters.web.outlined import Outline, heading_in_english
from letters.web.promised import Promise, promised
from letters.writers.characters import before_words
from letters.writers.html import parts_of

# Who promises to whom, who answers for it, and for how long: asked by some letters, in the order in which it is read.
PARTIES = (
    "entity_name",
    "recipient_name",
    "service_audience",
    "principal_post",
    "lead_department",
    "compliance_officer_post",
    "personal_information_officer_name",
    "supervising_department",
    "valid_from",
    "valid_to",
    "effective_date",
)


@dataclass(frozen=True)
class Place:
    """A clause of the letter: `anchor` is where it stands on the page, `english` says its heading on an English one."""

    anchor: str
    heading: str
    number: str
    english: str


@dataclass(frozen=True)
class Ground:
    """`rule` leads to the page that explains it."""

    rule: str
    source: str
    message: str


@dataclass(frozen=True)
class PromiseRow:
    """`own` says in words that no statute sets it, "" where one does; `url` leads to where it is answered."""

    promise: Promise
    places: tuple[Place, ...]
    own: str
    grounds: tuple[Ground, ...]
    url: str


@dataclass(frozen=True)
class OtherClauses:
    """Clauses under one heading that no answer decides: they bind as well."""

    place: Place
    count: int


def promise_sheet(
    document: Document, journey: Journey, situation: Situation, changes: Mapping[str, str] | None = None
) -> dict[str, object]:
    """For components/promise_sheet.html; `changes` leads from a field to where it is answered."""
    definition, answers = journey.definition, journey.answers
    said, made = mentions(document, definition, answers), promised(definition, answers.values, answers.faults)
    asked = grounds(situation, [promise.field for promise in made if promise.is_open])
    rows = [
        _row(
            promise,
            said.get(promise.field, ()),
            definition.field(promise.field),
            asked,
            changes or {},
            definition.outline,
        )
        for promise in made
    ]
    named = {clause.index for row in rows for clause in said.get(row.promise.field, ())}
    return {
        "parties": _parties(journey),
        "groups": [
            (title, found) for kind, title in _kinds() if (found := [r for r in rows if r.promise.kind == kind])
        ],
        "unanswered": sum(row.promise.is_open for row in rows),
        "others": _others(document, named, definition.outline),
        "parts": parts_of(document),
    }


def _kinds() -> tuple[tuple[str, str], ...]:
    return (
        ("recurring", _("定期要做的")),
        ("deadline", _("在时限内要做的")),
        ("retention", _("要保存的")),
        ("milestone", _("到期要完成的")),
        ("standing", _("一直要做到的")),
    )


def _row(
    promise: Promise,
    said: tuple[Clause, ...],
    field: FieldDefinition,
    asked: Mapping[str, tuple[Limit, ...]],
    changes: Mapping[str, str],
    outline: Outline,
) -> PromiseRow:
    places = tuple(_place(each.index, each.heading, getattr(each.block, "number", ""), outline) for each in said)
    own, told = _grounds(field, asked.get(field.key, ()))
    return PromiseRow(promise, places, own, told, changes.get(field.key, ""))


def _grounds(field: FieldDefinition, limits: tuple[Limit, ...]) -> tuple[str, tuple[Ground, ...]]:
    """What is common practice is told only where no statute sets the figure."""
    is_own = is_own_promise(field, limits)
    told = [limit for limit in limits if is_own or not limit.is_practice]
    has_law = any(not limit.is_practice for limit in told)
    own = _("数字由本单位自行承诺") if has_law and has_figure(field) else _("本单位自行承诺")
    return own if is_own else "", tuple(_ground(limit) for limit in told)


def _ground(limit: Limit) -> Ground:
    return Ground(limit.id, cited(limit.statute, limit.article), spoken(limit.message_zh, limit.message_en))


def _place(index: int, heading: Heading | None, number: str, outline: Outline) -> Place:
    anchor = f"clause-{index}"
    if heading is None:
        return Place(anchor, "", number.strip(), "")
    shown = before_words(heading.number) + heading.words
    return Place(anchor, shown, number.strip(), heading_in_english(heading, outline))


def _parties(journey: Journey) -> list[tuple[Question, str]]:
    """Each question with its answer in words; "" while it is open."""
    fields = {field.key: field for field in journey.definition.fields}
    values, faults = journey.answers.values, journey.answers.faults
    wanted = [question_for(fields[key]) for key in PARTIES if key in fields and (key in values or key in faults)]
    return [(each, each.show(values[each.key]) if each.key in values else "") for each in wanted]


def _others(document: Document, named: set[int], outline: Outline) -> list[OtherClauses]:
    """By heading, in the order of the letter."""
    found = [each for each in clauses(document) if isinstance(each.block, Item) and each.index not in named]
    headings = {each.under: each.heading for each in found}
    counts = Counter(each.under for each in found)
    return [OtherClauses(_place(under, heading, "", outline), counts[under]) for under, heading in headings.items()]
