"""Where a letter speaks of a field: clauses that print it, clauses that it switches on, and their headings."""

import pytest

from letters.definitions.catalogue import letter_definitions
from letters.document.blocks import Document, Value
from letters.document.build import build_document
from letters.document.mentions import clauses, mentions
from letters.questions.answers import read_answers
from tests.answers import example_answers
from tests.definitions.vocabulary import FRONT, letter

SHARING = "# 甲\n\n- 一\n- {{checks}}次\n\n::: when sharing\n- 提供前告知\n- 留存记录\n:::\n\n# 乙\n\n- 再查{{checks}}次\n- 末\n"


def said(body: str, older: str = "", **typed) -> dict[str, list[str]]:
    """The clauses by field; `older` is the text that the letter had when it was frozen."""
    definition = letter(body, FRONT)
    answers = read_answers(definition, typed)
    frozen = letter(older or body, FRONT)
    document = build_document(frozen, read_answers(frozen, typed))
    found = mentions(document, definition, answers)
    return {key: [document.blocks[clause.index].text for clause in each] for key, each in found.items()}


def test_every_clause_that_prints_an_answer_or_its_gap():
    assert said(SHARING, checks="2")["checks"] == ["2.2次", "1.再查2次"]
    assert said(SHARING)["checks"] == ["2.［检查次数待填］次", "1.再查［检查次数待填］次"]


def test_the_clauses_that_an_answer_switches_on():
    assert said(SHARING, sharing="yes")["sharing"] == ["3.提供前告知", "4.留存记录"]
    assert "sharing" not in said(SHARING, sharing="no")


def test_a_clause_there_because_of_another_answer_is_not_its_own():
    body = "::: when not sharing\n- 未提供\n:::\n\n- 一\n"
    assert "sharing" not in said(body, sharing="no")


def test_an_older_text_is_searched_for_the_same_words():
    older = SHARING.replace("- 一\n", "").replace("留存记录", "留存五年")
    assert said(SHARING, older, sharing="yes")["sharing"] == ["2.提供前告知"]


def test_a_clause_knows_the_heading_above_it():
    definition = letter(SHARING, FRONT)
    document = build_document(definition, read_answers(definition, {}))
    found = {clause.block.text: clause.heading for clause in clauses(document)}
    assert found["1.一"].text == "一、甲"
    assert found["2.末"].text == "二、乙"
    assert found[document.title] is None


@pytest.mark.parametrize("letter_id", letter_definitions())
def test_every_duty_of_the_library_stands_in_a_clause(letter_id):
    definition = letter_definitions()[letter_id]
    answers = read_answers(definition, example_answers(letter_id))
    document: Document = build_document(definition, answers)
    found = mentions(document, definition, answers)
    promised = [field.key for field in definition.fields if field.duty and answers.values.get(field.key)]
    assert promised
    assert [key for key in promised if key not in found] == []
    printed = {run.field for block in document.blocks for run in block.runs if isinstance(run, Value)}
    assert printed
