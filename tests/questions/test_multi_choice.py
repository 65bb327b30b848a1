"""Answers that are several options at once."""

import pytest
from django.utils.translation import override

from letters.questions.base import AnswerRefused
from tests.questions.fields import STATUTES, question
from tests.questions.refusals import code, sentence


def test_options_come_in_the_order_of_the_vocabulary_and_once():
    assert question("multi_choice").clean(["transaction", "identity", "transaction"]) == ("identity", "transaction")


@pytest.mark.parametrize(
    "typed",
    [
        "姓名、证件信息、联系方式",
        "联系方式，姓名、证件信息。",
        "、联系方式\n姓名、证件信息\n",
        "Contact details; Name and identity documents",
        "contact,identity",
        ["姓名、证件信息", "contact"],
        ["identity、contact", ""],
    ],
)
def test_pasted_labels_are_understood_with_their_own_separators(typed):
    assert question("multi_choice").clean(typed) == ("identity", "contact")


def test_statutes_pasted_from_a_letter_are_understood():
    asked = question("multi_choice", choices=STATUTES, choices_are_statutes=True)
    assert asked.clean(asked.read(("pipl", "csl", "gbt_35273"))) == ("pipl", "csl", "gbt_35273")


def test_required_answer_has_at_least_one_option():
    asked = question("multi_choice", required=True, label_zh="信息类别")
    for typed in (None, [], [""], "、"[:0]):
        assert sentence(asked, typed) == "“信息类别”至少选一项。"


@pytest.mark.parametrize("typed", [["contact", "shoe_size"], "联系方式、shoe_size", "shoe_size"])
def test_unknown_option_is_refused_by_name(typed):
    assert sentence(question("multi_choice"), typed) == "选项中没有“shoe_size”，从列出的选项里选择。"


@pytest.mark.parametrize("typed", [["contact", 1], [["contact"]], [None, {}], 5])
def test_what_is_no_list_of_options_is_refused(typed):
    assert code(question("multi_choice"), typed) == "bad_format"


def test_endless_list_is_refused_by_its_length():
    assert code(question("multi_choice"), "contact、" * 10_000) == "too_long"
    assert question("multi_choice").clean(["contact"] * 10_000) == ("contact",)


def test_options_are_listed_in_a_sentence_and_on_a_page():
    asked = question("multi_choice")
    value = ("contact", "location")
    assert (asked.read(value), asked.show(value)) == ("联系方式、行踪轨迹", "联系方式、行踪轨迹（敏感）")
    with override("en"):
        assert asked.show(value) == "Contact details; Whereabouts and tracks (sensitive)"


def test_statutes_follow_each_other_without_a_separator():
    asked = question("multi_choice", choices=STATUTES, choices_are_statutes=True)
    assert asked.read(("pipl", "csl")) == "《中华人民共和国个人信息保护法》《中华人民共和国网络安全法》"


def test_json_list_is_typed_as_it_is():
    asked = question("multi_choice")
    assert (
        asked.typed_default(["contact"])
        == asked.typed_default(("contact",))
        == asked.typed_default("contact")
        == ["contact"]
    )
    assert asked.typed_default(None) == []
    for wrong in (True, 1, [1], {"contact": True}):
        with pytest.raises(AnswerRefused):
            asked.typed_default(wrong)


def test_page_ticks_what_was_understood_and_keeps_the_rest_as_typed():
    asked = question("multi_choice")
    assert asked.asked("联系方式") == ["contact"]
    assert asked.asked(["contact", "shoe_size"]) == ["contact", "shoe_size"]
    assert asked.asked(None) == []
