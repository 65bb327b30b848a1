"""Saying no: one ready sentence, and quotations that stay short."""

from letters.questions.refusal import AnswerRefused, quoted


def test_sentence_is_ready_with_its_words():
    refused = AnswerRefused("最多 %(max)s 个字。", "too_long", max=5)
    assert (str(refused), refused.message, refused.code) == ("最多 5 个字。", "最多 5 个字。", "too_long")


def test_sentence_without_words_may_hold_a_percent_sign():
    assert str(AnswerRefused("不写 100%。", "bad_format")) == "不写 100%。"


def test_quotation_is_one_short_storable_line():
    assert quoted("一\n二\x00") == "一 二"
    assert quoted("字" * 100_000) == "字" * 20 + "…"
