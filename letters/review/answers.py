"""The answers of a revision in words, step by step, with what they were in the revision before."""

from dataclasses import dataclass

from letters.definitions.catalogue import vocabulary
from letters.definitions.schema import FieldDefinition
from letters.models import Revision
from letters.questions.language import spoken
from letters.questions.registry import question_for
from letters.questions.wording import in_words


@dataclass(frozen=True)
class AnswerRow:
    key: str
    label: str
    now: str
    before: str
    changed: bool


@dataclass(frozen=True)
class AnswerSection:
    title: str
    rows: tuple[AnswerRow, ...]


def answer_sections(shown: Revision, previous: Revision | None) -> list[AnswerSection]:
    """Every question answered in either revision, as the vocabulary orders them."""
    asked = shown.values.keys() | (previous.values.keys() if previous else set())
    found = [field for key, field in vocabulary().fields.items() if key in asked]
    sections = [
        AnswerSection(
            spoken(step.title_zh, step.title_en),
            tuple(_row(field, shown, previous) for field in found if field.step == step.key),
        )
        for step in vocabulary().steps
    ]
    return [section for section in sections if section.rows]


def _row(field: FieldDefinition, shown: Revision, previous: Revision | None) -> AnswerRow:
    question = question_for(field)
    now = in_words(question, shown.values.get(field.key))
    before = in_words(question, previous.values.get(field.key)) if previous else now
    return AnswerRow(field.key, question.label, now, before, now != before)
