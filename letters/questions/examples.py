"""Sample answers: the vocabulary's examples, typed as a browser would send them."""

from letters.questions.answers import Asking, Typed
from letters.questions.registry import question_for


def example_answers(asking: Asking) -> dict[str, Typed]:
    """Every field by its example, else by its default; one that has neither is left unanswered."""
    examples = ((field, field.example if field.example is not None else field.default) for field in asking.fields)
    return {field.key: question_for(field).typed_default(value) for field, value in examples if value is not None}
