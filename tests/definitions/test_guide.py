"""The guide: every way of answering ends at one letter, every letter is the end of some way, and the facts are true."""

import pytest

from letters.definitions.catalogue import LIBRARY, guide, letter_definitions
from letters.definitions.guide import follow, load_guide
from letters.definitions.schema import DefinitionError

MOST_QUESTIONS = 6


def ways(answers=None):
    """Every way of answering, to its end."""
    answers = answers or {}
    way = follow(guide(), answers)
    if not way.asked[-1].chosen:
        for option in way.asked[-1].options:
            yield from ways(answers | {way.asked[-1].question.key: option.key})
    else:
        yield answers, way


WAYS = list(ways())


@pytest.mark.parametrize(("answers", "way"), [pytest.param(*each, id="-".join(each[0].values())) for each in WAYS])
def test_every_way_ends_at_one_letter_with_its_reason(answers, way):
    assert len(way.left) == 1
    assert way.recommended.because_zh.endswith("。")
    assert way.recommended.because_en.endswith(".")
    assert [asked.chosen for asked in way.asked] == list(answers.values())
    assert len(way.asked) <= MOST_QUESTIONS


def test_every_letter_is_the_end_of_some_way():
    assert {way.recommended.letter for _, way in WAYS} == set(letter_definitions())


def test_no_question_is_asked_that_tells_nothing_apart():
    for _, way in WAYS:
        assert all(len(asked.options) > 1 for asked in way.asked)


def test_rivals_are_what_the_last_answer_left_behind():
    way = follow(guide(), {"to": "partner", "subject": "push", "phases": "yes"})
    assert way.recommended.letter == "ipc-3"
    assert [fit.letter for fit in way.rivals] == ["ipc-2"]


@pytest.mark.parametrize(
    "answers", [{}, {"to": ""}, {"to": "nobody"}, {"subject": "push"}, {"to": "\x00", "colour": "red"}]
)
def test_what_is_no_answer_leaves_the_first_question_open(answers):
    way = follow(guide(), answers)
    assert [(asked.question.key, asked.chosen) for asked in way.asked] == [("to", "")]
    assert way.recommended is None


def test_an_answer_to_what_is_no_longer_asked_is_left_out():
    way = follow(guide(), {"to": "inside", "subject": "policy", "phases": "yes"})
    assert way.recommended.letter == "cpp-1"
    assert [asked.question.key for asked in way.asked] == ["to", "subject"]


@pytest.mark.parametrize(
    ("fact", "field"),
    [
        (("phases", "yes"), "phase_1_deadline"),
        (("numbered", "yes"), "letter_number"),
        (("individual", "yes"), "promisor_type"),
        (("setting", "published"), "publicity_channel"),
        (("setting", "document"), "basis_document"),
        (("setting", "contract"), "contract_name"),
    ],
)
def test_what_the_guide_says_of_a_letter_is_what_the_letter_asks(fact, field):
    question, option = fact
    said = {fit.letter for fit in guide().fits if option in fit.options[question]}
    asked = {
        definition.id
        for definition in letter_definitions().values()
        if field in {known.key for known in definition.fields}
    }
    assert said == asked


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[letters.cip-1]", "[letters.cip-9]", "not those of the library"),
        ('to = ["inside", "public"]', 'to = ["moon"]', "cip-1: not options of to"),
        ('to = ["inside", "public"]', "to = []", "cip-1: not options of to"),
        ('to = ["inside", "public"]\n', "", "cip-1: missing or unknown keys: to"),
        ("because_en", "why_en", "missing or unknown keys"),
    ],
)
def test_a_wrong_guide_does_not_load_and_says_the_letter(tmp_path, old, new, words):
    path = tmp_path / "guide.toml"
    path.write_text((LIBRARY / "guide.toml").read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DefinitionError, match=words):
        load_guide(path, letter_definitions())
