"""On what a duty rests: the law that bounds its figure, what practice says, or nothing but the company's own word."""

from dataclasses import replace

from letters.definitions.catalogue import letter_definition, vocabulary
from letters.law.grounds import grounds, is_own_promise
from tests.law.situations import situation


def found(field: str, **facts) -> list[str]:
    return [limit.id for limit in grounds(situation(facts)).get(field, ())]


def is_own(field: str, **facts) -> bool:
    return is_own_promise(vocabulary().fields[field], grounds(situation(facts)).get(field, ()))


def test_a_figure_that_a_statute_bounds_is_not_the_companys_own():
    assert found("log_retention_years", log_retention_years=1) == ["log_six_months", "log_over_three_years"]
    assert not is_own("log_retention_years", log_retention_years=1)


def test_a_figure_that_practice_alone_knows_is_its_own():
    assert found("training_per_year", training_per_year=2) == ["training_regular"]
    assert is_own("training_per_year", training_per_year=2)
    assert found("security_checks_per_day", security_checks_per_day=1) == []
    assert is_own("security_checks_per_day", security_checks_per_day=1)


def test_a_statute_that_bounds_nothing_leaves_the_figure_to_the_company():
    assert "individual_notice_at_once" in found("individual_notice_hours", individual_notice_hours=24)
    assert is_own("individual_notice_hours", individual_notice_hours=24)


def test_a_duty_without_a_figure_rests_on_any_statute_that_speaks_of_it():
    assert not is_own("third_party_sharing", third_party_sharing=True)
    assert is_own("publicity_consent", publicity_consent=True)


def test_what_does_not_apply_to_the_company_is_no_ground():
    assert "incident_report_1_hour_ciio" not in found("incident_report_hours", incident_report_hours=4)
    ciio = grounds(situation({"incident_report_hours": 4, "profile.is_ciio": True}))["incident_report_hours"]
    assert "incident_report_1_hour_ciio" in [limit.id for limit in ciio]


def test_an_answer_still_to_come_has_the_grounds_that_any_answer_has():
    assert "individual_notice_at_once" not in found("individual_notice_hours")
    letter = replace(situation({}), definition=letter_definition("cip-1"))
    supposed = grounds(letter, ["individual_notice_hours"])["individual_notice_hours"]
    assert "individual_notice_at_once" in [limit.id for limit in supposed]
