"""What rests on a statute: letters, rules with their articles, and the questions that offer it."""

from letters.definitions.catalogue import letter_definitions, statutes, vocabulary
from letters.definitions.schema import FieldDefinition, LetterDefinition, Statute
from letters.law.kinds import Rule
from letters.law.rulebook import rulebook, sources


def letters_on(statute_id: str) -> tuple[LetterDefinition, ...]:
    return tuple(found for found in letter_definitions().values() if statute_id in found.statutes)


def rules_on(statute_id: str) -> tuple[tuple[Rule, str], ...]:
    """(rule, article), in the order of the rulebook; a rule that cites two articles comes twice."""
    return tuple((rule, article) for rule in rulebook().values() for key, article in sources(rule) if key == statute_id)


def questions_on(statute_id: str) -> tuple[FieldDefinition, ...]:
    """The questions in which it can be chosen as a basis."""
    asking = (field for field in vocabulary().fields.values() if field.choices_are_statutes)
    return tuple(field for field in asking if statute_id in {choice.key for choice in field.choices})


def replaced_by(statute_id: str) -> tuple[Statute, ...]:
    """The statutes that this one superseded."""
    return tuple(statute for statute in statutes().values() if statute.superseded_by == statute_id)
