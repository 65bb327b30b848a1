"""Two revisions on one sheet, or one against the library's blank letter."""

import pytest
from django.urls import reverse

from letters.actions.return_ import return_letter
from letters.models.drafting import save_answers
from tests.review.pages import words
from tests.states import finished, handed_in, reread, submitted


@pytest.fixture
def letter(chenjing, lintao):
    letter = submitted(chenjing, incident_report_hours="72")
    letter = return_letter(letter, by=lintao, revision=1, note="改。")
    save_answers(letter, {"incident_report_hours": "4"}, by=chenjing, version=letter.version)
    handed_in(reread(letter))
    return reread(letter)


@pytest.fixture
def legal(as_person, lintao):
    return as_person(lintao)


def redline(client, letter, revision, other, query=""):
    return client.get(reverse("redline", args=[letter.pk, revision, other]) + query)


@pytest.mark.parametrize("pair", [(1, 2), (2, 1)])
def test_what_changed_is_marked_whichever_comes_first(legal, letter, pair):
    """ux 28"""
    page = redline(legal, letter, *pair)
    assert "第 1 版 → 第 2 版" in words(page)
    assert "删除：72 新增：4" in words(page).replace("删除： ", "删除：").replace("72新增", "72 新增")
    assert "1 处改动" in words(page)


def test_against_the_blank_letter_of_the_library(legal, letter):
    page = redline(legal, letter, 2, "library")
    assert "范本 → 第 2 版" in words(page)
    assert page.content.decode().count("<ins>") > 3


def test_a_revision_against_itself_says_that_nothing_changed(legal, letter):
    assert "完全相同" in words(redline(legal, letter, 1, "1"))


def test_only_what_changed_can_be_asked_for_in_the_address(legal, letter):
    """ux 28"""
    assert " checked" in redline(legal, letter, 1, 2, "?only=changes").content.decode()
    assert " checked" not in redline(legal, letter, 1, 2).content.decode()


def test_two_lists_choose_what_is_compared(legal, letter):
    choose = reverse("redline_choose", args=[letter.pk])
    assert legal.get(choose).url == reverse("redline", args=[letter.pk, 1, "2"])
    assert legal.get(choose, {"older": "2", "newer": "1"}).url == reverse("redline", args=[letter.pk, 1, "2"])
    assert legal.get(choose, {"older": "library", "newer": "1"}).url == reverse(
        "redline", args=[letter.pk, 1, "library"]
    )


def test_a_first_revision_is_compared_with_the_library(legal, chenjing):
    letter = submitted(chenjing)
    assert legal.get(reverse("redline_choose", args=[letter.pk])).url.endswith("/compare/1/library/")


@pytest.mark.parametrize("pair", [(1, "9"), (9, "1"), (1, "nothing"), (0, "library"), (10**20, "1"), (1, "1" * 30)])
def test_a_revision_that_is_not_there(legal, letter, pair):
    assert redline(legal, letter, *pair).status_code == 404


@pytest.mark.parametrize("query", [{"older": "9"}, {"newer": "library"}, {"older": "x", "newer": "\x00"}])
def test_a_choice_that_no_page_offers(legal, letter, query):
    assert legal.get(reverse("redline_choose", args=[letter.pk]), query).status_code == 404


def test_a_draft_that_was_never_handed_in_has_nothing_to_compare(as_person, chenjing):
    letter = finished(chenjing)
    client = as_person(chenjing)
    assert client.get(reverse("redline_choose", args=[letter.pk])).url == letter.get_absolute_url()


def test_auditors_compare_and_strangers_do_not(as_person, helei, zhoumin, letter):
    assert redline(as_person(helei), letter, 1, 2).status_code == 200
    assert redline(as_person(zhoumin), letter, 1, 2).status_code == 404
