"""The box a comment is written in: on a clause or on the whole letter, with a value suggested for an answer."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from letters.actions.comment import LONGEST_COMMENT
from letters.definitions.catalogue import vocabulary
from letters.questions.answers import Answers, Typed
from letters.questions.base import Question
from letters.questions.forms import step_form, typed_into
from letters.questions.refusal import AnswerRefused
from letters.questions.registry import question_for
from letters.questions.wording import in_words
from letters.review.clauses import fields_of
from letters.review.reading import Reading
from letters.review.threads import beginning
from letters.web.question_row import QuestionRow, question_row
from letters.web.typed_numbers import typed_number
from letters.web.written import fault_in, written

LONGEST_QUOTED = 200


@dataclass(frozen=True)
class Writing:
    """`field` is the answer for which a value is suggested, `typed` that value as typed, None before anything was.

    `parent` is the comment that a refused reply was meant for.
    """

    block: int | None = None
    field: str = ""
    text: str = ""
    typed: Typed | None = None
    fault: str = ""
    typed_fault: str = ""
    parent: int | None = None

    @classmethod
    def from_query(cls, query: QueryDict, field: str = "") -> "Writing":
        block = typed_number(query, "block")
        return cls(block if block >= 0 else None, field)

    @classmethod
    def from_post(cls, posted: QueryDict, field: str = "") -> "Writing":
        typed = typed_into((_question(field),), posted).get(field, "") if field else None
        return replace(cls.from_query(posted, field), text=written(posted, "text"), typed=typed)

    @property
    def is_faulty(self) -> bool:
        return bool(self.fault or self.typed_fault)


@dataclass(frozen=True)
class Box:
    """What the page shows of it: the clause quoted, the question of the suggested value, other questions to choose."""

    writing: Writing
    quote: str
    row: QuestionRow | None
    choices: list[Question]


def _question(key: str) -> Question:
    return question_for(vocabulary().fields[key])


def writing_box(reading: Reading, writing: Writing) -> Box:
    tree, asked = reading.shown.tree, {field.key for field in reading.letter.definition.fields if not field.allotted}
    quote = "" if writing.block is None else beginning(tree, writing.block)
    choices = [_question(key) for key in fields_of(tree, writing.block) if key in asked and key != writing.field]
    return Box(writing, quote, _row(reading, writing) if writing.field else None, choices)


def judged_writing(writing: Writing, values: Mapping[str, Typed]) -> Writing:
    """With its faults; a suggestion needs no words of its own."""
    if not writing.field:
        return replace(writing, fault=fault_of(writing.text))
    question = _question(writing.field)
    typed_fault = _fault_of_value(question, writing.typed, values)
    if not writing.text and not typed_fault:
        wanted = in_words(question, writing.typed)
        writing = replace(writing, text=_("建议改为“%(value)s”。") % {"value": wanted[:LONGEST_QUOTED]})
    fault = fault_in(writing.text, LONGEST_COMMENT)
    return replace(writing, typed_fault=typed_fault, fault=fault)


def fault_of(text: str) -> str:
    return fault_in(text, LONGEST_COMMENT) if text else _("先写下意见，再保存。")


def _fault_of_value(question: Question, typed: Typed | None, values: Mapping[str, Typed]) -> str:
    try:
        question.clean(typed)
    except AnswerRefused as refused:
        return str(refused)
    same = in_words(question, values.get(question.key)) == in_words(question, typed)
    return _("建议的内容和现在的一样，改动后再建议。") if same else ""


def _row(reading: Reading, writing: Writing) -> QuestionRow:
    key, question = writing.field, _question(writing.field)
    typed = reading.shown.values.get(key) if writing.typed is None else writing.typed
    form = step_form((question,))(initial={key: typed})
    refused = {key: writing.typed_fault} if writing.typed_fault else {}
    return question_row(form[key], question, typed, Answers({}, refused, {}, frozenset()), show_missing=True)
