"""Answers and facts made from the rules themselves: what makes a condition hold, and what makes it fail."""

from datetime import date
from decimal import Decimal

from letters.definitions.catalogue import company_definition, vocabulary
from letters.definitions.conditions import PROFILE, Compare, Either, Every, Not
from letters.law.known import known_names
from letters.law.situation import Situation
from letters.questions.registry import question_for

TODAY = date(2026, 11, 22)
KNOWN = known_names(vocabulary(), company_definition(), {})


class Everything:
    """A letter that asks every question there is."""

    fields = tuple(vocabulary().fields.values())

    def field(self, key):
        return vocabulary().fields[key]


def situation(facts, *, day=TODAY, text="") -> Situation:
    """None is unset; a fact about the company that is not said is its default."""
    profile = {fact.key: fact.default for fact in company_definition().profile.fields}
    profile |= {name.removeprefix(PROFILE): value for name, value in facts.items() if name.startswith(PROFILE)}
    values = {name: value for name, value in facts.items() if not name.startswith(PROFILE) and value is not None}
    return Situation(Everything(), values, day, {key: fact for key, fact in profile.items() if fact is not None}, text)


def facts_that(condition, wanted=True) -> dict:
    """Answers and facts with which a condition holds, or fails."""
    match condition:
        case None:
            return {}
        case Not(condition=inner):
            return facts_that(inner, not wanted)
        case Every(conditions=parts) if wanted:
            return {name: value for part in parts for name, value in facts_that(part).items()}
        case Either(conditions=parts) if not wanted:
            return {name: value for part in parts for name, value in facts_that(part, False).items()}
        case Every(conditions=parts) | Either(conditions=parts):
            return facts_that(parts[0], wanted)
        case Compare():
            return {condition.field: _holding(condition) if wanted else _failing(condition)}
    raise TypeError(condition)


def example(name):
    """A sensible answer to a question, as it is judged."""
    field = KNOWN.fields[name]
    value = field.example if field.example is not None else field.default
    return question_for(field).clean(question_for(field).typed_default(value))


def _holding(compare: Compare):
    match compare.operator:
        case "filled":
            return example(compare.field) if compare.values[0] else None
        case "includes":
            return tuple(compare.values)
        case "at_least" | "at_most":
            return Decimal(str(compare.values[0]))
    return compare.values[0]


def _failing(compare: Compare):
    field = KNOWN.fields[compare.field]
    match compare.operator:
        case "filled":
            return None if compare.values[0] else example(compare.field)
        case "includes":
            return ()
        case "at_least":
            return Decimal(str(compare.values[0])) - 1
        case "at_most":
            return Decimal(str(compare.values[0])) + 1
    if field.kind == "yes_no":
        return not compare.values[0]
    return next(choice.key for choice in field.choices if choice.key not in compare.values)
