"""Finding the class for a kind."""

import pytest

from letters.questions.registry import CLASSES, KINDS, UnknownKind
from tests.questions.fields import question


def test_every_class_is_found_by_its_own_kind():
    assert len(KINDS) == len(CLASSES) == 17
    assert all(type(question(kind)) is KINDS[kind] for kind in KINDS)


def test_unknown_kind_is_refused_by_name():
    with pytest.raises(UnknownKind, match="asked: 'colour' is not one of text"):
        question("colour")
