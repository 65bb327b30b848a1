"""Which class asks which kind of field: a new kind is one class and one line here."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from letters.definitions.schema import FieldDefinition
from letters.questions.base import Question
from letters.questions.choices import SingleChoice, YesNo
from letters.questions.codes import IdNumber, Uscc
from letters.questions.contacts import Email, Phone, Url
from letters.questions.dates import Date, Month
from letters.questions.multi_choice import MultiChoice
from letters.questions.numbers import DecimalNumber, Integer, Money, Percent
from letters.questions.text import LongText, Text
from letters.questions.times import TimeRange

CLASSES: tuple[type[Question], ...] = (
    Text,
    LongText,
    Integer,
    DecimalNumber,
    Percent,
    Money,
    Date,
    Month,
    TimeRange,
    SingleChoice,
    MultiChoice,
    YesNo,
    Phone,
    Email,
    Url,
    Uscc,
    IdNumber,
)
KINDS: Mapping[str, type[Question]] = MappingProxyType({question.kind: question for question in CLASSES})


class UnknownKind(LookupError):
    """A field of the vocabulary names a kind that no question knows."""


@lru_cache(maxsize=1024)
def question_for(field: FieldDefinition) -> Question:
    """The question that asks this field; one for each field, as a question keeps nothing of an answer."""
    try:
        return KINDS[field.kind](field)
    except KeyError:
        raise UnknownKind(f"{field.key}: {field.kind!r} is not one of {', '.join(KINDS)}") from None
