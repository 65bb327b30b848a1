"""Sample answers: a letter's own examples and defaults go before those of the vocabulary."""

import pytest

from letters.definitions.catalogue import company_definition, letter_definition
from letters.questions.answers import read_answers
from letters.questions.examples import default_answers, example_answers


@pytest.mark.parametrize(
    ("letter_id", "field", "typed"),
    [
        ("csq-2", "work_name", "客户信息防护与服务质量提升"),
        ("cip-1", "work_name", "消费者个人信息保护"),
        ("ipc-1", "complaint_reply_days", "3"),
        ("ipc-1", "push_channels", ["app"]),
        ("cip-1", "security_checks_per_day", "1"),
    ],
)
def test_what_the_letter_says_goes_first(letter_id, field, typed):
    assert example_answers(letter_definition(letter_id))[field] == typed


def test_the_default_profile_is_accepted_as_it_is():
    profile = company_definition().profile
    read = read_answers(profile, default_answers(profile.fields))
    assert not read.faults
    assert read.values["is_ciio"] is False
