"""Sample answers for whole letters, some of them changed."""

from letters.definitions.catalogue import letter_definition
from letters.questions import examples


def example_answers(letter_id: str, **changed) -> dict:
    """Typed answers to every field of a letter from the examples of the vocabulary; `changed` replaces some."""
    return examples.example_answers(letter_definition(letter_id)) | changed
