"""The bell and its list: what waits for whom, read by POST only, at the price of one query."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from letters.actions.withdraw import withdraw_letter
from letters.models import Notice
from letters.notices import views
from letters.templatetags.notices import unread_notices
from tests.register.pages import words
from tests.states import approve, approved, issued, print_quickly, reread, returned, submitted


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    print_quickly(monkeypatch)


@pytest.fixture
def client(as_person, chenjing):
    return as_person(chenjing)


def open_url(notice: Notice) -> str:
    return reverse("open_notice", args=[notice.pk])


def kinds(person) -> list[str]:
    return list(Notice.objects.about(person).values_list("kind", flat=True))


def test_nothing_happened_says_what_will_come(client):
    page = words(client.get("/notices/"))
    assert "还没有通知" in page
    assert "条未读" not in page


def test_the_bell_counts_and_the_list_says_what_happened(client, chenjing, lintao):
    letter = issued(chenjing, lintao)
    assert "通知，2 条未读" in words(client.get("/"))
    page = words(client.get("/notices/"))
    for said in ("未读 已批准", "未读 已签发", letter.title, letter.number):
        assert said in page


def test_opening_one_marks_it_and_leads_to_its_letter(client, chenjing, lintao):
    letter = returned(chenjing, lintao)
    notice = Notice.objects.get(recipient=chenjing)
    assert client.post(open_url(notice)).url == letter.get_absolute_url()
    first = Notice.objects.get(pk=notice.pk).read_at
    assert first
    client.post(open_url(notice))
    assert Notice.objects.get(pk=notice.pk).read_at == first
    assert "条未读" not in words(client.get("/"))
    assert "未读" not in words(client.get("/notices/"))


def test_looking_marks_nothing(client, chenjing, lintao):
    letter = issued(chenjing, lintao)
    for address in ("/notices/", letter.get_absolute_url(), "/"):
        client.get(address)
    assert client.get(open_url(Notice.objects.filter(recipient=chenjing).first())).status_code == 405
    assert client.get("/notices/read/").status_code == 405
    assert unread_notices(chenjing) == 2


def test_all_are_marked_at_once_and_only_the_own(client, chenjing, lintao):
    issued(chenjing, lintao)
    submitted(chenjing)
    client.post("/notices/read/")
    assert unread_notices(chenjing) == 0
    assert unread_notices(lintao) == 1


@pytest.mark.parametrize("role", ["lintao", "zhoumin"])
def test_nobody_opens_the_notice_of_another(request, as_person, chenjing, lintao, role):
    approved(chenjing, lintao)
    notice = Notice.objects.get(recipient=chenjing)
    assert as_person(request.getfixturevalue(role)).post(open_url(notice)).status_code == 404
    assert not Notice.objects.get(pk=notice.pk).read_at


def test_a_review_that_somebody_has_finished_waits_for_nobody(chenjing, lintao, administrator):
    administrator.groups.add(lintao.groups.get())
    letter = submitted(chenjing)
    assert kinds(lintao) == kinds(administrator) == ["submitted"]
    approve(letter, administrator)
    assert kinds(lintao) == kinds(administrator) == []


def test_a_letter_taken_back_is_nobodys_business(chenjing, lintao):
    letter = submitted(chenjing)
    Notice.objects.create(recipient=lintao, letter=letter, kind=Notice.Kind.COMMENTED, at=letter.updated_at)
    assert set(kinds(lintao)) == {"submitted", "commented"}
    withdraw_letter(reread(letter), by=chenjing)
    assert kinds(lintao) == []


def test_many_have_pages(client, chenjing, lintao, monkeypatch):
    monkeypatch.setattr(views, "PAGE_SIZE", 1)
    issued(chenjing, lintao)
    assert len(client.get("/notices/?page=2").context["page"].object_list) == 1


def test_very_many_are_not_counted_out(client, chenjing, lintao):
    letter = approved(chenjing, lintao)
    Notice.objects.bulk_create(
        Notice(recipient=chenjing, letter=letter, kind=Notice.Kind.COMMENTED, at=letter.updated_at) for _ in range(100)
    )
    assert "99+" in client.get("/").content.decode()


@pytest.mark.parametrize("address", ["/companies/", "/library/", "/account/password/"])
def test_the_bell_costs_one_query(client, chenjing, lintao, address, monkeypatch):
    issued(chenjing, lintao)
    with CaptureQueriesContext(connection) as with_bell:
        client.get(address)
    told = [query["sql"] for query in with_bell if "letters_notice" in query["sql"]]
    assert len(told) == 1


@pytest.mark.parametrize("count", [2, 20])
def test_the_list_takes_the_same_queries_however_long(client, chenjing, lintao, count, django_assert_max_num_queries):
    for _ in range(count):
        approved(chenjing, lintao)
    with django_assert_max_num_queries(7):
        assert len(client.get("/notices/").context["page"].object_list) == count


def test_who_is_not_signed_in_has_no_bell(client):
    client.logout()
    assert "/notices/" not in client.get("/account/login/").content.decode()
