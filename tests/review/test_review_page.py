"""The review page: findings, letter, answers with what changed, duties, and its budget of queries."""

import re

import pytest
from django.utils import timezone

from letters.actions.return_ import return_letter
from letters.models import Comment
from letters.models.drafting import save_answers
from tests.review.pages import read, review_url, words
from tests.states import finished, handed_in, reread, submitted

MOST_QUERIES = 12


@pytest.fixture
def letter(chenjing):
    return submitted(chenjing, "cip-2", incident_report_hours="72")


@pytest.fixture
def legal(as_person, lintao):
    return as_person(lintao)


def test_findings_stand_on_top_with_the_authors_reasons(legal, letter):
    """ux 29, 22"""
    page = read(legal, letter)
    assert "与法定要求不符 " in page
    assert "起草人的理由：合同另有约定" in page
    assert page.index("合同另有约定") < page.index("特此承诺")


def test_each_finding_with_a_reason_is_ticked_by_whoever_decides(legal, as_person, letter, chenjing):
    assert legal.get(review_url(letter)).content.decode().count('name="seen"') == 1
    assert 'name="seen"' not in as_person(chenjing).get(review_url(letter)).content.decode()


def test_the_letter_is_the_frozen_one(legal, letter):
    revision = letter.revisions.get()
    page = legal.get(review_url(letter)).content.decode()
    assert len(re.findall(r'id="clause-\d+"', page)) == len(revision.document["blocks"])
    shown = re.search(r'<article class="letter".*?</article>', page, re.DOTALL)[0]
    shown = re.sub(r'<p class="clause-notes".*?</p>', "", shown, flags=re.DOTALL)
    assert "".join(re.sub(r"<[^>]*>", "", shown).split()) == "".join(revision.text.split())


def test_an_answer_that_changed_is_marked_with_what_it_was(legal, letter, chenjing, lintao):
    """ux 29"""
    return_letter(letter, by=lintao, revision=1, note="改。")
    changed = reread(letter)
    save_answers(changed, {"incident_report_hours": "4"}, by=chenjing, version=changed.version)
    handed_in(reread(letter))
    page = read(legal, letter)
    assert "比第 1 版改动 1 处" in page
    assert re.search(r"向监管部门报告时限 已改 原为：72 ?小时 现为：4 ?小时", page)
    assert page.count("已改") == 1


def test_a_first_revision_has_no_change_marked(legal, letter):
    assert "已改" not in read(legal, letter)


def test_the_duties_are_listed(legal, letter):
    assert "这份承诺书承诺了什么" in read(legal, letter)


def test_an_older_revision_is_read_and_not_decided(legal, letter, chenjing, lintao):
    return_letter(letter, by=lintao, revision=1, note="改。")
    handed_in(reread(letter))
    page = legal.get(review_url(letter, "?revision=1"))
    assert "这是第 1 版，最新是第 2 版" in words(page)
    assert "/approve/" not in page.content.decode()
    assert 'id="write"' not in page.content.decode()


@pytest.mark.parametrize("query", ["?revision=7", "?revision=999999999"])
def test_a_revision_that_is_not_there(legal, letter, query):
    assert legal.get(review_url(letter, query)).status_code == 404


@pytest.mark.parametrize("query", ["?revision=0", "?revision=x", "?block=9999", "?block=-1", "?open", "?seen=%00"])
def test_an_address_with_nonsense_still_opens(legal, letter, query):
    assert legal.get(review_url(letter, query)).status_code == 200


def test_a_draft_that_was_never_handed_in_has_no_review(as_person, chenjing):
    letter = finished(chenjing)
    assert as_person(chenjing).get(review_url(letter)).url == letter.get_absolute_url()


def test_the_author_reads_the_same_page(as_person, letter, chenjing):
    page = read(as_person(chenjing), letter)
    assert "撤回" in page
    assert "起草人的理由" in page


def test_in_english_the_page_is_english(legal, letter):
    legal.cookies["django_language"] = "en"
    assert legal.get(review_url(letter)).headers["Content-Language"] == "en"


def test_two_hundred_comments_cost_no_more_queries(legal, letter, lintao, chenjing, django_assert_max_num_queries):
    """Of two revisions, half of them with replies, so that clauses of the first are looked for in the second."""
    now, first = timezone.now(), letter.revisions.get()
    return_letter(letter, by=lintao, revision=1, note="改。")
    handed_in(reread(letter))
    second = letter.revisions.get(number=2)
    blocks = len(first.document["blocks"])
    for number in range(100):
        revision, by = (first, lintao) if number % 2 else (second, chenjing)
        made = Comment.objects.create(revision=revision, block=number % blocks, text=f"第 {number} 条", by=by, at=now)
        Comment.objects.create(revision=revision, parent=made, text="回复", by=lintao, at=now)
    with django_assert_max_num_queries(MOST_QUERIES):
        page = legal.get(review_url(letter))
    assert len(page.context["threads"]) == 101
    assert words(page).count("回复 ") >= 100
