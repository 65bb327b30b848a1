"""The rules of the library as a whole: each can speak, says how sure it is, and asks for what can be mended."""

from datetime import date

import pytest

from letters.definitions.catalogue import company_definition, letter_definitions, statutes, vocabulary
from letters.definitions.conditions import PROFILE
from letters.law.rulebook import rulebook
from letters.law.rules import cross_checks, limits, lint_rules, profile_questions

LIMITS = limits()
ASKED = {key: {field.key for field in definition.fields} for key, definition in letter_definitions().items()}


def name(rule):
    return rule.id


def letters_judged(limit):
    uses = set(limit.only_if_letter_uses)
    return [key for key, asked in ASKED.items() if asked & set(limit.fields) and (not uses or asked & uses)]


@pytest.mark.parametrize("limit", LIMITS, ids=name)
def test_some_letter_is_judged_by_it(limit):
    assert letters_judged(limit)


@pytest.mark.parametrize("check", cross_checks(), ids=name)
def test_some_letter_can_contradict_itself_so(check):
    assert [key for key, asked in ASKED.items() if asked & set(check.fields)]


@pytest.mark.parametrize("limit", LIMITS, ids=name)
def test_a_limit_says_no_more_than_is_known(limit):
    """must: a statute in force whose text was seen; what nobody has seen is advice and says 待核."""
    statute = statutes()[limit.statute]
    if limit.level == "must":
        assert (limit.verification, statute.status) == ("text_seen", "in_force")
    assert limit.is_unverified is limit.message_zh.startswith("待核")
    assert limit.is_unverified is limit.message_en.startswith("To be checked")
    assert not limit.is_unverified or (limit.level, limit.blocks) == ("note", False)


@pytest.mark.parametrize("limit", LIMITS, ids=name)
def test_a_limit_is_not_older_than_its_statute(limit):
    assert limit.effective_from >= date.fromisoformat(statutes()[limit.statute].effective_from)


@pytest.mark.parametrize("rule", [rule for rule in (*cross_checks(), *lint_rules()) if rule.is_unverified], ids=name)
def test_no_unverified_rule_blocks(rule):
    assert not rule.blocks


@pytest.mark.parametrize("limit", [each for each in LIMITS if each.kind == "requires" and each.blocks], ids=name)
def test_what_a_limit_requires_can_be_answered_in_the_letters_that_it_judges(limit):
    required = {leaf.field for leaf in limit.requires.leaves()}
    for letter_id in letters_judged(limit):
        assert ASKED[letter_id] & required, letter_id


@pytest.mark.parametrize("fact", profile_questions(), ids=lambda fact: fact["key"])
def test_a_fact_about_the_company_switches_on_what_it_says(fact):
    named = {limit.id for limit in LIMITS if limit.applies_when and _names(limit.applies_when, fact["key"])}
    assert named == set(fact["switches_on"]["limits"])


def _names(condition, fact):
    return PROFILE + fact in {leaf.field for leaf in condition.leaves()}


def test_every_fact_is_asked_of_companies():
    assert [fact["key"] for fact in profile_questions()] == [field.key for field in company_definition().profile.fields]


def test_statutes_that_can_be_ticked_are_known():
    for field in vocabulary().fields.values():
        if field.choices_are_statutes:
            assert {choice.key for choice in field.choices} <= set(statutes())


def test_no_two_rules_share_an_id():
    assert len(rulebook()) == len(LIMITS) + len(cross_checks()) + len(lint_rules())


def test_messages_are_sentences_in_both_languages():
    for rule in rulebook().values():
        assert rule.message_zh.endswith("。"), rule.id
        assert rule.message_en.endswith("."), rule.id
