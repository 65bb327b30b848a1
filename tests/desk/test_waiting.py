"""What waits on the desk: for whom, how many, which first, and the one thing to do about it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from letters.actions.approve import approve_letter
from letters.actions.comment import add_comment, settle_comment
from letters.actions.return_ import return_letter
from letters.definitions.catalogue import letter_definition
from letters.desk.waiting import Wait, waiting_for
from letters.models import Comment, FamilyRule, Letter
from letters.permissions import LEGAL
from letters.workflow import Status
from tests.people import person
from tests.register.pages import words
from tests.states import approved, expiring, finished, letter_in, print_quickly, returned, submitted


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    print_quickly(monkeypatch)


def waits(user) -> dict[Wait, int]:
    found = waiting_for(user)
    return {group.wait: group.total for group in found.groups} | found.others


@pytest.mark.parametrize(
    ("status", "author", "legal", "auditor"),
    [
        (Status.DRAFT, {}, {}, {}),
        (Status.SUBMITTED, {Wait.SUBMITTED: 1}, {Wait.REVIEW: 1}, {Wait.SUBMITTED: 1}),
        (Status.RETURNED, {Wait.RETURNED: 1}, {}, {}),
        (Status.APPROVED, {Wait.APPROVED: 1}, {Wait.ISSUE: 1}, {Wait.APPROVED: 1}),
        (Status.ISSUED, {}, {}, {}),
        (Status.VOID, {}, {}, {}),
        (Status.SUPERSEDED, {}, {}, {}),
        (Status.EXPIRED, {}, {}, {}),
    ],
)
def test_every_state_waits_for_the_right_person(chenjing, wanghao, lintao, helei, status, author, legal, auditor):
    letter_in(status, chenjing, lintao, "cip-2")
    assert [waits(reader) for reader in (chenjing, lintao, helei)] == [author, legal, auditor]
    assert waits(wanghao) == {}


def test_a_letter_about_to_expire_waits_for_everybody_who_sees_it(chenjing, wanghao, lintao, helei):
    expiring(chenjing, lintao, days=30)
    for reader in (chenjing, lintao, helei):
        assert waits(reader) == {Wait.EXPIRING: 1}
    assert waits(wanghao) == {}


def test_a_letter_with_longer_to_go_waits_for_nobody(chenjing, lintao):
    expiring(chenjing, lintao, days=31)
    assert waits(chenjing) == waits(lintao) == {}


def test_nobody_is_asked_to_review_an_own_letter(lintao):
    submitted(lintao)
    assert waits(lintao) == {Wait.SUBMITTED: 1}


def test_who_approved_first_of_two_waits_for_the_other_one(chenjing, lintao):
    other = person("zhaolin", "赵", "琳", LEGAL)
    FamilyRule.objects.create(pack="cip", second_approver=True)
    letter = submitted(chenjing)
    revision = letter.revisions.get()
    approve_letter(letter, by=lintao, revision=1, seen={finding["key"] for finding in revision.blocking})
    assert waits(lintao) == {Wait.SUBMITTED: 1}
    assert waits(other) == {Wait.REVIEW: 1}


def test_a_letter_in_the_bin_waits_for_nobody(chenjing, lintao):
    letter = returned(chenjing, lintao)
    Letter.objects.filter(pk=letter.pk).update(deleted_at=timezone.now())
    assert waits(chenjing) == {}


def test_the_three_that_have_waited_longest_are_shown(chenjing, lintao):
    letters = [submitted(chenjing, entity_name=f"第{number}家公司") for number in "一二三四"]
    for days, letter in enumerate(letters):
        Letter.objects.filter(pk=letter.pk).update(updated_at=timezone.now() - timedelta(days=days))
    (group,) = waiting_for(lintao).groups
    assert group.total == 4
    assert [letter.company for letter in group.letters] == ["第四家公司", "第三家公司", "第二家公司"]


def test_what_expires_first_stands_first(chenjing, lintao):
    later, sooner = expiring(chenjing, lintao, days=9), expiring(chenjing, lintao, days=2)
    (group,) = waiting_for(lintao).groups
    assert group.letters == [sooner, later]


def test_a_returned_letter_says_how_many_comments_are_open(as_person, chenjing, lintao):
    letter = submitted(chenjing)
    settled = add_comment(letter, by=lintao, revision=1, text="标题下补充编号。")
    settle_comment(settled, by=lintao, settled=True)
    add_comment(letter, by=lintao, revision=1, text="时限按四小时改。", block=3)
    return_letter(letter, by=lintao, revision=1, note="按意见修改。")
    assert Comment.objects.count() == 3
    assert "2 条意见未处理" in words(as_person(chenjing).get("/"))


def test_each_group_has_one_thing_to_do(as_person, chenjing, lintao):
    waiting, ready = submitted(chenjing), approved(chenjing, lintao)
    expiring(chenjing, lintao)
    page = as_person(lintao).get("/").content.decode()
    for address in (
        reverse("review", args=[waiting.pk]),
        reverse("issue", args=[ready.pk]),
        reverse("register") + "?soon=1&amp;order=expiry",
    ):
        assert f'href="{address}"' in page


def test_a_search_is_the_list_alone(as_person, chenjing, lintao):
    returned(chenjing, lintao)
    client = as_person(chenjing)
    assert "等您处理" in words(client.get("/"))
    for query in ("?q=科技", "?status=returned", "?bin=1"):
        assert "等您处理" not in words(client.get(f"/{query}"))


def test_a_desk_where_nothing_waits_says_so(as_person, chenjing):
    finished(chenjing)
    assert "现在没有等您处理的事。" in words(as_person(chenjing).get("/"))


# The empty desk


@pytest.mark.parametrize(
    ("role", "said", "way"),
    [
        ("chenjing", "三步写成第一份承诺书", "choose"),
        ("lintao", "还没有人提交承诺书", "library"),
        ("helei", "从起草到签发", "library"),
        ("administrator", "您在这里管账号", "admin:index"),
        ("zhoumin", "您的账号还没有角色", "library"),
    ],
)
def test_an_empty_desk_teaches_each_role_what_comes(request, as_person, role, said, way):
    """ux 25"""
    page = as_person(request.getfixturevalue(role)).get("/")
    assert said in words(page)
    assert f'class="button-primary" href="{reverse(way)}"' in page.content.decode()
    assert page.content.decode().count("button-primary") == 1


def test_the_first_run_guide_goes_away_by_itself(as_person, chenjing):
    client = as_person(chenjing)
    assert f'href="{reverse("help")}"' in client.get("/").content.decode().partition("</main>")[0]
    finished(chenjing)
    assert "三步写成第一份承诺书" not in words(client.get("/"))


# How long it takes


@pytest.mark.parametrize("count", [1, 40])
@pytest.mark.parametrize("role", ["chenjing", "lintao", "helei"])
def test_the_desk_takes_six_queries_however_much_waits(
    request, as_person, chenjing, lintao, role, count, django_assert_num_queries
):
    made = [
        Letter(owner=chenjing, updated_by=lintao, updated_at=timezone.now(), definition_id="cip-1", **stated)
        for stated in ({"status": Status.RETURNED}, {"status": Status.SUBMITTED}, {"status": Status.DRAFT})
        for _ in range(count)
    ]
    for letter in made:
        letter.definition_version = letter_definition("cip-1").version
    Letter.objects.bulk_create(made)
    client = as_person(request.getfixturevalue(role))
    with django_assert_num_queries(6):
        client.get("/")
