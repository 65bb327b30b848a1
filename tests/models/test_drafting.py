"""Starting, saving, copying and binning a letter: nothing is overwritten unseen."""

import pytest
from django.db import IntegrityError, transaction

from letters.definitions.catalogue import letter_definition
from letters.models import Letter
from letters.models.drafting import SaveRefused, copy_letter, put_in_bin, save_answers, start_letter, take_out_of_bin
from letters.workflow import EDITABLE, Status
from tests.answers import example_answers
from tests.states import letter_in, print_quickly


@pytest.fixture
def letter(chenjing):
    return start_letter(letter_definition("cip-1"), by=chenjing)


def stored(letter: Letter) -> Letter:
    return Letter.objects.get(pk=letter.pk)


def test_a_new_letter_is_an_empty_draft_of_its_author(letter, chenjing):
    assert (letter.status, letter.version, letter.answers) == (Status.DRAFT, 1, {})
    assert letter.owner == letter.updated_by == chenjing
    assert (letter.steps_done, letter.steps_total) == (0, len(letter.definition.steps))


def test_a_save_keeps_other_answers_raises_the_version_and_says_who(letter, wanghao):
    save_answers(letter, {"work_name": "甲"}, by=letter.owner, version=1)
    save_answers(letter, {"entity_name": "杭州示例科技有限公司"}, by=wanghao, version=2)
    saved = stored(letter)
    assert saved.answers == {"work_name": "甲", "entity_name": "杭州示例科技有限公司"}
    assert (saved.version, saved.updated_by) == (3, wanghao)
    assert (saved.company, saved.company_key.split()[0]) == ("杭州示例科技有限公司", "hang2")


def test_the_letter_in_hand_is_what_was_saved(letter):
    save_answers(letter, {"entity_name": "甲公司"}, by=letter.owner, version=1)
    for name in ("answers", "version", "company", "steps_done", "updated_at"):
        assert getattr(letter, name) == getattr(stored(letter), name)


def test_a_stale_version_is_refused_with_the_current_letter_and_changes_nothing(letter, wanghao):
    save_answers(letter, {"work_name": "先到"}, by=wanghao, version=1)
    with pytest.raises(SaveRefused) as refused:
        save_answers(letter, {"work_name": "后到"}, by=letter.owner, version=1)
    assert refused.value.current.updated_by == wanghao
    assert stored(letter).answers == {"work_name": "先到"}


@pytest.mark.parametrize("status", [status for status in Status if status not in EDITABLE])
def test_only_drafts_and_returned_letters_can_be_saved(chenjing, lintao, status, monkeypatch):
    print_quickly(monkeypatch)
    letter = letter_in(status, chenjing, lintao)
    with pytest.raises(SaveRefused):
        save_answers(letter, {"work_name": "甲"}, by=chenjing, version=letter.version)
    assert stored(letter).answers == letter.answers


def test_progress_is_stored_with_every_save(letter):
    save_answers(letter, example_answers("cip-1"), by=letter.owner, version=1)
    saved = stored(letter)
    assert saved.steps_done == saved.steps_total == saved.journey.done


def test_a_copy_is_a_draft_of_whoever_copies(letter, wanghao):
    save_answers(letter, {"work_name": "甲"}, by=letter.owner, version=1)
    made = copy_letter(letter, by=wanghao)
    assert (made.owner, made.answers, made.status, made.version) == (wanghao, {"work_name": "甲"}, Status.DRAFT, 1)
    save_answers(made, {"work_name": "乙"}, by=wanghao, version=1)
    assert stored(letter).answers == {"work_name": "甲"}


def test_the_bin_takes_drafts_and_gives_them_back(letter):
    assert put_in_bin(letter, by=letter.owner)
    assert not Letter.objects.kept().exists()
    with pytest.raises(SaveRefused):
        save_answers(letter, {"work_name": "甲"}, by=letter.owner, version=1)
    take_out_of_bin(letter, by=letter.owner)
    assert Letter.objects.kept().get() == letter


@pytest.mark.parametrize("status", [status for status in Status if status not in EDITABLE])
def test_a_letter_that_was_handed_in_is_never_binned(chenjing, lintao, status, monkeypatch):
    print_quickly(monkeypatch)
    letter = letter_in(status, chenjing, lintao)
    assert not put_in_bin(letter, by=chenjing)
    assert stored(letter).deleted_at is None


def test_the_database_refuses_an_unknown_state(letter):
    with pytest.raises(IntegrityError), transaction.atomic():
        Letter.objects.filter(pk=letter.pk).update(status="signed")


def test_people_with_letters_cannot_be_deleted(letter):
    with pytest.raises(IntegrityError):
        letter.owner.delete()
