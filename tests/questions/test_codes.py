"""Answers that are an official code."""

import pytest

from letters.questions.codes import identity_check, uscc_check
from tests.questions.fields import question
from tests.questions.refusals import code, refusal, sentence

REAL_CODES = (
    "91350100M000100Y43",
    "91110000802100433B",
    "914403001922038216",
    "91330100799655058B",
    "91440300708461136T",
)


@pytest.mark.parametrize("real", REAL_CODES)
def test_check_character_of_published_codes_fits(real):
    assert uscc_check(real[:17]) == real[17]
    assert question("uscc").doubts(real) == ()


@pytest.mark.parametrize(
    "typed",
    ["91350100m000100y43", "9135 0100 M000 100Y 43", "91350100-M000100Y4-3", "９１３５０１００Ｍ０００１００Ｙ４３"],
)
def test_code_is_brought_to_its_usual_spelling(typed):
    assert question("uscc").clean(typed) == "91350100M000100Y43"


def test_wrong_check_character_is_doubted_but_accepted():
    asked = question("uscc")
    value = asked.clean("91350100M000100Y44")
    assert value == "91350100M000100Y44"
    assert asked.doubts(value) == ("末位校验码与前 17 位对不上，对照营业执照核对一遍；核对无误可以继续。",)


def test_old_registration_number_is_refused_with_a_hint():
    assert (
        sentence(question("uscc"), "330100000012345") == "这是旧的 15 位注册号，填营业执照上 18 位的统一社会信用代码。"
    )


def test_wrong_length_and_wrong_letters_are_named():
    assert sentence(question("uscc"), "91350100M000100Y4") == "统一社会信用代码是 18 位，现在是 17 位。"
    assert "“IO”" in sentence(question("uscc"), "9135I100MO00100Y43")
    assert code(question("uscc"), "9135I100MO00100Y43") == "bad_characters"


def test_identity_number_is_checked():
    assert identity_check("11010519491231002") == "X"
    assert question("id_number").clean("11010519491231002x") == "11010519491231002X"
    assert question("id_number").clean("110105 19491231 002X") == "11010519491231002X"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("110105194912310021", "末位校验码"),
        ("11010519491331002X", "出生日期"),
        ("110105491231002", "15 位"),
        ("1101051949", "18 位"),
        ("X10105194912310021", "18 位"),
    ],
)
def test_wrong_identity_number_is_refused_without_repeating_it(typed, said):
    refused = refusal(question("id_number"), typed)
    assert said in refused.message
    assert typed not in refused.message


def test_identity_number_is_masked_on_pages_and_whole_in_the_letter():
    asked = question("id_number")
    assert asked.show("11010519491231002X") == "110105**********2X"
    assert asked.read("11010519491231002X") == "11010519491231002X"
