"""How an answer becomes ink: its value in a sentence, a labelled gap, or a place to write on by hand."""

from typing import Protocol

from letters.definitions.schema import FieldDefinition, LetterDefinition
from letters.document.blocks import Blank, Gap, Run, Value
from letters.questions.answers import Answers
from letters.questions.registry import question_for

NOT_YET = "（批准时给出）"


class Ink(Protocol):
    """Decides what a slot prints and which optional clauses are in the letter."""

    def slot(self, key: str, boxes: bool = False) -> Run: ...

    def value(self, key: str) -> object: ...


def ticked(field: FieldDefinition, value: object) -> str:
    """All options of a question, a tick at what was chosen."""
    chosen = value if isinstance(value, tuple) else (value,)
    return "　".join(("☑" if choice.key in chosen else "□") + choice.zh for choice in field.choices)


class Typeset:
    """A letter with answers: accepted ones are printed, the rest are gaps."""

    def __init__(self, definition: LetterDefinition, answers: Answers):
        self.definition, self.answers = definition, answers

    def slot(self, key: str, boxes: bool = False) -> Run:
        question = question_for(self.definition.field(key))
        value = self.answers.values.get(key)
        if value is None and self.definition.field(key).allotted:
            return Value(key, NOT_YET)
        if value is None:
            return Gap(key, self.definition.field(key).label_zh)
        return Value(key, ticked(self.definition.field(key), value) if boxes else question.read(value))

    def value(self, key: str) -> object:
        return self.answers.values.get(key)


class ByHand:
    """A blank form: rules to write on and boxes to tick."""

    def __init__(self, definition: LetterDefinition):
        self.definition = definition

    def slot(self, key: str, boxes: bool = False) -> Run:
        return Blank(key, question_for(self.definition.field(key)).blank())

    def value(self, key: str) -> object:
        return None
