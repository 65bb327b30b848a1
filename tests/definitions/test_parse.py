"""Letter source → definition, and every way in which a letter file can be wrong."""

import pytest

from letters.definitions.conditions import Compare, Not
from letters.definitions.nodes import HeadingNode, ItemNode, LineNode, ParagraphNode, Ref, Slot, WhenNode, Words
from letters.definitions.schema import DefinitionError
from tests.definitions.vocabulary import FRONT, letter

BODY_LINE = FRONT.count("\n") + 1


def test_paragraph_with_slots_and_defined_term():
    nodes = letter("本单位{{entity_name}}，每日检查**安全**{{checks}}次。\n").nodes
    assert nodes == (
        ParagraphNode(
            (
                Words("本单位"),
                Slot("entity_name"),
                Words("，每日检查"),
                Words("安全", strong=True),
                Slot("checks"),
                Words("次。"),
            )
        ),
    )


def test_line_breaks_inside_a_paragraph_join_without_blank():
    assert letter("第一行，\n第二行。\n").nodes == (ParagraphNode((Words("第一行，"), Words("第二行。"))),)


def test_headings_lists_and_names():
    nodes = letter("# 基本事项 {#basic}\n\n- 甲\n  - 乙\n\n见{{ref:basic}}。\n").nodes
    assert nodes[0] == HeadingNode(1, (Words("基本事项"),), "basic")
    assert nodes[1:3] == (ItemNode(1, (Words("甲"),)), ItemNode(2, (Words("乙"),)))
    assert Ref("basic") in nodes[3].inlines


def test_optional_clauses_nest_and_carry_their_condition():
    (clause,) = letter(":::: when sharing\n::: when not kinds includes health\n- 甲\n:::\n::::\n").nodes
    assert clause.condition == Compare("sharing", "is", (True,))
    assert clause.nodes[0] == WhenNode(Not(Compare("kinds", "includes", ("health",))), (ItemNode(1, (Words("甲"),)),))


def test_lines_outside_the_numbered_text():
    nodes = letter("::: parties\n承诺方：{{entity_name}}\n\n接收方：乙\n:::\n").nodes
    assert [node.role for node in nodes] == ["parties", "parties"]
    assert isinstance(nodes[0], LineNode)


def test_fields_come_from_slots_conditions_and_signature_in_the_order_of_the_vocabulary():
    definition = letter("{{checks}}\n\n::: when remark filled\n甲\n:::\n")
    assert [field.key for field in definition.fields] == ["entity_name", "uscc", "checks", "remark"]
    assert [step.key for step in definition.steps] == ["parties", "data", "signing"]


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("甲\n\n{{nobody}}\n", 2, "unknown field: nobody"),
        ("{{Entity Name}}\n", 0, "not a field name"),
        ("{{ }}\n", 0, "not a field name"),
        ("甲\n\n::: when nobody\n甲\n:::\n", 2, "unknown field: nobody"),
        ("::: when sharing maybe\n甲\n:::\n", 0, "not a condition"),
        ("::: when kinds includes money\n甲\n:::\n", 0, "no such choice: money"),
        ("# 甲\n\n{{ref:nowhere}}\n", 2, "unknown clause: {{ref:nowhere}}"),
        ("::: when sharing\n# 甲 {#a}\n:::\n\n{{ref:a}}\n", 4, "points into an optional clause"),
        ("# 甲\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", 2, "cannot hold table"),
        ("1. 甲\n", 0, "cannot hold ordered_list"),
        ("> 甲\n", 0, "cannot hold blockquote"),
        ("<b>甲</b>\n", 0, "cannot hold html_inline"),
        ("[甲](https://example.cn)\n", 0, "cannot hold link"),
        ("`甲`\n", 0, "cannot hold code_inline"),
        ("*甲*\n", 0, "cannot hold em"),
        ("    甲\n", 0, "cannot hold code_block"),
        ("甲\n\n---\n", 2, "cannot hold hr"),
    ],
)
def test_a_wrong_body_does_not_load_and_says_line_and_name(body, line, words):
    with pytest.raises(DefinitionError) as refused:
        letter(body)
    assert words in str(refused.value)
    assert (refused.value.path, refused.value.line) == ("test-1.md", BODY_LINE + line)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('statutes = ["pipl"]', 'statutes = ["nolaw"]', "unknown statute: nolaw"),
        ('signature = ["entity_name", "uscc"]', 'signature = ["nobody"]', "unknown field: nobody"),
        ('numbering = ["一、", "1.", "（1）"]', 'numbering = ["甲."]', "unknown numbering style: 甲."),
        ("version = 3", 'version = "3"', "version is not of the right kind"),
        ("version = 3", "version = 3\ncolour = 1", "unknown key: colour"),
        ("version = 3", "version = = 3", "Invalid value"),
    ],
)
def test_a_wrong_front_matter_does_not_load_and_says_the_line(old, new, words):
    with pytest.raises(DefinitionError) as refused:
        letter("甲\n", FRONT.replace(old, new))
    assert words in str(refused.value)
    wanted = next(
        place for place, line in enumerate(FRONT.replace(old, new).split("\n"), 1) if new.split("\n")[-1] in line
    )
    assert refused.value.line == wanted


def test_a_letter_without_front_matter_does_not_load():
    with pytest.raises(DefinitionError, match=r"test-1.md:1: .*\+\+\+"):
        letter("甲\n", front="")


def test_a_missing_key_is_named():
    with pytest.raises(DefinitionError, match="missing key: purpose"):
        letter("甲\n", FRONT.replace('purpose = "测试时选用。"\n', ""))


def test_two_headings_of_one_name_are_refused():
    with pytest.raises(DefinitionError, match="two headings have one name: a"):
        letter("# 甲 {#a}\n\n# 乙 {#a}\n")


def test_a_default_for_a_field_not_used_is_refused():
    with pytest.raises(DefinitionError, match="does not use: remark"):
        letter(
            "甲\n",
            FRONT.replace("+++\n", '[defaults]\nremark = "x"\n+++\n').replace(
                '[defaults]\nremark = "x"\n+++', "+++", 1
            ),
        )


def test_a_letter_may_ask_a_field_in_another_step():
    front = FRONT.replace("+++\n", "", 1).replace("+++\n", '[steps]\nchecks = "signing"\n+++\n')
    definition = letter("{{checks}}\n", "+++\n" + front)
    assert [field.key for field in definition.fields_of("signing")] == ["checks"]
    assert definition.fields[-1].key == "checks"


@pytest.mark.parametrize(
    ("steps", "words"),
    [('checks = "nowhere"', "unknown step"), ('nobody = "data"', "unknown field"), ('remark = "data"', "does not use")],
)
def test_a_wrong_step_is_refused(steps, words):
    front = "+++\n" + FRONT.replace("+++\n", "", 1).replace("+++\n", f"[steps]\n{steps}\n+++\n")
    with pytest.raises(DefinitionError, match=words):
        letter("{{checks}}\n", front)


def test_boxes_are_for_fields_with_choices():
    with pytest.raises(DefinitionError, match="boxes for a field without choices: checks"):
        letter("{{boxes:checks}}\n")


def with_tables(tables: str) -> str:
    begin, end = FRONT.rsplit("+++\n", 1)
    return f"{begin}\n{tables}+++\n{end}"


def test_an_example_goes_before_the_default_of_the_letter_and_the_vocabulary():
    body = "{{entity_name}}每日检查{{checks}}次。\n"
    both = letter(body, with_tables("[defaults]\nchecks = 3\n\n[examples]\nchecks = 4\n"))
    assert (both.default_of("checks"), both.example_of("checks")) == (3, 4)
    assert letter(body, with_tables("[defaults]\nchecks = 3\n")).example_of("checks") == 3
    assert letter(body).example_of("checks") == 2
    assert letter(body).example_of("entity_name") is None


def test_an_example_for_a_field_that_is_not_used_is_refused():
    with pytest.raises(DefinitionError, match="does not use: checks"):
        letter("{{entity_name}}\n", with_tables("[examples]\nchecks = 3\n"))
