"""The plain text says what the letter says, and reads well in any editor."""

import pytest

from letters.document.blocks import Heading, Item, Text
from letters.writers.bounds import MOST_CHARACTERS, DocumentTooLong
from letters.writers.text import render_text
from tests.writers.sample_letter import letter_of, numbered_letter, sample_letter
from tests.writers.word_file import bare


def test_words_and_numbers_are_those_of_the_letter():
    assert bare(render_text(sample_letter())) == bare(sample_letter().text)


def test_opening_is_set_apart_and_the_text_indented():
    lines = render_text(sample_letter()).splitlines()
    assert lines[:9] == [
        "消费者信息保护服务承诺书",
        "",
        "承诺书编号：示科承诺〔2026〕1号",
        "",
        "承诺方：示例科技有限公司",
        "接收方：星河互联网平台运营（上海）有限公司",
        "",
        "　　示例科技有限公司（以下简称“本单位”）郑重承诺如下：",
        "",
    ]
    assert lines[9] == "　　一、基本事项"
    assert lines[10].startswith("　　（一）向第三方")


def test_signature_is_set_apart_and_flush():
    lines = render_text(sample_letter()).splitlines()
    assert lines[-7:-4] == ["　　附件：1.授权委托书", "", "承诺单位（盖章）：示例科技有限公司"]
    assert lines[-1] == "日期：______年____月____日"


def test_bare_numbers_do_not_run_into_the_words():
    text = render_text(numbered_letter(("1.", "1.1"), (1, 2)))
    assert text.splitlines()[-2:] == ["　　1.按本条执行。", "　　1.1 按本条执行。"]


@pytest.mark.parametrize("refused", ["\x00", "\x1b", "\ud800", "\ufffe"])
def test_characters_that_no_file_holds_are_dropped(refused):
    assert render_text(letter_of(Text(f"前{refused}后"))).encode() == "承诺书\n\n　　前后\n".encode()


def test_rare_characters_survive():
    assert "𠮷😀" in render_text(letter_of(Text("𠮷😀")))


def test_too_long_a_letter_is_refused():
    with pytest.raises(DocumentTooLong):
        render_text(letter_of(Text("甲" * MOST_CHARACTERS)))


def test_headings_of_lower_levels_follow_without_an_empty_line():
    document = numbered_letter(("一、", "（一）"), (1, 2, 1))
    assert isinstance(document.blocks[2], Heading | Item)
    assert render_text(document).count("\n\n") == 2
