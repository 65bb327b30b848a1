"""Statutory limits: bounds, units, dates, facts about the company, and what blocks."""

from dataclasses import replace
from datetime import date

import pytest

from letters.definitions.catalogue import letter_definition, letter_definitions, statutes, vocabulary
from letters.document.build import build_document
from letters.law.judge import findings
from letters.law.limits import judge_limits
from letters.law.lint import lint
from letters.law.rules import limits
from letters.law.situation import Situation
from letters.questions.answers import read_answers
from tests.answers import example_answers

TODAY = date(2026, 11, 22)
LIMITS = {limit.id: limit for limit in limits()}


def situation(letter_id="cip-1", *, day=TODAY, profile=None, text="", **changed) -> Situation:
    definition = letter_definition(letter_id)
    answers = read_answers(definition, example_answers(letter_id, **changed))
    return Situation(definition, answers.values, day, profile or {}, text)


def judged(*args, **changed):
    return {finding.rule: finding for finding in judge_limits(situation(*args, **changed))}


@pytest.mark.parametrize("limit", LIMITS)
def test_a_limit_names_fields_and_a_statute_that_are_known(limit):
    assert set(LIMITS[limit].fields) <= set(vocabulary().fields)
    assert LIMITS[limit].statute in statutes()


@pytest.mark.parametrize(
    ("hours", "profile", "rule"),
    [
        ("4", {}, None),
        ("5", {}, "incident_report_4_hours"),
        ("1", {"is_ciio": True}, None),
        ("2", {"is_ciio": True}, "incident_report_1_hour_ciio"),
    ],
)
def test_a_report_comes_within_the_hours_of_the_law(hours, profile, rule):
    found = judged(incident_report_hours=hours, profile=profile)
    assert (rule in found) if rule else not {"incident_report_4_hours", "incident_report_1_hour_ciio"} & set(found)


def test_a_finding_says_level_statute_article_and_what_to_type():
    found = judged(incident_report_hours="12")["incident_report_4_hours"]
    assert (found.level, found.statute, found.article) == ("must", "incident_report_measures", "第四条")
    assert found.fields == ("incident_report_hours",)
    assert (found.type_instead, found.blocks) == ("4", True)


def test_half_a_year_is_six_months():
    assert LIMITS["log_six_months"].check_value * 12 == 6


def test_a_limit_holds_between_its_dates():
    late = {"incident_report_hours": "12"}
    assert "incident_report_4_hours" not in judged(day=date(2025, 10, 31), **late)
    assert "incident_report_4_hours" in judged(day=date(2025, 11, 1), **late)
    ended = replace(LIMITS["incident_report_4_hours"], effective_until=date(2026, 1, 1))
    assert ended.is_in_force(date(2025, 12, 31))
    assert not ended.is_in_force(date(2026, 1, 1))


def test_facts_about_the_company_switch_limits_on():
    assert "platform_transaction_three_years" not in judged("osp-1", business_record_retention_years="1")
    found = judged("osp-1", business_record_retention_years="1", profile={"is_ecommerce_platform": True})
    assert found["platform_transaction_three_years"].type_instead == "3"


def test_cycles_are_compared_in_months():
    found = judged(risk_assessment_cycle="year", profile={"processes_important_data": True})
    assert "important_data_risk_yearly" not in found


def test_a_limit_on_fields_the_letter_does_not_ask_is_silent():
    assert "merchant_verification_6_months" not in judged(profile={"is_ecommerce_platform": True})


def test_unverified_rules_say_so_and_never_block():
    for limit in limits():
        if limit.verification == "general_knowledge":
            assert limit.message_zh.startswith("待核")
            assert limit.level == "note"


def test_only_must_blocks_and_wording_of_the_letter_never_does():
    everything = findings(
        situation("cip-1", incident_report_hours="72", processing_record_retention_years="1", text="空")
    )
    assert any(finding.blocks for finding in everything)
    for finding in everything:
        if finding.blocks:
            assert finding.level == "must"
            assert finding.rule not in LIMITS or LIMITS[finding.rule].kind != "text"


def test_wording_blocks_in_what_was_typed_and_never_in_the_letter_itself():
    typed = {finding.rule: finding for finding in findings(situation("cip-1", work_name="最终解释权归本公司"))}
    assert (typed["final_interpretation"].fields, typed["final_interpretation"].blocks) == (("work_name",), True)
    (written,) = lint("最终解释权归本公司。", facts={}, day=TODAY)
    assert (written.level, written.blocks) == ("must", False)


def test_the_gravest_come_first():
    levels = [
        finding.level for finding in findings(situation(incident_report_hours="72", individual_notice_hours="72"))
    ]
    assert levels == sorted(levels, key=["must", "should", "note"].index)


PROFILES = (
    {},
    {"processes_minors": True, "is_ciio": True, "uses_algorithmic_recommendation": True, "is_platform": True},
    {
        "is_app_operator": True,
        "is_ecommerce_platform": True,
        "processes_important_data": True,
        "individuals": "from_10m",
    },
)
SENSITIVE = {"info_categories": ["identity", "location", "biometric", "minor"]}
# What else a letter may be about.
SWITCHED_ON = dict.fromkeys(
    (
        "third_party_sharing",
        "entrusts_processing",
        "is_ciio",
        "uses_algorithmic_recommendation",
        "processes_important_data",
    ),
    "yes",
)


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("changed", [{}, SENSITIVE, SENSITIVE | SWITCHED_ON, {"push_channels": ["popup", "sms"]}])
@pytest.mark.parametrize("letter_id", letter_definitions())
def test_our_letters_say_what_the_law_wants_them_to_say(letter_id, changed, profile):
    """Limits of kind text, over the finished letters: nothing that a statute demands is left unsaid."""
    definition = letter_definition(letter_id)
    asked = {field.key for field in definition.fields}
    typed = example_answers(letter_id, **{key: value for key, value in changed.items() if key in asked})
    typed |= {key: "yes" for key, value in profile.items() if value is True and key in asked}
    answers = read_answers(definition, typed)
    facts = profile | {key: value for key, value in answers.values.items() if key in profile}
    said = Situation(definition, answers.values, TODAY, facts, build_document(definition, answers).text)
    unsaid = [found.rule for found in judge_limits(said) if LIMITS[found.rule].kind == "text" and found.level == "must"]
    assert not unsaid
