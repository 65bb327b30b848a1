"""The journey: which steps, how far, what comes next; hidden answers and missing ones."""

from dataclasses import replace

from letters.journey import Journey, Progress
from tests.definitions.vocabulary import letter

DEFINITION = letter(
    "{{entity_name}}{{checks}}\n\n::: when sharing\n{{receiver}}\n:::\n\n::: when remark filled\n{{remark}}\n:::\n"
)
WHOLE = {"entity_name": "甲公司", "uscc": "91350100M000100Y43", "checks": "2", "sharing": "no", "remark": ""}


def journey(**typed) -> Journey:
    return Journey(DEFINITION, typed)


def test_steps_are_those_of_the_letter_in_order():
    assert [step.key for step in journey().steps] == ["parties", "data", "signing"]


def test_before_and_after():
    steps = journey()
    assert steps.before("parties") is None
    assert steps.before("data").key == "parties"
    assert steps.after("data").key == "signing"
    assert steps.after("signing") is None


def test_progress_counts_steps_that_are_seen_and_right():
    assert journey().done == 0
    assert journey(entity_name="甲公司", uscc="91350100M000100Y43").progress("parties") is Progress.DONE
    assert journey(**WHOLE).done == 3
    assert journey(**WHOLE | {"checks": "99"}).progress("data") is Progress.REFUSED


def test_a_step_of_optional_questions_is_done_once_passed_through():
    unseen = {key: value for key, value in WHOLE.items() if key != "remark"}
    assert journey(**unseen).progress("signing") is Progress.TODO
    assert journey(**unseen).is_complete
    assert journey(**WHOLE).progress("signing") is Progress.DONE


def test_first_incomplete_is_where_the_author_goes_on():
    assert journey().first_incomplete.key == "parties"
    assert journey(**WHOLE | {"checks": ""}).first_incomplete.key == "data"
    assert journey(**WHOLE).first_incomplete is None


def test_a_hidden_question_is_neither_asked_nor_missing():
    assert "receiver" not in journey(**WHOLE).asked("data")
    assert journey(**WHOLE).is_complete
    shown = journey(**WHOLE | {"sharing": "yes"})
    assert "receiver" in shown.asked("data")
    assert set(shown.answers.missing) == {"receiver"}
    assert not shown.is_complete


def test_a_hidden_answer_has_no_value_and_no_fault_but_stays_typed():
    kept = journey(**WHOLE | {"receiver": "x" * 100_000})
    assert "receiver" not in kept.answers.values
    assert not kept.answers.faults
    assert kept.typed["receiver"]


def test_a_step_whose_questions_are_all_hidden_is_left_out():
    fields = tuple(replace(field, step="signing") if field.key == "receiver" else field for field in DEFINITION.fields)
    definition = replace(DEFINITION, fields=tuple(field for field in fields if field.key != "remark"))
    assert [step.key for step in Journey(definition, WHOLE).steps] == ["parties", "data"]
    assert [step.key for step in Journey(definition, WHOLE | {"sharing": "yes"}).steps][-1] == "signing"
