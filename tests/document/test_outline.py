"""The English outline: every section in the order of the letter, with its number and the questions asked in it."""

import re

import pytest

from letters.definitions.catalogue import letter_definitions
from letters.definitions.outline import headings_without_outline
from letters.definitions.schema import DefinitionError
from letters.document.build import build_blank_form, build_document
from letters.document.outline import outline
from letters.questions.answers import read_answers
from tests.answers import example_answers
from tests.definitions.vocabulary import FRONT, letter

BODY = "前言{{entity_name}}。\n\n# 甲\n\n- {{checks}}次\n- 再{{checks}}次，{{remark}}\n\n::: when sharing\n## 乙 {#second}\n\n见{{receiver}}。\n:::\n"
LINES = '[outline]\n"甲" = ["First", "How often."]\n"乙" = ["Second", "To whom."]\n'
OUTLINED = FRONT.replace("\n+++\n", f"\n{LINES}+++\n")
FIGURE = re.compile(r"\d")


def sections(front: str = OUTLINED, **typed):
    definition = letter(BODY, front)
    return outline(build_document(definition, read_answers(definition, typed)), definition)


def test_a_section_says_its_number_its_english_and_what_is_asked_in_it():
    (first,) = sections()
    assert (first.number, first.title_zh, first.title_en, first.says_en) == ("一、", "甲", "First", "How often.")
    assert [field.key for field in first.asked] == ["checks", "remark"]


def test_a_section_that_is_switched_off_is_not_there():
    assert [section.title_en for section in sections(sharing="yes")] == ["First", "Second"]
    assert [section.level for section in sections(sharing="yes")] == [1, 2]


def test_it_points_to_the_block_of_the_heading():
    definition = letter(BODY, OUTLINED)
    document = build_document(definition, read_answers(definition, {"sharing": "yes"}))
    for section in outline(document, definition):
        assert document.blocks[section.index].text.endswith(section.title_zh)


def test_a_heading_without_english_keeps_its_place():
    (first,) = sections(FRONT)
    assert (first.title_zh, first.title_en) == ("甲", "")
    assert headings_without_outline(letter(BODY, FRONT)) == ("甲", "乙")
    assert headings_without_outline(letter(BODY, OUTLINED)) == ()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('"丙" = ["Third", "Nothing."]', "outline of a heading that the letter does not have: 丙"),
        ('"甲" = ["First"]', "the outline wants an English heading and a line: 甲"),
        ('"甲" = ["", "How often."]', "the outline wants an English heading and a line: 甲"),
        ('"甲" = "First"', "the outline wants an English heading and a line: 甲"),
    ],
)
def test_a_wrong_outline_does_not_load_and_says_where(line, reason):
    front = FRONT.replace("\n+++\n", f"\n[outline]\n{line}\n+++\n")
    with pytest.raises(DefinitionError) as raised:
        letter(BODY, front)
    assert raised.value.message == reason
    assert front.splitlines()[raised.value.line - 1] == line


def test_the_outline_changes_nothing_that_is_printed():
    plain, outlined = letter(BODY, FRONT), letter(BODY, OUTLINED)
    assert build_blank_form(plain) == build_blank_form(outlined)


@pytest.mark.parametrize("letter_id", letter_definitions())
def test_every_section_of_the_library_is_in_the_outline(letter_id):
    definition = letter_definitions()[letter_id]
    assert headings_without_outline(definition) == ()
    document = build_document(definition, read_answers(definition, example_answers(letter_id)))
    found = outline(document, definition)
    assert found
    for section in found:
        assert section.title_en.isascii()
        assert section.says_en.endswith(".")
        # What is filled in is the company's: the outline names no figure of its own but the number of a phase.
        assert not FIGURE.search(section.says_en)
