"""What waits for legal: the oldest first, with counts, and what needs attention in each."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from letters.actions.comment import add_comment
from letters.models.family import FamilyRule
from tests.review.pages import words
from tests.states import approve, approved, finished, handed_in, reread, submitted

QUEUE = "/review/"


@pytest.fixture
def legal(as_person, lintao):
    return as_person(lintao)


def waiting(client, query: str = "") -> list[str]:
    return [row.letter.company for row in client.get(QUEUE + query).context["rows"]]


def test_the_oldest_is_first_also_after_it_was_handed_in_again(legal, chenjing, lintao, monkeypatch):
    now = timezone.now()
    for hours, company in ((3, "甲公司"), (9, "乙公司"), (6, "丙公司")):
        monkeypatch.setattr("letters.actions.submit.timezone.now", lambda hours=hours: now - timedelta(hours=hours))
        handed_in(finished(chenjing, entity_name=company))
    assert waiting(legal) == ["乙公司", "丙公司", "甲公司"]


def test_counts_and_what_waits_to_be_issued(legal, chenjing, lintao):
    submitted(chenjing)
    approved(chenjing, lintao)
    page = words(legal.get(QUEUE))
    assert "待审核 1" in page
    assert "待签发 1" in page
    assert len(waiting(legal, "?state=approved")) == 1


def test_each_line_says_what_needs_attention(legal, chenjing, lintao):
    letter = submitted(chenjing, incident_report_hours="72")
    comment = add_comment(letter, by=lintao, revision=1, text="改。")
    add_comment(letter, by=chenjing, revision=1, text="好。")
    page = words(legal.get(QUEUE))
    assert "1 处与法定要求不符" in page
    assert "2 条意见未解决" in page
    assert comment.revision.number == 1


def test_one_approval_of_two_is_told(legal, chenjing, lintao):
    FamilyRule.objects.create(pack="cip", second_approver=True)
    approve(submitted(chenjing), lintao)
    assert "林涛 已批准，待第二位" in words(legal.get(QUEUE))


def test_an_own_letter_is_left_to_others(legal, lintao):
    submitted(lintao)
    assert "由其他人审核" in words(legal.get(QUEUE))


def test_drafts_and_what_is_decided_wait_for_nobody(legal, chenjing, lintao):
    finished(chenjing)
    approved(chenjing, lintao)
    assert waiting(legal) == []
    assert "没有等待审核的承诺书" in words(legal.get(QUEUE))


def test_auditors_look_on_and_others_do_not(as_person, chenjing, wanghao, zhoumin, helei):
    submitted(chenjing)
    assert len(waiting(as_person(helei))) == 1
    for person in (chenjing, wanghao, zhoumin):
        assert as_person(person).get(QUEUE).status_code == 403
        assert QUEUE not in as_person(person).get("/library/").content.decode().replace("letters/", "")
    assert f'href="{QUEUE}"' in as_person(helei).get("/library/").content.decode()


@pytest.mark.parametrize("query", ["?page=abc", "?page=-1", "?state=nothing", "?state=%00"])
def test_an_address_with_nonsense_still_opens(legal, chenjing, query):
    submitted(chenjing)
    assert len(waiting(legal, query)) == 1


@pytest.mark.parametrize("count", [1, 12])
def test_the_queue_takes_the_same_queries_however_long(legal, chenjing, lintao, count, django_assert_num_queries):
    for _ in range(count):
        add_comment(submitted(chenjing), by=lintao, revision=1, text="改。")
    with django_assert_num_queries(10):
        legal.get(QUEUE)


def test_a_line_leads_to_the_review(legal, chenjing):
    letter = submitted(chenjing)
    assert reverse("review", args=[letter.pk]) in legal.get(QUEUE).content.decode()
    assert reread(letter).status == "submitted"
