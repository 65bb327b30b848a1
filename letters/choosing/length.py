"""How long a letter is once it is filled in: its characters with the examples of the vocabulary, blanks left out."""

from functools import cache

from letters.definitions.catalogue import letter_definition
from letters.document.build import build_document
from letters.questions.answers import read_answers
from letters.questions.examples import example_answers

STEP = 100


@cache
def characters(letter_id: str) -> int:
    """Rounded to hundreds: nobody's answers are quite the examples."""
    definition = letter_definition(letter_id)
    text = build_document(definition, read_answers(definition, example_answers(definition))).text
    return round(len("".join(text.split())) / STEP) * STEP
