"""Every letter of the library: it asks little at a time, builds whatever is answered, and has the form of its kind.

That it can be signed as the sample answers make it is what check_library proves: tests/management.
"""

import pytest

from letters.definitions.catalogue import letter_definitions
from letters.definitions.nodes import HeadingNode, ItemNode, ParagraphNode, Slot, Words, walk
from letters.document.blocks import Heading, Signature
from letters.document.build import build_blank_form, build_document
from letters.questions.answers import read_answers
from tests.answers import example_answers

LETTERS = tuple(letter_definitions())
SIGNED = tuple(key for key, definition in letter_definitions().items() if definition.signature)
POLICIES = tuple(key for key in LETTERS if key not in SIGNED)
BETWEEN_PARTIES = ("csq-6",)
LETTER_LENGTH, POLICY_LENGTH = (1_200, 3_300), (4_500, 8_500)
MOST_STEPS, MOST_QUESTIONS = 7, 7


@pytest.fixture(params=LETTERS)
def definition(request):
    return letter_definitions()[request.param]


def filled(definition, **changed):
    return build_document(definition, read_answers(definition, example_answers(definition.id, **changed)))


def test_it_asks_about_five_questions_a_step_in_at_most_seven_steps(definition):
    """ux 3"""
    assert len(definition.steps) <= MOST_STEPS
    assert max(len(definition.fields_of(step.key)) for step in definition.steps) <= MOST_QUESTIONS


def test_it_is_as_long_as_such_letters_are(definition):
    shortest, longest = LETTER_LENGTH if definition.signature else POLICY_LENGTH
    assert shortest <= len(filled(definition).text) <= longest


SWITCHES = ("choice", "yes_no", "multi_choice")


def test_no_switch_leaves_a_hole(definition):
    """Each way of answering each switch, the rest as in the examples: what is asked is answered, so no gap is left."""
    for field in definition.fields:
        if field.kind not in SWITCHES:
            continue
        options = ["yes", "no"] if field.kind == "yes_no" else [choice.key for choice in field.choices]
        for option in options:
            document = filled(definition, **{field.key: [option] if field.kind == "multi_choice" else option})
            assert not document.gaps, (field.key, option, document.gaps)


def test_optional_answers_left_out_leave_no_hole(definition):
    optional = {field.key: "" for field in definition.fields if not field.required and field.kind not in SWITCHES}
    assert not filled(definition, **optional).gaps


def test_every_blank_form_is_for_ink(definition):
    document = build_blank_form(definition)
    assert not document.gaps
    assert "_" in document.text
    assert "□" in document.text


def test_numbers_are_followed_by_the_unit_of_their_question(definition):
    for node in walk(definition.nodes):
        parts = getattr(node, "inlines", ())
        for part, following in zip(parts, (*parts, Words(""))[1:], strict=True):
            if isinstance(part, Slot) and definition.field(part.field).kind in (
                "integer",
                "decimal",
                "percent",
                "money",
            ):
                unit = definition.field(part.field).unit_zh.split("/")[0]
                assert isinstance(following, Words)
                assert following.text.startswith(unit), (part.field, unit, following.text)


def test_sentences_end_and_headings_do_not(definition):
    for node in walk(definition.nodes):
        if not getattr(node, "inlines", ()):
            continue
        last = node.inlines[-1]
        if isinstance(node, HeadingNode):
            assert isinstance(last, Words)
            assert last.text[-1] not in "。；：，、"
        elif isinstance(node, ItemNode | ParagraphNode) and isinstance(last, Words):
            assert last.text[-1] in "。；：", last.text


@pytest.mark.parametrize("letter_id", SIGNED)
def test_it_ends_with_the_official_block(letter_id):
    definition = letter_definitions()[letter_id]
    *_, last = filled(definition).blocks
    assert isinstance(last, Signature)
    labels = [line.number for line in last.lines]
    if letter_id in BETWEEN_PARTIES:
        assert labels[:4] == ["甲方（盖章）：", "甲方代表（签字）：", "乙方（盖章）：", "统一社会信用代码："]
    else:
        assert labels[:2] == ["承诺单位（盖章）：", "统一社会信用代码："]
    assert last.lines[-1].text == "日期：2026年11月22日"


@pytest.mark.parametrize("letter_id", POLICIES)
def test_a_policy_says_who_explains_it_and_from_when_it_holds_and_is_not_signed(letter_id):
    document = filled(letter_definitions()[letter_id])
    last_chapter = document.text[document.text.rindex("附则") :]
    assert "解释" in last_chapter
    assert "施行" in last_chapter
    assert "2027年1月1日" in last_chapter
    assert not any(isinstance(block, Signature) for block in document.blocks)


@pytest.mark.parametrize("letter_id", SIGNED)
def test_who_signs_decides_the_line_and_the_annex(letter_id):
    definition = letter_definitions()[letter_id]
    authorised = filled(definition, signatory_capacity="authorised")
    assert "授权代表（签字）：" in authorised.text
    assert "附件：授权委托书" in authorised.text
    assert "附件：" not in filled(definition).text
    assert "____年____月____日" in filled(definition, leave_date_blank="yes").text


@pytest.mark.parametrize(
    ("letter_id", "first"),
    [
        ("cip-1", ["一、基本事项", "二、行为规范"]),
        ("cip-2", ["1.承诺依据", "2.承诺目的"]),
        ("ipc-2", ["1.术语定义", "2.承诺范围"]),
    ],
)
def test_each_form_has_its_numbering(letter_id, first):
    document = filled(letter_definitions()[letter_id])
    headings = [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 1]
    assert headings[:2] == first


@pytest.mark.parametrize("letter_id", ["cip-2", "osp-4", "ipc-3"])
def test_a_letter_to_an_authority_has_no_compensation_or_dispute_clause(letter_id):
    text = filled(letter_definitions()[letter_id], recipient_kind="authority").text
    assert "仲裁" not in text
    assert "人民法院起诉" not in text.replace("向人民法院起诉的权利", "")
