"""What every kind of question keeps, whatever is typed into it."""

import re

import pytest
from django import forms
from django.utils.translation import override

from letters.questions.base import AnswerRefused
from letters.questions.registry import KINDS
from tests.questions.fields import USUAL, question
from tests.questions.refusals import refusal

every_kind = pytest.mark.parametrize("kind", KINDS)


def test_every_kind_has_a_usual_field_to_be_tested_with():
    assert set(USUAL) == set(KINDS)


@every_kind
def test_question_knows_its_field_and_its_label_in_both_languages(kind):
    asked = question(
        kind, key="who", label_zh="谁", label_en="Who", help_zh="全称。", help_en="In full.", required=True
    )
    assert (asked.key, asked.kind, asked.field.kind) == ("who", kind, kind)
    assert (asked.label, asked.help) == ("谁", "全称。")
    with override("en"):
        assert (asked.label, asked.help) == ("Who", "In full.")


@every_kind
@pytest.mark.parametrize("empty", [None, "", "  \u3000\n", "\u200b\ufeff"])
def test_empty_answer_is_no_value_or_missing(kind, empty):
    assert question(kind).clean(empty) is None
    missing = refusal(question(kind, label_zh="接收方全称", required=True), empty)
    assert missing.code == "missing"
    assert "接收方全称" in missing.message


@every_kind
def test_example_is_accepted_and_comes_back_the_same_when_typed_again(kind):
    asked = question(kind)
    value = asked.clean(asked.typed_default(asked.field.example))
    assert value is not None
    assert asked.clean(asked.typed_default(value)) == value
    assert asked.doubts(value) == ()
    assert asked.repairs(asked.typed_default(value)) == ()
    if kind != "id_number":
        assert asked.clean(asked.show(value)) == value
        with override("en"):
            assert asked.clean(asked.show(value)) == value


@every_kind
def test_reading_has_no_unit_no_leading_zero_and_one_line(kind):
    asked = question(kind)
    read = asked.read(asked.clean(asked.typed_default(asked.field.example)))
    assert read
    assert "\n" not in read
    assert not asked.unit or asked.unit not in read
    if kind in ("integer", "decimal", "percent", "money", "date", "month", "time_range"):
        assert not re.search(r"(?<![\d.:])0\d|\.\d*0$", read)


@every_kind
def test_reading_is_chinese_and_the_same_whatever_the_page_speaks(kind):
    asked = question(kind)
    value = asked.clean(asked.typed_default(asked.field.example))
    with override("en"):
        in_english = asked.read(value)
    assert in_english == asked.read(value)


@every_kind
def test_blank_form_has_room_for_ink_or_boxes_to_tick(kind):
    assert re.search("_{4}|□", question(kind).blank())


@pytest.mark.parametrize("kind", ["uscc", "id_number", "phone", "integer", "percent"])
def test_a_rule_is_longer_than_what_is_written_on_it(kind):
    """A figure written by hand takes half as much room again as a printed one."""
    asked = question(kind)
    value = asked.clean(asked.typed_default(asked.field.example))
    assert len(asked.blank()) >= 1.5 * len(asked.read(value))


@every_kind
def test_suggestions_are_typed_and_shown(kind):
    example = USUAL[kind]["example"]
    asked = question(kind, suggest=(example,), suggest_note_zh="常见做法", suggest_note_en="practice")
    assert asked.suggestions == ((asked.typed_default(example), asked.show(asked.clean(asked.typed_default(example)))),)
    assert asked.suggestion_note == "常见做法"


@every_kind
def test_form_field_cleans_with_its_question(kind):
    asked = question(kind, required=True)
    field = asked.form_field()
    typed = asked.typed_default(asked.field.example)
    assert field.question is asked
    assert field.clean(typed) == asked.clean(typed)
    with pytest.raises(forms.ValidationError) as caught:
        field.clean("")
    assert caught.value.code == "missing"


@every_kind
@pytest.mark.parametrize("value", [{}, {"a": 1}, object(), float("nan"), float("inf"), [1], [["a"]], b"a"])
def test_what_no_one_can_type_is_refused(kind, value):
    with pytest.raises(AnswerRefused):
        question(kind).typed_default(value)


@every_kind
def test_nothing_given_is_typed_as_nothing(kind):
    assert not question(kind).typed_default(None)
