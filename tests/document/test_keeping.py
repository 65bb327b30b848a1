"""What stays on one page with what follows: headings, lines that lead in, and words with every signature."""

from letters.document.blocks import AnnexLine, Heading, Item, Paragraph, Signature, Text, Title, Verification
from letters.document.keeping import kept_with_next

LONG = "本承诺书不排除或者限制本单位依法承担的责任，不影响消费者向有关部门投诉、举报的权利。"
TITLE, SIGNATURE = Title((Text("承诺书"),)), Signature(())
CODE = Verification("7K3M-QX9T", "https://example.cn/verify/7K3MQX9T/")


def words(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def kept(*blocks) -> list[str]:
    return [blocks[position].text for position in sorted(kept_with_next(blocks))]


def test_title_headings_and_lines_that_lead_in_stay_with_the_next():
    leading = Item(2, "1.", (Text("遵守下列要求："),))
    assert kept(
        TITLE, Heading(1, "一、", (Text("总则"),)), leading, Item(3, "（1）", (Text("甲。"),)), words("乙。")
    ) == [
        "承诺书",
        "一、总则",
        "1.遵守下列要求：",
    ]


def test_closing_words_bring_the_paragraph_before_them_to_the_signature():
    assert kept(words("甲。"), words(LONG), words("特此承诺。"), SIGNATURE) == [LONG, "特此承诺。"]


def test_a_long_last_paragraph_is_company_enough():
    assert kept(words("甲。"), words(LONG), SIGNATURE) == [LONG]


def test_annexes_signature_and_code_stay_together():
    annex = AnnexLine((Text("附件：授权委托书"),))
    assert kept(words(LONG), words("特此承诺。"), annex, SIGNATURE, CODE) == [LONG, "特此承诺。", annex.text, ""]


def test_a_code_alone_has_the_last_paragraph_with_it():
    assert kept(words("甲。"), words(LONG), CODE) == [LONG]


def test_text_without_an_end_is_free():
    assert kept(words("甲。"), words("乙。")) == []
    assert kept() == []
