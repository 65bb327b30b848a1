"""What a letter makes its signer promise, duty by duty, with the evidence that would prove each."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from letters.definitions.schema import FieldDefinition, LetterDefinition
from letters.questions.english_amounts import amount, every, times
from letters.questions.registry import question_for

EVERY = {
    "day": ("每日", "a day"),
    "week": ("每周", "a week"),
    "month": ("每月", "a month"),
    "quarter": ("每季度", "a quarter"),
    "half_year": ("每半年", "every half-year"),
    "year": ("每年", "a year"),
}


@dataclass(frozen=True)
class Duty:
    """`amount` is how often, how soon or how long; empty for a duty that simply holds, and for one still open."""

    field: str
    kind: str
    name_zh: str
    name_en: str
    amount_zh: str
    amount_en: str
    evidence_zh: str
    evidence_en: str
    is_open: bool = False


def duties(
    definition: LetterDefinition, values: Mapping[str, object], unanswered: Collection[str] = ()
) -> Iterator[Duty]:
    """`unanswered`: the fields still to be answered, whose duties come without their amount."""
    for field in definition.fields:
        value = values.get(field.key)
        if field.duty and field.key in unanswered:
            yield _duty(field, "", "", is_open=True)
        elif field.duty and value is not None and value is not False:
            yield _duty(field, *AMOUNTS[field.duty["kind"]](field, value))


def _duty(field: FieldDefinition, amount_zh: str, amount_en: str, *, is_open: bool = False) -> Duty:
    return Duty(
        field.key,
        field.duty["kind"],
        field.duty_zh,
        field.duty_en,
        amount_zh,
        amount_en,
        field.evidence_zh,
        field.evidence_en,
        is_open,
    )


def _recurring(field: FieldDefinition, value: object) -> tuple[str, str]:
    duty, typed = field.duty, str(question_for(field).typed(value))
    if duty["every"] == "value":
        return next((choice.zh, choice.en) for choice in field.choices if choice.key == value)
    every_zh, every_en = EVERY[duty["every"]]
    if duty.get("interval_from") == "value":
        return f"每{typed}{field.unit_zh}1次", every(typed, field.unit_en)
    if duty.get("times_from") == "value":
        return f"{every_zh}{typed}次", f"{times(typed)} {every_en}"
    measure_zh, measure_en = _measured(field, value)
    return f"{every_zh}1次（{measure_zh}）", f"once {every_en} ({measure_en})"


def _deadline(field: FieldDefinition, value: object) -> tuple[str, str]:
    typed, duty = str(question_for(field).typed(value)), field.duty
    if duty.get("counts") == "before":
        return (
            f"{duty['starts_when_zh']}前{typed}{field.unit_zh}",
            f"{amount(typed, field.unit_en)} before {duty['starts_when_en']}",
        )
    within = f"within {amount(typed, field.unit_en)} from {duty['starts_when_en']}"
    return f"{duty['starts_when_zh']}起{typed}{field.unit_zh}内", within


def _measured(field: FieldDefinition, value: object) -> tuple[str, str]:
    question = question_for(field)
    return question.read(value) + field.unit_zh, amount(str(question.typed(value)), field.unit_en)


def _milestone(field: FieldDefinition, value: object) -> tuple[str, str]:
    return f"{question_for(field).read(value)}前", f"by {value}"


def _standing(field: FieldDefinition, value: object) -> tuple[str, str]:
    if field.kind == "yes_no":
        return "", ""
    chosen = next((choice for choice in field.choices if choice.key == value), None)
    return (chosen.zh, chosen.en) if chosen else _measured(field, value)


AMOUNTS = {
    "recurring": _recurring,
    "deadline": _deadline,
    "retention": _measured,
    "milestone": _milestone,
    "standing": _standing,
}
