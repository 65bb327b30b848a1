"""Contradictions within one letter, each with a letter that contradicts itself and one that does not."""

from datetime import date
from decimal import Decimal

import pytest

from letters.definitions.catalogue import letter_definition, vocabulary
from letters.definitions.schema import LetterDefinition
from letters.law.cross_checks import judge_cross_checks
from letters.law.rules import cross_checks
from letters.law.situation import Situation
from letters.questions.answers import read_answers
from tests.answers import example_answers

TODAY = date(2026, 11, 22)
CHECKS = {check.id: check for check in cross_checks()}


class Everything:
    """A definition that asks every field of the vocabulary."""

    fields = tuple(vocabulary().fields.values())

    def field(self, key):
        return vocabulary().fields[key]


def contradictions(values, profile=None, definition: LetterDefinition | None = None, day=TODAY):
    asked = definition or Everything()
    return {finding.rule: finding for finding in judge_cross_checks(Situation(asked, values, day, profile or {}))}


@pytest.mark.parametrize(
    ("rule", "wrong", "right"),
    [
        (
            "phase_order",
            {"phase_1_deadline": date(2027, 6, 1), "phase_2_deadline": date(2027, 6, 1)},
            {"phase_1_deadline": date(2027, 6, 1), "phase_3_deadline": date(2027, 6, 2)},
        ),
        (
            "phase_after_signing",
            {"sign_date": date(2027, 6, 1), "phase_1_deadline": date(2027, 6, 1)},
            {"sign_date": date(2027, 6, 1)},
        ),
        (
            "phase_within_validity",
            {"phase_3_deadline": date(2027, 6, 2), "valid_to": date(2027, 6, 1)},
            {"phase_3_deadline": date(2027, 6, 1), "valid_to": date(2027, 6, 1)},
        ),
        (
            "phase_gap",
            {"phase_1_deadline": date(2026, 1, 1), "phase_3_deadline": date(2027, 1, 2)},
            {"phase_1_deadline": date(2026, 1, 1), "phase_3_deadline": date(2027, 1, 1)},
        ),
        ("sign_date_not_old", {"sign_date": date(2026, 10, 1)}, {"sign_date": date(2026, 11, 1)}),
        ("effective_date_future", {"effective_date": date(2026, 11, 21)}, {"effective_date": TODAY}),
        (
            "response_before_reply",
            {"complaint_response_hours": 48, "complaint_reply_days": 1},
            {"complaint_response_hours": 24, "complaint_reply_days": 1},
        ),
        (
            "rectify_within_validity",
            {"rectification_days": 31, "valid_from": date(2026, 1, 1), "valid_to": date(2026, 1, 31)},
            {"rectification_days": 31},
        ),
        (
            "arbitration_xor_court",
            {"arbitration_commission": "杭州仲裁委员会", "court_venue": "statutory"},
            {"court_venue": "statutory"},
        ),
        (
            "arbitration_named",
            {"dispute_method": "arbitration"},
            {"dispute_method": "arbitration", "arbitration_commission": "杭州仲裁委员会"},
        ),
        (
            "company_not_self",
            {"signatory_capacity": "self"},
            {"signatory_capacity": "self", "promisor_type": "individual"},
        ),
        (
            "recipient_is_not_promisor",
            {"entity_name": "甲公司 ", "recipient_name": "甲公司"},
            {"entity_name": "甲公司"},
        ),
        (
            "round_the_clock_staff",
            {"customer_service_hours": "round_the_clock", "customer_service_staff_count": 4},
            {"customer_service_hours": "round_the_clock", "customer_service_staff_count": 5},
        ),
        (
            "satisfaction_not_absolute",
            {"satisfaction_percent": Decimal(100)},
            {"satisfaction_percent": Decimal("99.9")},
        ),
        ("security_checks_realistic", {"security_checks_per_day": 7}, {"security_checks_per_day": 6}),
        (
            "restore_matches_availability",
            {"availability_percent": Decimal("99.9"), "service_restore_hours": 4},
            {"availability_percent": Decimal("99.5"), "service_restore_hours": 4},
        ),
        (
            "article_within_law",
            {"law_name_other": "中华人民共和国网络安全法", "law_article_number": 82},
            {"law_name_other": "网络安全法", "law_article_number": 81},
        ),
        (
            "law_other_not_repeated",
            {"law_name_other": "中华人民共和国个人信息保护法", "legal_basis": ("pipl",)},
            {"law_name_other": "中华人民共和国电子商务法", "legal_basis": ("pipl",)},
        ),
        ("copies_two_sides", {"recipient_name": "乙", "copies": 1}, {"recipient_name": "乙", "copies": 2}),
    ],
)
def test_a_contradiction_is_found_and_its_absence_is_not(rule, wrong, right):
    assert rule in contradictions(wrong)
    assert rule not in contradictions(right)


def test_the_company_profile_is_compared_too():
    values = {"info_categories": ("minor",)}
    assert "minor_profile_mismatch" in contradictions(values, {"processes_minors": False})
    assert "minor_profile_mismatch" not in contradictions(values, {"processes_minors": True})
    assert "minor_profile_mismatch" not in contradictions(values)


@pytest.mark.parametrize("rule", CHECKS)
def test_every_check_names_known_fields_and_can_be_judged(rule):
    named = set(CHECKS[rule].fields)
    assert named
    assert named <= set(vocabulary().fields)
    contradictions({})


def test_only_letters_that_ask_one_of_the_fields_are_checked():
    assert "phase_order" not in contradictions(
        {"phase_1_deadline": TODAY, "phase_2_deadline": TODAY}, definition=letter_definition("cip-1")
    )


@pytest.mark.parametrize("letter_id", ["cip-1", "cip-2", "osp-1", "ipc-2"])
def test_the_examples_contradict_nothing_that_must_hold(letter_id):
    definition = letter_definition(letter_id)
    values = read_answers(definition, example_answers(letter_id)).values
    assert not [found for found in contradictions(values, definition=definition).values() if found.blocks]
