"""Answers for whole letters: the vocabulary's examples, as a browser would send them."""

from letters.definitions.catalogue import letter_definition
from letters.questions.registry import question_for


def example_answers(letter_id: str, **changed) -> dict:
    """Typed answers to every field of a letter from the examples of the vocabulary; `changed` replaces some."""
    definition = letter_definition(letter_id)
    typed = {}
    for field in definition.fields:
        value = field.example if field.example is not None else field.default
        if value is not None:
            typed[field.key] = question_for(field).typed_default(value)
    return typed | changed
