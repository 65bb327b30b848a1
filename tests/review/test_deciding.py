"""Approving and returning: the page that says what follows, the password, and whoever comes second."""

import re

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from letters.actions.comment import add_comment
from letters.actions.withdraw import withdraw_letter
from letters.models import Comment, Decision
from letters.models.family import FamilyRule
from letters.permissions import LEGAL
from letters.workflow import Status
from tests.people import PASSWORD, person
from tests.review.pages import decide, review_url, words
from tests.states import approve, handed_in, reread, submitted


@pytest.fixture
def letter(chenjing):
    return submitted(chenjing, incident_report_hours="72")


@pytest.fixture
def legal(as_person, lintao):
    return as_person(lintao)


@pytest.fixture
def other_legal(db):
    return person("zhaomin", "赵", "敏", LEGAL)


def keys(letter) -> list[str]:
    return [finding["key"] for finding in letter.revisions.last().blocking]


def approved(client, letter, **changed):
    return decide(client, "approve", letter, **{"seen": keys(letter), "password": PASSWORD} | changed)


def test_the_page_says_what_follows(legal, letter, lintao):
    """ux 30"""
    add_comment(letter, by=lintao, revision=1, text="小处再看。")
    page = words(legal.get(reverse("approve", args=[letter.pk])))
    for sentence in (
        "批准第 1 版",
        "由 陈静 提交",
        "给出编号和核验码",
        "还有 1 条意见未解决",
        letter.revisions.get().sha256,
    ):
        assert sentence in page


def test_ticks_of_the_review_page_are_carried_along(legal, letter):
    url = f"{reverse('approve', args=[letter.pk])}?revision=1&seen={keys(letter)[0]}"
    assert re.search(r'name="seen" value="[^"]+" id="[^"]+" checked', legal.get(url).content.decode())
    assert " checked" not in legal.get(reverse("approve", args=[letter.pk])).content.decode()


def test_with_password_and_ticks_it_is_approved(legal, letter, lintao):
    page = approved(legal, letter)
    assert page.url == letter.get_absolute_url()
    assert (reread(letter).status, reread(letter).approved_by) == (Status.APPROVED, lintao)
    assert reread(letter).number in words(legal.get(page.url))


@pytest.mark.parametrize(("typed", "said"), [("wrong password", "密码不对"), ("", "填写您的登录密码")])
def test_a_wrong_password_loses_nothing(legal, letter, typed, said):
    page = approved(legal, letter, password=typed)
    assert page.status_code == 422
    assert said in words(page)
    assert " checked" in page.content.decode()
    assert typed == "" or typed not in page.content.decode()
    assert reread(letter).status == Status.SUBMITTED


def test_guessing_the_password_is_throttled(legal, letter):
    for _ in range(10):
        approved(legal, letter, password="wrong password")
    page = approved(legal, letter)
    assert page.status_code == 422
    assert "次数过多" in words(page)
    assert reread(letter).status == Status.SUBMITTED


def test_every_finding_with_a_reason_has_to_be_ticked(legal, letter):
    page = approved(legal, letter, seen=[])
    assert page.status_code == 422
    assert "看过后勾选" in words(page)
    assert re.search(r'href="#seen-[^"]+"', page.content.decode())
    assert reread(letter).status == Status.SUBMITTED


def test_the_second_press_gets_one_calm_sentence(legal, letter):
    assert approved(legal, letter).status_code == 302
    number = reread(letter).number
    page = approved(legal, letter)
    assert page.status_code == 409
    assert re.search(r"林涛 已在 [-\d]+ [:\d]+ 处理：这份承诺书现在是“已批准”", words(page))
    assert reread(letter).number == number
    assert Decision.objects.count() == 1


def test_of_two_reviewers_the_second_is_told_who_was_first(legal, as_person, other_legal, letter):
    assert decide(as_person(other_legal), "return", letter, note="先改。").status_code == 302
    page = approved(legal, letter)
    assert page.status_code == 409
    assert "赵敏 已在" in words(page)
    assert reread(letter).status == Status.RETURNED


def test_approved_in_one_tab_and_returned_in_another(legal, letter):
    approved(legal, letter)
    page = decide(legal, "return", letter, note="这句话不能丢")
    assert page.status_code == 409
    assert "已批准" in words(page)
    assert "这句话不能丢" in words(page)
    assert not Comment.objects.exists()


def test_a_revision_that_was_replaced_meanwhile_is_not_decided(legal, letter, chenjing):
    """ux 30"""
    withdraw_letter(letter, by=chenjing)
    handed_in(reread(letter))
    for name in ("approve", "return"):
        page = decide(legal, name, letter, revision=1, password=PASSWORD, note="改", seen=keys(letter))
        assert page.status_code == 409
        assert "更新的版本" in words(page)
    assert legal.get(reverse("approve", args=[letter.pk]) + "?revision=1").status_code == 409


def test_a_letter_taken_back_meanwhile_is_not_decided(legal, letter, chenjing):
    withdraw_letter(letter, by=chenjing)
    page = approved(legal, letter)
    assert page.status_code == 409
    assert "陈静 已在" in words(page)


def test_nobody_decides_on_an_own_letter(as_person, lintao):
    """ux 30"""
    own = submitted(lintao)
    client = as_person(lintao)
    for name in ("approve", "return"):
        assert client.get(reverse(name, args=[own.pk])).status_code == 403
        assert decide(client, name, own, password=PASSWORD, note="好").status_code == 403
    assert "/approve/" not in client.get(review_url(own)).content.decode()


def test_others_are_not_offered_the_decision(as_person, letter, chenjing, helei):
    for somebody in (chenjing, helei):
        assert "/approve/" not in as_person(somebody).get(review_url(letter)).content.decode()
        assert approved(as_person(somebody), letter).status_code == 403


def test_returning_wants_a_comment(legal, letter):
    """ux 30"""
    page = decide(legal, "return", letter, note="  ")
    assert page.status_code == 422
    assert "写一条意见" in words(page)
    assert decide(legal, "return", letter, note="改电话。").status_code == 302
    assert Comment.objects.get().text == "改电话。"
    assert reread(letter).status == Status.RETURNED


def test_returning_with_comments_on_the_letter_wants_no_more(legal, letter, lintao):
    add_comment(letter, by=lintao, revision=1, text="改电话。", block=3)
    assert "已有法务的 1 条意见" in words(legal.get(reverse("return", args=[letter.pk])))
    assert decide(legal, "return", letter, note="").status_code == 302


def test_the_authors_own_comments_do_not_return_a_letter(legal, letter, chenjing):
    add_comment(letter, by=chenjing, revision=1, text="请快一点。")
    assert decide(legal, "return", letter, note="").status_code == 422


def test_a_note_that_is_refused_is_still_in_its_box(legal, letter):
    page = decide(legal, "return", letter, note="长" * 5001)
    assert page.status_code == 422
    assert "长" * 5001 + "</textarea>" in page.content.decode()


def test_two_people_approve_where_the_family_wants_two(legal, as_person, other_legal, letter):
    FamilyRule.objects.create(pack="cip", second_approver=True)
    assert "须由两人批准" in words(legal.get(reverse("approve", args=[letter.pk])))
    page = approved(legal, letter)
    assert page.url == review_url(letter)
    assert "林涛已批准，待第二位审核人" in words(legal.get(page.url))
    assert approved(legal, letter).status_code == 409
    second = as_person(other_legal)
    assert "您是第二位" in words(second.get(reverse("approve", args=[letter.pk])))
    approved(second, letter)
    assert reread(letter).status == Status.APPROVED


def test_the_author_takes_the_letter_back(as_person, letter, chenjing):
    author = as_person(chenjing)
    page = author.post(reverse("withdraw", args=[letter.pk]))
    assert page.url == letter.get_absolute_url()
    assert reread(letter).status == Status.DRAFT
    assert "已撤回" in words(author.get(page.url))


def test_what_is_decided_cannot_be_taken_back(as_person, letter, chenjing, lintao):
    approve(letter, lintao)
    page = as_person(chenjing).post(reverse("withdraw", args=[letter.pk]))
    assert page.status_code == 409
    assert "林涛 已在" in words(page)


def test_somebody_who_is_no_longer_legal_decides_nothing(legal, letter, lintao):
    lintao.groups.remove(Group.objects.get(name=LEGAL))
    assert approved(legal, letter).status_code == 404
