"""Two revisions on one sheet, or one against the library's blank letter."""

from io import BytesIO
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
from django.urls import reverse

from letters.actions.comment import add_comment, reply_to
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
    """ux 28"""
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


def word_file(client, letter, revision, other) -> tuple[str, str]:
    """The text of the document and of its comments."""
    page = client.get(reverse("redline_file", args=[letter.pk, revision, other]))
    assert page.status_code == 200
    with ZipFile(BytesIO(page.content)) as file:
        names = file.namelist()
        parts = [
            file.read(name).decode() if name in names else "" for name in ("word/document.xml", "word/comments.xml")
        ]
    return parts[0], parts[1]


def test_it_is_taken_along_as_a_word_file_with_tracked_changes(legal, letter):
    """The note with which it was returned stands in the margin."""
    document, comments = word_file(legal, letter, 1, "2")
    assert "<w:ins " in document
    assert "<w:del " in document
    assert 'w:author="陈静"' in document
    assert "改。" in comments
    assert 'w:author="林涛"' in comments


def test_comments_of_both_revisions_go_along_with_their_replies(legal, letter, lintao, chenjing):
    earlier = letter.revisions.get(number=1).comments.get()
    add_comment(letter, by=lintao, revision=2, text="还差一处。", block=4)
    reply_to(earlier, by=chenjing, text="已改。")
    assert all(text in word_file(legal, letter, 2, "1")[1] for text in ("还差一处。", "改。", "已改。"))
    assert "改。" not in word_file(legal, letter, 2, "library")[1]


def test_its_name_says_what_it_is(legal, letter):
    page = legal.get(reverse("redline_file", args=[letter.pk, 2, "library"]))
    name = unquote(page.headers["Content-Disposition"])
    assert "消费者信息保护服务承诺书修订对照" in name
    assert name.endswith(".docx")


def test_a_letter_too_long_for_a_file_is_a_sentence(legal, letter, monkeypatch):
    monkeypatch.setattr("letters.writers.bounds.MOST_BLOCKS", 3)
    page = legal.get(reverse("redline_file", args=[letter.pk, 1, "2"]))
    assert page.status_code == 422
    assert "文件没有生成" in words(page)


@pytest.mark.parametrize("pair", [(1, "9"), (9, "library"), (1, "nothing")])
def test_there_is_no_file_of_a_revision_that_is_not_there(legal, letter, pair):
    assert legal.get(reverse("redline_file", args=[letter.pk, *pair])).status_code == 404
