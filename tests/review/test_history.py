"""The history: every event in words, newest first; revisions with their hashes; whoever was erased reads 已删除."""

import pytest
from django.urls import reverse

from letters.actions.comment import accept_suggestion, add_comment, settle_comment
from letters.actions.erase import erase_person
from letters.actions.return_ import return_letter
from letters.models import Event, Letter
from letters.models.trail import record
from letters.web.timeline import WORDS, timeline
from letters.workflow import Action, Status
from tests.review.pages import words
from tests.states import handed_in, letter_in, print_quickly, reread, submitted


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    print_quickly(monkeypatch)


@pytest.fixture
def letter(chenjing, lintao):
    """Returned with a suggestion, mended, handed in again."""
    letter = submitted(chenjing, incident_report_hours="72")
    comment = add_comment(letter, by=lintao, revision=1, text="按四小时改。", suggest=("incident_report_hours", "4"))
    letter = return_letter(letter, by=lintao, revision=1, note="见意见。")
    accept_suggestion(comment, by=chenjing, version=letter.version)
    settle_comment(comment, by=chenjing, settled=False)
    handed_in(reread(letter))
    return reread(letter)


def history(client, letter: Letter):
    return client.get(reverse("history", args=[letter.pk]))


def test_who_did_what_newest_first(as_person, lintao, letter):
    """ux 31"""
    told = [(each.who, each.what) for each in timeline(letter)]
    assert told == [
        ("陈静", "提交审核"),
        ("陈静", "重新打开意见"),
        ("陈静", "采纳建议"),
        ("林涛", "退回修改"),
        ("林涛", "写意见"),
        ("陈静", "提交审核"),
        ("陈静", "新建草稿"),
    ]
    page = words(history(as_person(lintao), letter))
    for sentence in ("按四小时改。", "见意见。", "采纳建议 向监管部门报告时限", "林涛：退回修改 第 1 版"):
        assert sentence in page


def test_revisions_bear_their_hashes_and_lead_to_what_changed(as_person, lintao, letter):
    page = history(as_person(lintao), letter)
    for revision in letter.revisions.all():
        assert revision.sha256 in words(page)
    assert "newer=2&amp;older=1" in page.content.decode()
    assert reverse("redline", args=[letter.pk, 1, "library"]) in page.content.decode()


def test_whoever_was_erased_reads_deleted_and_the_rest_stays(as_person, helei, letter, chenjing):
    erase_person(chenjing)
    told = timeline(letter)
    assert {each.who for each in told} == {"已删除", "林涛", "系统"}
    page = words(history(as_person(helei), letter))
    assert "陈静" not in page
    assert "已删除：提交审核" in page


@pytest.mark.parametrize("status", Status)
def test_every_event_of_a_whole_life_has_its_words(status, chenjing, lintao):
    letter = letter_in(status, chenjing, lintao)
    assert not [each.what for each in timeline(letter) if each.what.isascii()]


def test_every_action_of_the_table_has_its_words():
    assert set(Action) <= set(WORDS)


def test_an_event_of_a_later_program_is_shown_as_it_is(as_person, chenjing, letter):
    record(letter, "translate", by=None)
    assert Event.objects.filter(action="translate").exists()
    assert "系统：translate" in words(history(as_person(chenjing), letter))


def test_auditors_read_it_and_strangers_do_not(as_person, helei, zhoumin, wanghao, letter):
    assert history(as_person(helei), letter).status_code == 200
    for person in (zhoumin, wanghao):
        assert history(as_person(person), letter).status_code == 404


def test_the_letters_own_page_has_the_short_version(as_person, chenjing, letter):
    page = as_person(chenjing).get(letter.get_absolute_url())
    assert len(page.context["told"]) == 6
    assert "全部留痕" in words(page)
    assert "第 2 版" in words(page)


@pytest.mark.parametrize("count", [1, 30])
def test_it_takes_the_same_queries_however_long(as_person, lintao, letter, count, django_assert_num_queries):
    for _ in range(count):
        add_comment(letter, by=lintao, revision=2, text="再看。")
    client = as_person(lintao)
    with django_assert_num_queries(9):
        history(client, letter)
