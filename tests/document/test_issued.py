"""The number of an issued letter stands in its own place, and never in that of another number."""

import pytest

from letters.definitions.catalogue import letter_definition
from letters.document.blocks import Document, NumberLine
from letters.document.build import build_document
from letters.document.issued import numbered
from letters.questions.answers import read_answers
from tests.answers import example_answers

NUMBER = "示科承诺〔2026〕1号"


def letter(letter_id: str) -> Document:
    definition = letter_definition(letter_id)
    return build_document(definition, read_answers(definition, example_answers(letter_id)))


@pytest.mark.parametrize(
    ("letter_id", "lines"),
    [
        ("cip-1", [NUMBER]),
        ("cip-3", [f"承诺书编号：{NUMBER}"]),
        ("csq-5", [NUMBER, "合同编号：SL-2026-0012"]),
        ("cpp-1", [NUMBER, "版本号：V1.0"]),
    ],
)
def test_the_number_has_a_line_under_the_title(letter_id, lines):
    title, *rest = numbered(letter(letter_id), NUMBER).blocks
    assert title == letter(letter_id).blocks[0]
    assert [block.text for block in rest[: len(lines)]] == lines
    assert [block for block in rest[len(lines) :] if isinstance(block, NumberLine)] == []
