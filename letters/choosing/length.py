"""How long a letter is once it is filled in: its characters with the examples of the vocabulary, blanks left out."""

from functools import cache

from letters.definitions.catalogue import letter_definition
from letters.definitions.schema import LetterDefinition
from letters.document.build import build_document
from letters.questions.answers import Typed, read_answers
from letters.questions.registry import question_for

STEP = 100


@cache
def characters(letter_id: str) -> int:
    """Rounded to hundreds: nobody's answers are quite the examples."""
    definition = letter_definition(letter_id)
    text = build_document(definition, read_answers(definition, _examples(definition))).text
    return round(len("".join(text.split())) / STEP) * STEP


def _examples(definition: LetterDefinition) -> dict[str, Typed]:
    return {
        field.key: question_for(field).typed_default(field.example if field.example is not None else field.default)
        for field in definition.fields
        if field.example is not None or field.default is not None
    }
