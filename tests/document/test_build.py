"""Definition + answers → Document: clauses, numbers, slots, references, the signature block."""

from letters.document.blocks import (
    AnnexLine,
    Blank,
    Gap,
    Heading,
    Item,
    Paragraph,
    PartyLine,
    Signature,
    Text,
    Title,
    Value,
)
from letters.document.build import build_blank_form, build_document
from letters.questions.answers import read_answers
from tests.definitions.vocabulary import FRONT, letter

OPTIONAL = (
    "# 甲\n\n- 一\n\n::: when sharing\n- 提供给{{receiver}}\n:::\n\n- 二\n\n# 乙 {#second}\n\n见{{ref:second}}。\n"
)


def built(body: str, front: str = FRONT, **typed):
    definition = letter(body, front)
    return build_document(definition, read_answers(definition, typed))


def lines(document):
    return document.text.splitlines()


def test_values_are_printed_and_gaps_are_labelled():
    document = built("{{entity_name}}每日检查{{checks}}次。\n", entity_name="甲公司")
    assert document.blocks[1] == Paragraph(
        (Value("entity_name", "甲公司"), Text("每日检查"), Gap("checks", "检查次数"), Text("次。"))
    )
    assert lines(document)[1] == "甲公司每日检查［检查次数待填］次。"
    assert [gap.field for gap in document.gaps] == ["checks", "uscc"]


def test_a_refused_answer_is_a_gap():
    assert "［检查次数待填］" in built("{{checks}}次\n", checks="九十九次").text


def test_a_clause_switched_off_renumbers_the_rest():
    off = built(OPTIONAL)
    assert [block.text for block in off.blocks if isinstance(block, Item)] == ["1.一", "2.二"]
    on = built(OPTIONAL, sharing="yes", receiver="乙公司")
    assert [block.text for block in on.blocks if isinstance(block, Item)] == ["1.一", "2.提供给乙公司", "3.二"]


def items(body: str, **typed) -> list[str]:
    return [block.text for block in built(body, **typed).blocks if isinstance(block, Item)]


def test_a_clause_alone_under_its_heading_bears_no_number():
    document = built("# 甲\n\n- 一\n\n# 乙\n\n- 二\n- 三\n")
    assert Paragraph((Text("一"),)) in document.blocks
    assert items("# 甲\n\n- 一\n\n# 乙\n\n- 二\n- 三\n") == ["1.二", "2.三"]


def test_a_clause_is_alone_while_the_others_are_switched_off():
    body = "# 甲\n\n- 一\n\n::: when sharing\n- 提供给{{receiver}}\n:::\n"
    assert items(body) == []
    assert items(body, sharing="yes", receiver="乙公司") == ["1.一", "2.提供给乙公司"]


def test_a_clause_alone_with_clauses_below_it_keeps_its_number():
    assert items("# 甲\n\n- 一\n  - 二\n  - 三\n") == ["1.一", "（1）二", "（2）三"]
    assert items("# 甲\n\n- 一\n  - 二\n- 三\n") == ["1.一", "2.三"]
    assert items("# 甲\n\n- 一\n\n间隔。\n\n- 二\n") == ["1.一", "2.二"]


def test_a_hidden_answer_leaves_the_letter_and_comes_back():
    typed = {"sharing": "yes", "receiver": "乙公司"}
    assert "乙公司" in built(OPTIONAL, **typed).text
    assert "乙公司" not in built(OPTIONAL, **typed | {"sharing": "no"}).text
    assert "乙公司" in built(OPTIONAL, **typed).text


def test_a_hidden_answer_is_no_gap():
    assert "receiver" not in {gap.field for gap in built(OPTIONAL).gaps}


def test_lists_number_one_level_below_their_heading():
    document = built("# 甲\n\n- 一\n\n## 乙\n\n- 二\n  - 三\n")
    assert [(type(block), getattr(block, "level", 0), block.number) for block in document.blocks[1:5]] == [
        (Heading, 1, "一、"),
        (Item, 2, "1."),
        (Heading, 2, "2."),
        (Item, 3, "（1）"),
    ]


def test_references_follow_the_numbers():
    assert "见第二部分。" in lines(built(OPTIONAL))


def test_title_party_and_annex_lines():
    document = built(
        "::: parties\n承诺方：{{entity_name}}\n:::\n\n甲\n\n::: annex\n附件：授权委托书\n:::\n", entity_name="甲公司"
    )
    assert [type(block) for block in document.blocks] == [Title, PartyLine, Paragraph, AnnexLine, Signature]


def test_the_signature_block_names_the_company_and_its_code():
    document = built("甲\n", entity_name="甲公司", uscc="91350100M000100Y43")
    assert document.blocks[-1].text.split("\n") == ["承诺单位（盖章）：甲公司", "统一社会信用代码：91350100M000100Y43"]
    assert document.author == "甲公司"


def test_a_blank_form_has_rules_and_boxes_but_no_gaps():
    document = build_blank_form(letter(OPTIONAL))
    assert not document.gaps
    assert [block.text for block in document.blocks if isinstance(block, Item)][:2] == [
        "1.一",
        "2.□提供给" + document.blocks[3].runs[2].text,
    ]
    assert isinstance(document.blocks[3].runs[2], Blank)
    assert set(document.blocks[3].runs[2].text) == {"_"}


def test_a_blank_form_prints_the_filled_wording_and_not_its_stand_in():
    body = "::: when remark filled\n备注{{remark}}。\n:::\n\n::: when not remark filled\n没有备注。\n:::\n"
    text = build_blank_form(letter(body)).text
    assert "备注_" in text
    assert "没有备注" not in text


def test_boxes_show_every_option_with_the_chosen_ticked():
    assert "☑联系方式　□医疗健康" in built("{{boxes:kinds}}\n", kinds=["contact"]).text
    assert "［信息类别待填］" in built("{{boxes:kinds}}\n").text
