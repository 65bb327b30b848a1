"""The duties that a letter creates, in the words of the page: the promise, not the prose."""

from collections.abc import Mapping
from dataclasses import dataclass

from letters.definitions.schema import LetterDefinition
from letters.law.duties import duties
from letters.questions.language import spoken


@dataclass(frozen=True)
class Promise:
    name: str
    amount: str
    evidence: str


def promised(definition: LetterDefinition, values: Mapping[str, object]) -> list[Promise]:
    return [
        Promise(
            spoken(duty.name_zh, duty.name_en),
            spoken(duty.amount_zh, duty.amount_en),
            spoken(duty.evidence_zh, duty.evidence_en),
        )
        for duty in duties(definition, values)
    ]
