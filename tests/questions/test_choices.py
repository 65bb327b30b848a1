"""Answers chosen from options, and yes or no."""

import pytest
from django import forms
from django.utils.translation import override

from letters.definitions.schema import Choice
from tests.questions.fields import CATEGORIES, STATUTES, question
from tests.questions.refusals import code, sentence


@pytest.mark.parametrize("typed", ["quarter", "每季度", "Quarterly", "quarterly", " 每 季度 "])
def test_option_is_known_by_key_and_by_label(typed):
    assert question("choice").clean(typed) == "quarter"
    assert question("choice").asked(typed) == "quarter"


def test_unknown_option_is_quoted_and_kept_on_the_page():
    assert sentence(question("choice"), "每周") == "选项中没有“每周”，从列出的选项里选择。"
    assert sentence(question("choice"), "周" * 999) == f"选项中没有“{'周' * 20}…”，从列出的选项里选择。"
    assert question("choice").asked("每周") == "每周"


def test_key_goes_before_the_label_of_another_option():
    choices = (Choice("other", "month", ""), Choice("month", "每月", ""))
    assert question("choice", choices=choices).clean("month") == "month"
    assert code(question("choice", choices=choices), "。") == "not_a_choice"


def test_option_is_read_in_chinese_and_shown_in_the_language_of_the_page():
    asked = question("choice")
    assert (asked.read("quarter"), asked.show("quarter")) == ("每季度", "每季度")
    with override("en"):
        assert (asked.read("quarter"), asked.show("quarter")) == ("每季度", "Quarterly")


def test_mark_of_a_sensitive_option_stays_out_of_the_letter():
    asked = question("choice", choices=CATEGORIES)
    assert asked.clean("行踪轨迹") == asked.clean("行踪轨迹（敏感）") == "location"
    assert (asked.read("location"), asked.show("location")) == ("行踪轨迹", "行踪轨迹（敏感）")


def test_statute_is_read_with_book_title_marks():
    asked = question("choice", choices=STATUTES, choices_are_statutes=True)
    assert asked.read(asked.clean("《中华人民共和国网络安全法》")) == "《中华人民共和国网络安全法》"
    assert asked.read("gbt_35273") == "《信息安全技术 个人信息安全规范》（GB/T 35273—2020，参照）"


def test_few_options_are_radios_and_many_a_list():
    many = tuple(Choice(f"k{number}", f"选项{number}", f"Option {number}") for number in range(8))
    assert isinstance(question("choice", choices=many[:7]).form_field().widget, forms.RadioSelect)
    listed = question("choice", choices=many).form_field().widget
    assert isinstance(listed, forms.Select)
    assert listed.choices[0] == ("", "选择一项")


def test_blank_form_shows_boxes():
    assert question("choice").blank() == "□每月　□每季度　□每年"
    assert question("yes_no").blank() == "□是　□否"


@pytest.mark.parametrize(
    ("typed", "value"), [("yes", True), ("是", True), ("True", True), ("no", False), ("否", False), ("false", False)]
)
def test_yes_and_no_are_understood(typed, value):
    assert question("yes_no").clean(typed) is value
    assert question("yes_no").asked(typed) == ("yes" if value else "no")


def test_anything_else_is_neither_yes_nor_no():
    assert sentence(question("yes_no"), "也许") == "“也许”不是“是”或“否”。"


def test_unanswered_yes_or_no_is_its_default_unless_required():
    assert question("yes_no", default=False).clean(None) is False
    assert question("yes_no", default=True).clean("") is True
    assert question("yes_no").clean(None) is None
    assert code(question("yes_no", default=True, required=True), None) == "missing"


def test_yes_and_no_are_typed_from_json_and_read():
    asked = question("yes_no")
    assert (asked.typed_default(True), asked.typed_default(False)) == ("yes", "no")
    assert (asked.read(True), asked.read(False)) == ("是", "否")
