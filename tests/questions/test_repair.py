"""Text clean-up: what is mended and said, and what is left alone."""

import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters.questions.repair import LINES_KEPT, half_width, mended, storable


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("a\x00b\x07c\x1bd\x7fe", "abcde"),
        ("一\ud800二\udfff", "一二"),
        ("一\ufdd0\ufffe\uffff\U0001fffe\U0010ffff二", "一二"),
        ("一\r\n二\r三\u2028四\u2029五\x85六", "一\n二\n三\n四\n五\n六"),
        ("留下\t制表符和 \n换行", "留下\t制表符和 \n换行"),
        ("𠮷䶮😀\ue000", "𠮷䶮😀\ue000"),
        ("\u200b\u202e", "\u200b\u202e"),
    ],
)
def test_only_what_no_database_can_hold_is_dropped_before_storing(typed, stored):
    assert storable(typed) == stored


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=[])))
def test_stored_text_is_utf8_and_json_and_does_not_change_again(typed):
    stored = storable(typed)
    assert json.loads(json.dumps(stored).encode()) == stored
    assert stored.encode().decode() == stored
    assert storable(stored) == stored


@pytest.mark.parametrize(
    ("typed", "text", "said"),
    [
        ("⼴州⽰例公司", "广州示例公司", "已把部首字形换成常用汉字。"),
        ("⻓沙⻋站⻔诊⻳", "长沙车站门诊龟", "已把部首字形换成常用汉字。"),
        ("示例\u200b科技\ufeff", "示例科技", "已去除不可见字符。"),
        ("示\x00例", "示例", "已去除不可见字符。"),
        ("ＡＢｃ１２３公司", "ABc123公司", "已把全角字母和数字改为半角。"),
        ("张 三\u3000丰\n子", "张三丰子", "已去除汉字之间的空格和换行。"),
        (" 示例 ", "示例", "已去除首尾空格。"),
        ("SL\n2026", "SL 2026", "已把换行和特殊空格改为普通空格。"),
        ("SL\t2026\xa01", "SL 2026 1", "已把换行和特殊空格改为普通空格。"),
        ("e\u0301", "é", "已把异体编码的字符改为标准编码。"),
        ("\uf9d1", "六", "已把异体编码的字符改为标准编码。"),
    ],
)
def test_each_repair_is_made_and_said(typed, text, said):
    assert mended(typed) == (text, (said,))


@pytest.mark.parametrize(
    "typed",
    [
        "杭州示例科技（有限合伙）",
        "示例①号，：；！％〔2026〕",
        "浙ICP备2026000000号",
        "GB/T 35273—2020",
        "𠮷䶮😀葛\U000e0100",
        "<script>alert(1)</script>",
        "{{entity_name}}",
        "=1+1",
        "示例 Example 科技",
    ],
)
def test_names_and_ordinary_text_are_left_alone(typed):
    assert mended(typed) == (typed, ())


def test_line_ends_of_a_browser_are_no_repair():
    assert mended("一\r\n二", LINES_KEPT) == ("一\n二", ())


def test_several_lines_lose_their_odd_blanks_and_keep_their_ends():
    assert mended("甲\t乙 \n\n  丙　丁", LINES_KEPT).text == "甲乙\n\n  丙丁"


def test_pasted_lines_of_a_name_are_joined():
    assert mended("杭州示例\n科技有限公司").text == "杭州示例科技有限公司"


def test_stacked_accents_do_not_keep_the_server_busy():
    assert len(mended("字" + "\u0301\u0323" * 50_000).text) == 100_001


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30))
def test_mended_text_is_composed_and_needs_no_second_repair(typed):
    for repairs in (LINES_KEPT, ()):
        once = mended(typed, repairs) if repairs else mended(typed)
        again = mended(once.text, repairs) if repairs else mended(once.text)
        assert again == (once.text, ())
        assert unicodedata.is_normalized("NFC", once.text)


def test_half_width_is_for_codes_and_takes_punctuation_too():
    assert half_width("ａ＠ｂ．ｃｎ　％～") == "a@b.cn %~"
