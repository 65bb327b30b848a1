"""Answers in words."""

import pytest

from tests.questions.fields import question
from tests.questions.refusals import code, sentence

LETTER_NUMBER = r"^[\u4e00-\u9fffA-Za-z]{2,12}〔20\d{2}〕[1-9]\d{0,3}号$"


def test_text_is_mended_and_says_so():
    name = question("text")
    assert name.clean(" 杭州 示例⼀ \u200b") == "杭州示例一"
    assert len(name.repairs(" 杭州 示例⼀ \u200b")) == 4


def test_brackets_of_a_company_name_stay_full_width():
    assert question("text").clean("示例（有限合伙）") == "示例（有限合伙）"


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", "{{entity_name}}", "=1+1", "𠮷䶮", "😀"])
def test_strange_text_is_ordinary_text(typed):
    assert question("text").clean(typed) == typed
    assert question("text").read(typed) == typed


def test_too_long_text_says_how_much_to_delete():
    asked = question("text", max_length=5)
    assert asked.clean("一二三四五") == "一二三四五"
    assert sentence(asked, "一二三四五六七") == "最多 5 个字，现在是 7 个字，删去 2 个字。"


@pytest.mark.parametrize(("kind", "longest"), [("text", 200), ("long_text", 2000)])
def test_field_without_a_length_has_the_usual_one(kind, longest):
    asked = question(kind, max_length=None)
    assert asked.clean("字" * longest)
    assert code(asked, "字" * (longest + 1)) == "too_long"


def test_decomposed_letters_count_once():
    assert question("text", max_length=2).clean("e\u0301e\u0301") == "éé"


def test_pattern_is_matched_after_the_repair_and_refused_with_the_example():
    asked = question("text", pattern=LETTER_NUMBER, example="示科承诺〔2026〕1号")
    assert asked.clean("示科承诺〔２０２６〕 1号".replace(" ", "")) == "示科承诺〔2026〕1号"
    assert sentence(asked, "示科承诺[2026]1号") == "“示科承诺[2026]1号”的写法不对，按“示科承诺〔2026〕1号”的样式填写。"
    assert code(asked, "示科承诺〔2026〕1号\n又一行") == "bad_format"


def test_several_lines_are_kept_and_read_as_one_sentence():
    asked = question("long_text")
    value = asked.clean("信息展示\r\n交易撮合。\r\n\r\n售后")
    assert value == "信息展示\n交易撮合。\n\n售后"
    assert asked.read(value) == "信息展示；交易撮合。售后"
    assert asked.show(value) == value


def test_room_for_ink_follows_the_length():
    assert len(question("text", max_length=10).blank()) == 8
    assert len(question("text", max_length=40).blank()) == 20
    assert len(question("text", max_length=120).blank()) == 32
    assert len(question("long_text", max_length=2000).blank()) == 112


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("客户服务外包合同", "《客户服务外包合同》"),
        ("《客户服务外包合同》", "《客户服务外包合同》"),
        ("关于开展治理的通知（浙市监网〔2026〕8号）", "《关于开展治理的通知》（浙市监网〔2026〕8号）"),
        ("《关于开展治理的通知》（浙市监网〔2026〕8号）", "《关于开展治理的通知》（浙市监网〔2026〕8号）"),
        ("某办法（试行）", "《某办法（试行）》"),
    ],
)
def test_a_document_is_read_between_title_marks(typed, read):
    asked = question("text", book_title=True)
    assert asked.read(asked.clean(typed)) == read
