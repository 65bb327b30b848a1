"""Records of companies for tests: the vocabulary's examples, and a plain answer to every fact of the profile."""

from letters.definitions.catalogue import company_definition
from letters.models import Company
from letters.models.companies import add_company
from letters.questions.registry import question_for


def example_record(**changed) -> dict:
    typed = {}
    for field in company_definition().fields:
        value = field.default if field.example is None else field.example
        typed[field.key] = question_for(field).typed_default(value)
    return typed | changed


def company_of(by, **changed) -> Company:
    return add_company(example_record(**changed), by=by)
