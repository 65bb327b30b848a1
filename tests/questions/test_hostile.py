"""Whatever is typed into any kind of question: a value or a sentence, never another exception, and at once."""

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters.questions.base import AnswerRefused
from letters.questions.registry import KINDS
from tests.questions.fields import question
from tests.questions.refusals import code, outcome

CODES = {
    "missing",
    "too_long",
    "not_a_number",
    "not_whole",
    "out_of_range",
    "too_precise",
    "not_a_date",
    "not_a_choice",
    "bad_characters",
    "bad_format",
}
HOSTILE = (
    "\x00",
    "\ud800",
    "\ufffe\U0010ffff",
    "\u202e反过来",
    "<script>alert(1)</script>",
    "{{entity_name}}{% include 'x' %}",
    "=1+1",
    "%(max)s %s %",
    "𠮷䶮👩‍👩‍👧",
    "٣٤",
    "½",
    "9" * 5000,
    "一" * 5000,
    "0." + "0" * 5000 + "1",
    "1e999999999",
    "NaN",
    "-",
    "～",
    "0000年00月00日",
    "99:99-99:99",
    "http://[",
    "@" * 50,
    "、" * 50,
)
LONG = ("字 ", "1", " \n", "1-", "，1", "a@b.", "\u0301\u0323", "一点")
every_kind = pytest.mark.parametrize("kind", KINDS)
alphabet = st.one_of(
    st.characters(),
    st.sampled_from(
        "0123456789０９一二十百万零〇点年月日时至到～—-:：,，. 　%％元次\u200b\u0301\ufdd0\u202e《》（）、⼀ｂ"
    ),
)


@every_kind
def test_text_that_changes_the_direction_of_writing_is_refused(kind):
    assert code(question(kind), "1\u202e2") == "bad_characters"


@every_kind
@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_text_is_accepted_or_refused_with_a_sentence(kind, typed):
    asked = question(kind)
    assert isinstance(asked.repairs(typed), tuple)
    for answer in (typed, [typed]):
        asked.asked(answer)
        value, refused = outcome(asked, answer)
        assert not refused or is_a_sentence(refused)
        assert value is None or asked.read(value).encode()


@every_kind
@pytest.mark.parametrize("piece", LONG)
def test_a_hundred_thousand_characters_are_answered_at_once(kind, piece):
    typed = (piece * 100_000)[:100_000]
    asked = question(kind)
    started = time.process_time()
    outcome(asked, typed)
    asked.repairs(typed)
    assert time.process_time() - started < 1.5


@every_kind
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_whatever_is_typed_a_value_stays_the_same_when_typed_again(kind, data):
    asked = question(kind)
    typed = data.draw(st.text(alphabet, max_size=24) | st.lists(st.text(alphabet, max_size=8), max_size=3))
    assert all(sentence.endswith("。") for sentence in asked.repairs(typed))
    value, refused = outcome(asked, typed)
    assert not refused or is_a_sentence(refused)
    if value is not None:
        assert asked.clean(asked.typed_default(value)) == value
        assert "\n" not in asked.read(value)


@every_kind
@settings(max_examples=40, deadline=None)
@given(
    value=st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | st.lists(st.text(max_size=5))
)
def test_any_json_value_becomes_text_or_is_refused(kind, value):
    typed = None
    with suppress(AnswerRefused):
        typed = question(kind).typed_default(value)
    assert isinstance(typed, str | None) or all(isinstance(part, str) for part in typed)


def is_a_sentence(refused: AnswerRefused) -> bool:
    return refused.code in CODES and refused.message.endswith("。") and "\n" not in refused.message
