"""Whatever a company is and whatever is typed, judging a letter fails nobody and keeps its own promises."""

from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from letters.definitions.catalogue import company_definition, letter_definition, letter_definitions
from letters.document.build import build_document
from letters.law.finding import ORDER
from letters.law.judge import findings
from letters.law.rulebook import rulebook
from letters.law.situation import Situation
from letters.questions.answers import read_answers
from tests.answers import example_answers
from tests.generated_answers import typed_answers
from tests.law.situations import TODAY

LETTERS = tuple(letter_definitions())
SWITCHES = {
    fact.key: [choice.key for choice in fact.choices] or [True, False] for fact in company_definition().profile.fields
}
PROFILES = [dict(zip(SWITCHES, facts, strict=True)) for facts in product(*SWITCHES.values())]


def check(found, definition):
    asked = {field.key for field in definition.fields}
    assert [ORDER.index(finding.level) for finding in found] == sorted(ORDER.index(finding.level) for finding in found)
    assert len({(finding.rule, finding.fields) for finding in found}) == len(found)
    for finding in found:
        assert finding.rule in rulebook()
        assert finding.fields
        assert set(finding.fields) <= asked
        assert not finding.blocks or (finding.level == "must" and not finding.is_unverified)


@pytest.mark.parametrize("letter_id", LETTERS)
def test_every_combination_of_facts_about_a_company_is_judged(letter_id):
    """Each letter with its share of all combinations; all letters together with every one."""
    definition = letter_definition(letter_id)
    answers = read_answers(definition, example_answers(letter_id))
    text = build_document(definition, answers).text
    for profile in PROFILES[LETTERS.index(letter_id) :: len(LETTERS)]:
        check(findings(Situation(definition, answers.values, TODAY, profile, text)), definition)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_company_may_answer_anything(data):
    definition = letter_definition(data.draw(st.sampled_from(LETTERS)))
    answers = read_answers(definition, data.draw(typed_answers(definition.id)))
    profile = data.draw(
        st.fixed_dictionaries({}, optional={key: st.sampled_from(each) for key, each in SWITCHES.items()})
    )
    text = data.draw(st.sampled_from(["", build_document(definition, answers).text]))
    check(findings(Situation(definition, answers.values, data.draw(st.dates()), profile, text)), definition)


def test_there_are_as_many_companies_as_switches_allow():
    assert len(PROFILES) == 4 * 2 ** (len(SWITCHES) - 1)
