"""Sample answers, typed as a browser would send them: a letter's own examples and defaults, else the vocabulary's."""

from collections.abc import Mapping

from letters.definitions.schema import FieldDefinition, LetterDefinition
from letters.questions.answers import Typed
from letters.questions.registry import question_for


def example_answers(definition: LetterDefinition) -> dict[str, Typed]:
    """Every field by its example; one that has none is left unanswered."""
    return _typed({field: definition.example_of(field.key) for field in definition.fields})


def default_answers(fields: tuple[FieldDefinition, ...]) -> dict[str, Typed]:
    """Every field by its default."""
    return _typed({field: field.default for field in fields})


def _typed(values: Mapping[FieldDefinition, object]) -> dict[str, Typed]:
    return {field.key: question_for(field).typed_default(value) for field, value in values.items() if value is not None}
