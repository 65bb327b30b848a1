"""The duties that a letter creates, in the words of the page: the promise, not the prose."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from letters.definitions.schema import LetterDefinition
from letters.law.duties import duties
from letters.questions.language import spoken


@dataclass(frozen=True)
class Promise:
    """`kind` is that of the duty, `field` the question that decides it; one that is open has no amount yet."""

    field: str
    kind: str
    name: str
    amount: str
    evidence: str
    is_open: bool


def promised(
    definition: LetterDefinition, values: Mapping[str, object], unanswered: Collection[str] = ()
) -> list[Promise]:
    return [
        Promise(
            duty.field,
            duty.kind,
            spoken(duty.name_zh, duty.name_en),
            spoken(duty.amount_zh, duty.amount_en),
            spoken(duty.evidence_zh, duty.evidence_en),
            duty.is_open,
        )
        for duty in duties(definition, values, unanswered)
    ]
