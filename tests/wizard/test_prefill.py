"""Known facts are prefilled from the company's record first, and the page says where from."""

import re

import pytest

from letters.definitions.catalogue import letter_definition
from letters.models.companies import change_company
from letters.models.drafting import start_letter
from tests.companies.records import company_of
from tests.wizard.pages import fill_url, post_step, reread


@pytest.fixture
def client(as_person, chenjing):
    return as_person(chenjing)


@pytest.fixture
def company(chenjing):
    return company_of(chenjing, entity_name="杭州甲有限公司", is_ciio="yes")


def begun_for(company, by, letter_id="cip-2", **answers):
    return start_letter(letter_definition(letter_id), by=by, answers=answers, company=company)


def shown(client, letter, step="parties") -> dict[str, tuple[str, str]]:
    rows = client.get(fill_url(letter, step)).context["rows"]
    return {row.question.key: (row.bound.value(), row.origin) for row in rows}


def test_the_record_fills_in_and_is_named(client, chenjing, company):
    """ux 13"""
    value, origin = shown(client, begun_for(company, chenjing))["entity_name"]
    assert value == "杭州甲有限公司"
    assert re.sub(r"<[^>]*>", "", origin) == "来自单位“杭州甲有限公司”的资料"


def test_a_fact_of_the_profile_answers_the_same_question_of_a_letter(client, chenjing, company):
    value, origin = shown(client, begun_for(company, chenjing, "cip-1"), "basis")["is_ciio"]
    assert value == "yes"
    assert "来自单位" in origin


def test_what_was_answered_in_the_letter_stays(client, chenjing, company):
    letter = begun_for(company, chenjing, entity_name="宁波乙有限公司", uscc="")
    assert shown(client, letter)["entity_name"] == ("宁波乙有限公司", "")
    assert shown(client, letter)["uscc"] == ("", "")


def test_what_the_record_does_not_know_comes_from_the_latest_letter_of_the_same_company(client, chenjing, company):
    change_company(company, {"contact_phone": "", "contact_email": "无"}, by=chenjing, version=1)
    begun_for(company, chenjing, contact_phone="0571-11111111", contact_email="a@example.cn", entity_name="旧名")
    begun_for(company_of(chenjing), chenjing, contact_phone="0571-22222222")
    start_letter(letter_definition("cip-2"), by=chenjing, answers={"contact_phone": "0571-33333333"})
    facts = shown(client, begun_for(company, chenjing))
    assert [facts[key][0] for key in ("contact_phone", "contact_email", "entity_name")] == [
        "0571-11111111",
        "a@example.cn",
        "杭州甲有限公司",
    ]
    assert "沿用自您的" in facts["contact_phone"][1]


def test_a_change_of_the_record_leaves_a_saved_step_alone(client, chenjing, company):
    letter = begun_for(company, chenjing)
    post_step(client, letter, "parties", {key: value for key, (value, _) in shown(client, letter).items() if value})
    change_company(company, {"entity_name": "改名后的公司"}, by=chenjing, version=1)
    assert shown(client, letter)["entity_name"] == ("杭州甲有限公司", "")
    assert reread(letter).answers["entity_name"] == "杭州甲有限公司"


def test_a_record_with_hostile_answers_fills_in_nothing_of_them(client, chenjing, company):
    change_company(
        company, {"complaint_hotline": "<script>" * 1000, "contact_name": "\u202e甲"}, by=chenjing, version=1
    )
    facts = shown(client, begun_for(company, chenjing))
    assert not [key for key, (value, _) in facts.items() if value and ("script" in value or "\u202e" in value)]


def test_saving_a_step_of_a_companys_letter_takes_few_queries(client, chenjing, company, django_assert_max_num_queries):
    letter = begun_for(company, chenjing)
    sent = {"letter_wizard-current_step": "team", "version": "1", "training_per_year": "2"}
    with django_assert_max_num_queries(6):
        assert client.post(fill_url(letter, "team"), sent).status_code == 200
