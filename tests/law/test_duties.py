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
    ("letter_id", "field", "amount"),
    [
        ("cip-2", "dedicated_staff_count", "3 people"),
        ("osp-1", "customer_service_hours", "Daily 9:00-21:00"),
        ("ipc-2", "push_max_per_day", "2 messages/day"),
        ("cip-1", "log_retention_years", "1 year"),
    ],
)
def test_a_duty_in_english_has_english_units(letter_id, field, amount):
    said = promised(letter_id)[field].amount_en
    assert said.startswith(amount.split()[0])
    assert said.isascii()
