"""What the law says stands below its question, with source and a value to type; a draft always saves."""

import re
from html import unescape

import pytest
from django.urls import reverse

from letters.actions.judging import judged
from letters.definitions.catalogue import letter_definition
from letters.models.drafting import start_letter
from tests.answers import example_answers
from tests.companies.records import company_of
from tests.wizard.pages import begun, fill_url, post_step, reread, step_post


@pytest.fixture
def client(as_person, chenjing):
    return as_person(chenjing)


@pytest.fixture
def letter(chenjing):
    return begun("cip-1", chenjing, **example_answers("cip-1"))


def advice(client, letter, step, **typed):
    sent = step_post(letter, step, example_answers("cip-1") | typed) | {"step": step}
    reply = client.post(reverse("preview", args=[letter.pk]), sent, headers={"Accept": "application/json"}).json()
    return {key: unescape(re.sub(r"<[^>]*>", "", html)).strip() for key, html in reply["advice"].items()}


def test_advice_names_level_rule_article_and_what_to_type(client, letter):
    """ux 19, ux 20"""
    said = advice(client, letter, "deadlines", incident_report_hours="12")["incident_report_hours"]
    for words in ("不得提交", "4小时", "《国家网络安全事件报告管理办法》第四条", "可填 4。"):
        assert words in said


def test_advice_goes_when_the_answer_is_mended(client, letter):
    assert not advice(client, letter, "deadlines", incident_report_hours="4")["incident_report_hours"]


def test_facts_about_the_company_count(client, letter):
    post_step(client, letter, "basis", example_answers("cip-1") | {"is_ciio": "yes"})
    assert "1小时" in advice(client, letter, "deadlines", incident_report_hours="4")["incident_report_hours"]


def test_a_draft_saves_whatever_the_law_says(client, letter):
    """ux 21"""
    page = post_step(client, letter, "deadlines", example_answers("cip-1") | {"incident_report_hours": "72"})
    assert page.status_code == 302
    assert reread(letter).answers["incident_report_hours"] == "72"


def test_it_stands_on_the_page_of_the_step_and_on_the_check_page(client, letter):
    post_step(client, letter, "deadlines", example_answers("cip-1") | {"incident_report_hours": "72"})
    for page in (client.get(fill_url(letter, "deadlines")), client.get(reverse("check", args=[letter.pk]))):
        assert "不得提交" in page.content.decode()


def test_it_is_tied_to_its_field(client, letter):
    """ux 20"""
    page = client.get(fill_url(letter, "deadlines")).content.decode()
    assert re.search(r'name="incident_report_hours"[^>]*aria-describedby="[^"]*id_incident_report_hours-advice', page)


def test_wording_of_what_is_typed_is_read_too(client, letter):
    assert "绝对" in advice(client, letter, "basis", work_name="绝对安全")["work_name"]


def test_the_check_page_lists_what_is_promised_and_the_evidence(client, letter):
    page = re.sub(r"<[^>]*>", "", client.get(reverse("check", args=[letter.pk])).content.decode())
    assert "这份承诺书承诺了什么" in page
    assert "每日安全检查 每日1次" in page
    assert "保存网络日志 1年" in page


def test_in_english_the_message_is_english(client, letter):
    client.cookies["django_language"] = "en"
    said = advice(client, letter, "deadlines", incident_report_hours="12")["incident_report_hours"]
    assert "within 4 hours" in said


def test_what_is_still_missing_is_not_held_against_the_writer(client, chenjing):
    letter = begun("ipc-2", chenjing)
    sent = step_post(letter, "liability", {"dispute_method": "arbitration"}) | {"step": "liability"}
    reply = client.post(reverse("preview", args=[letter.pk]), sent, headers={"Accept": "application/json"}).json()
    assert not "".join(reply["advice"].values()).strip()


def test_a_contradiction_of_two_answers_is_said_once_below_the_later(client, chenjing):
    letter = begun("osp-1", chenjing, **example_answers("osp-1"))
    sent = step_post(letter, "deadlines", {"complaint_response_hours": "72", "complaint_reply_days": "1"})
    sent |= {"step": "deadlines"}
    reply = client.post(reverse("preview", args=[letter.pk]), sent, headers={"Accept": "application/json"}).json()
    assert "首次响应时限须短于答复时限" in reply["advice"]["complaint_reply_days"]
    assert "首次响应时限" not in reply["advice"]["complaint_response_hours"]


def test_facts_of_the_companys_profile_count_where_the_letter_does_not_ask(client, chenjing):
    """osp-1 does not ask whether it is an e-commerce platform; its company has said so."""
    answers = example_answers("osp-1", business_record_retention_years="1")
    for fact, said in (("no", False), ("yes", True)):
        company = company_of(chenjing, is_ecommerce_platform=fact)
        letter = start_letter(letter_definition("osp-1"), by=chenjing, answers=answers, company=company)
        rules = {finding.rule for finding in judged(letter.journey, letter.company_facts)}
        assert ("platform_transaction_three_years" in rules) is said


@pytest.mark.parametrize(
    ("typed", "rule"), [({}, True), ({"is_ciio": "yes"}, True), ({"is_ciio": "no"}, False)], ids=["unsaid", "yes", "no"]
)
def test_what_the_letter_itself_says_goes_before_the_profile(chenjing, typed, rule):
    company = company_of(chenjing, is_ciio="yes")
    answers = {key: value for key, value in example_answers("cip-1").items() if key != "is_ciio"}
    answers |= {"incident_report_hours": "4", **typed}
    letter = start_letter(letter_definition("cip-1"), by=chenjing, answers=answers, company=company)
    rules = {finding.rule for finding in judged(letter.journey, letter.company_facts)}
    assert ("incident_report_1_hour_ciio" in rules) is rule


def test_the_live_preview_counts_the_profile(client, chenjing):
    company = company_of(chenjing, is_ecommerce_platform="yes")
    answers = example_answers("osp-1")
    letter = start_letter(letter_definition("osp-1"), by=chenjing, answers=answers, company=company)
    step = letter.definition.field("business_record_retention_years").step
    sent = step_post(letter, step, answers | {"business_record_retention_years": "1"}) | {"step": step}
    reply = client.post(reverse("preview", args=[letter.pk]), sent, headers={"Accept": "application/json"}).json()
    assert "电子商务" in reply["advice"]["business_record_retention_years"]


def test_its_source_leads_to_the_page_of_the_rule(client, letter):
    """ux 20"""
    post_step(client, letter, "deadlines", example_answers("cip-1") | {"incident_report_hours": "72"})
    page = client.get(fill_url(letter, "deadlines")).content.decode()
    links = re.findall(r'class="advice-source"><a href="([^"]+)" target="_blank" rel="noopener">(.*?)<span', page)
    assert links
    assert any("国家网络安全事件报告管理办法" in words for _, words in links)
    for address, _ in links:
        assert client.get(address).status_code == 200


def test_a_wrong_check_character_is_told_once(client, letter):
    post_step(client, letter, "parties", example_answers("cip-1") | {"uscc": "91350100M000100Y44"})
    page = client.get(fill_url(letter, "parties")).content.decode()
    assert "校验码与前 17 位对不上" not in page
    assert page.count("校验不符") == 1
    assert reverse("rule", args=["uscc_check_digit"]) in page


def test_wording_that_no_statute_lets_stand_has_to_be_mended(client, letter):
    said = advice(client, letter, "basis", work_name="注册即视为同意的推广工作")["work_name"]
    assert "不得提交" in said
