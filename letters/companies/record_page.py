"""What the page of one company shows: its sections of questions with their faults, or the same answers to be read."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from letters.definitions.catalogue import company_definition
from letters.definitions.company import CompanySection
from letters.definitions.schema import FieldDefinition
from letters.models import Company
from letters.questions.answers import Answers, Typed, read_answers
from letters.questions.base import Question
from letters.questions.forms import step_form, typed_into
from letters.questions.language import spoken
from letters.questions.registry import question_for
from letters.questions.wording import in_words
from letters.web.question_row import QuestionRow, question_row


@dataclass(frozen=True)
class RecordGroup:
    title: str
    rows: list[QuestionRow]


@dataclass(frozen=True)
class RecordSection:
    title: str
    hint: str
    groups: list[RecordGroup]


@dataclass(frozen=True)
class Difference:
    question: Question
    theirs: str
    mine: str


def questions() -> list[Question]:
    return [question_for(field) for field in company_definition().fields]


def typed_record(data: QueryDict) -> dict[str, Typed]:
    return typed_into(questions(), data)


def read_record(typed: Mapping[str, Typed]) -> Answers:
    return read_answers(company_definition(), typed)


def record_sections(typed: Mapping[str, Typed], *, show_missing: bool) -> list[RecordSection]:
    asked, answers = questions(), read_record(typed)
    form = step_form(asked)(initial=typed)

    def group(title: str, fields: tuple[FieldDefinition, ...]) -> RecordGroup:
        keys = [(field.key, question_for(field)) for field in fields]
        rows = [
            question_row(form[key], question, typed.get(key), answers, show_missing=show_missing)
            for key, question in keys
        ]
        return RecordGroup(title, rows)

    definition = company_definition()
    basics = [group(_title(section), section.fields) for section in definition.sections]
    facts = [group("", definition.profile.fields)]
    return [
        RecordSection(_("基本资料"), _("新写的承诺书从这里预填，可以逐份修改。"), basics),
        RecordSection(_title(definition.profile), _("决定哪些法定要求适用；没有回答的不作判断。"), facts),
    ]


def shown_groups(company: Company) -> list[tuple[str, list[tuple[Question, str]]]]:
    """The record to be read: every question with its answer in words."""
    typed, definition = company.typed, company_definition()
    return [
        (
            _title(section),
            [(question_for(field), in_words(question_for(field), typed.get(field.key))) for field in section.fields],
        )
        for section in (*definition.sections, definition.profile)
    ]


def _title(section: CompanySection) -> str:
    return spoken(section.title_zh, section.title_en)


def differences(company: Company, typed: Mapping[str, Typed]) -> list[Difference]:
    """Where what is stored differs from what was typed on a page that is older."""
    stored = company.typed
    return [
        Difference(question, in_words(question, stored.get(question.key)), in_words(question, typed[question.key]))
        for question in questions()
        if question.key in typed and typed[question.key] != stored.get(question.key)
    ]
