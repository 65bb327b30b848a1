"""A promise that differs from one the same company has already given is pointed out."""

import pytest
from django.urls import reverse

from letters.actions.figures import other_figures
from letters.actions.renew import renew_letter
from letters.actions.void import void_letter
from tests.states import finished, issued, print_quickly

FIELD = "complaint_reply_days"


@pytest.fixture
def earlier(chenjing, lintao, monkeypatch):
    print_quickly(monkeypatch)
    return issued(chenjing, lintao, "ipc-2", **{FIELD: "5"})


def differing(letter) -> dict[str, str]:
    return {key: other.typed for key, other in other_figures(letter, letter.journey.answers).items()}


def test_another_figure_of_the_same_company_is_found(earlier, wanghao):
    assert differing(finished(wanghao, "ipc-2", **{FIELD: "10"})) == {FIELD: "5"}


def test_the_same_figure_is_no_contradiction(earlier, chenjing):
    assert differing(finished(chenjing, "ipc-2", **{FIELD: "5"})) == {}


def test_another_company_may_promise_what_it_likes(earlier, chenjing):
    other = finished(chenjing, "ipc-2", **{FIELD: "10", "entity_name": "上海另一家有限公司"})
    assert differing(other) == {}


def test_a_void_letter_binds_nobody(earlier, chenjing, lintao):
    void_letter(earlier, by=lintao, reason="内容有误")
    assert differing(finished(chenjing, "ipc-2", **{FIELD: "10"})) == {}


def test_the_next_version_may_differ_from_the_one_it_replaces(earlier, chenjing):
    newer = renew_letter(earlier, by=chenjing)
    newer.answers[FIELD] = "10"
    assert differing(newer) == {}


def test_the_check_page_names_the_other_letter_with_a_link(earlier, chenjing, as_person):
    letter = finished(chenjing, "ipc-2", **{FIELD: "10"})
    page = as_person(chenjing).get(reverse("check", args=[letter.pk])).content.decode()
    assert f'<span lang="zh-CN">{earlier.number}</span>写的是5' in page
    assert f'<a href="{earlier.get_absolute_url()}">' in page


def test_who_may_not_see_the_other_letter_gets_no_link(earlier, wanghao, as_person):
    letter = finished(wanghao, "ipc-2", **{FIELD: "10"})
    page = as_person(wanghao).get(reverse("check", args=[letter.pk])).content.decode()
    assert f'<span lang="zh-CN">{earlier.number}</span>写的是5' in page
    assert earlier.get_absolute_url() not in page
