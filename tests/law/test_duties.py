"""What the signer promises, in words and with the evidence."""

import pytest

from letters.definitions.catalogue import letter_definition, vocabulary
from letters.law.duties import AMOUNTS, duties
from letters.questions.answers import read_answers
from tests.answers import example_answers


def promised(letter_id, **changed):
    definition = letter_definition(letter_id)
    values = read_answers(definition, example_answers(letter_id, **changed)).values
    return {duty.field: duty for duty in duties(definition, values)}


@pytest.mark.parametrize(
    ("letter_id", "field", "name", "amount"),
    [
        ("cip-1", "security_checks_per_day", "每日安全检查", "每日1次"),
        ("cip-1", "log_retention_years", "保存网络日志", "1年"),
        ("osp-1", "complaint_response_hours", "投诉首次响应", "收到投诉时起24小时内"),
        ("cip-1", "risk_assessment_cycle", "风险评估", "每季度"),
        ("cip-2", "phase_1_deadline", "第一阶段完成", "2027年3月31日前"),
        ("ipc-2", "push_max_per_day", "控制推送频次", "2条/日"),
    ],
)
def test_a_duty_says_how_often_how_soon_or_how_long(letter_id, field, name, amount):
    duty = promised(letter_id)[field]
    assert (duty.name_zh, duty.amount_zh) == (name, amount)
    assert duty.evidence_zh


def test_what_is_not_promised_is_no_duty():
    assert "third_party_sharing" not in promised("cip-1", third_party_sharing="no")
    assert "work_name" not in promised("cip-1")


def test_every_kind_of_duty_in_the_vocabulary_can_be_said():
    assert {field.duty["kind"] for field in vocabulary().fields.values() if field.duty} <= set(AMOUNTS)


@pytest.mark.parametrize(
    ("letter_id", "field", "typed", "amount"),
    [
        ("cip-2", "dedicated_staff_count", "3", "3 people"),
        ("cip-2", "dedicated_staff_count", "1", "1 person"),
        ("osp-1", "customer_service_hours", "daily", "Daily 9:00-21:00"),
        ("ipc-2", "push_max_per_day", "2", "2 messages a day"),
        ("ipc-2", "push_max_per_day", "1", "1 message a day"),
        ("cip-1", "log_retention_years", "1", "1 year"),
        ("cip-1", "security_checks_per_day", "1", "once a day"),
        ("cip-1", "security_checks_per_day", "2", "twice a day"),
        ("cip-1", "security_checks_per_day", "3", "3 times a day"),
        ("cip-2", "rights_request_working_days", "1", "within 1 working day from when the request is received"),
        ("cip-1", "complaint_reply_days", "7", "within 7 days from when the complaint is received"),
        ("osp-4", "rule_change_notice_days", "15", "15 days before the day the new rule takes effect"),
        ("osp-3", "reserve_fund", "50", "CNY 500,000"),
        ("osp-3", "availability_percent", "99.5", "once a month (99.5%)"),
        ("cpp-1", "compliance_audit_cycle_years", "1", "once every year"),
        ("cpp-1", "review_cycle_months", "12", "once every 12 months"),
    ],
)
def test_a_duty_in_english_is_said_as_one_says_it(letter_id, field, typed, amount):
    said = promised(letter_id, **{field: typed})[field].amount_en
    assert said.startswith(amount)
    assert said.isascii()
