"""The register: who sees what, filters in the address, search, pages, order, and what an empty one says."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from letters.models import Letter
from letters.register import register_page
from letters.register.register_filter import RegisterFilter
from letters.workflow import NUMBERED, Status
from tests.register.dated import valid_until
from tests.register.pages import words
from tests.states import approved, issued, letter_in, print_quickly, submitted

NAMES = ("重庆示例有限公司", "阿里示例有限公司", "北京示例有限公司")


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    print_quickly(monkeypatch)


@pytest.fixture
def client(as_person, lintao):
    return as_person(lintao)


def listed(client, query: str = "") -> list[Letter]:
    return list(client.get(f"/register/?{query}").context["page"])


def companies(client, query: str = "") -> list[str]:
    return [letter.company for letter in listed(client, query)]


@pytest.mark.parametrize("status", Status)
def test_it_lists_what_bears_a_number(client, chenjing, lintao, status):
    letter = letter_in(status, chenjing, lintao)
    assert (letter in listed(client)) is (status in NUMBERED)


def test_a_row_says_company_number_letter_dates_state_and_who_approved(client, chenjing, lintao):
    letter = issued(chenjing, lintao, "cip-2")
    page = words(client.get("/register/"))
    for said in (letter.number, letter.company, letter.title, "2026-11-22", "2026-12-01～2027-11-30", "已签发", "林涛"):
        assert said in page


def test_what_is_approved_waits_for_being_issued(client, chenjing, lintao):
    approved(chenjing, lintao)
    page = words(client.get("/register/"))
    assert "待签发" in page
    assert "已批准" not in page


def test_a_drafter_sees_the_own_letters_legal_and_auditors_all(as_person, chenjing, wanghao, lintao, helei):
    mine, theirs = issued(chenjing, lintao), issued(wanghao, lintao)
    assert listed(as_person(chenjing)) == [mine]
    for reader in (lintao, helei):
        assert set(listed(as_person(reader))) == {mine, theirs}


@pytest.mark.parametrize("role", ["zhoumin", "administrator"])
def test_others_see_no_register(request, as_person, role):
    client = as_person(request.getfixturevalue(role))
    for address in ("/register/", "/register/register.xlsx"):
        assert client.get(address).status_code == 403


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 3),
        ("q=重庆", 1),
        ("q=消费者 北京", 1),
        ("q=〕1号", 3),
        ("q=没有这家", 0),
        ("company=重庆示例有限公司", 1),
        ("company=重庆", 0),
        ("letter=cip-1", 3),
        ("letter=cip-2", 0),
        ("letter=nonsense", 3),
        ("status=issued", 2),
        ("status=approved", 1),
        ("status=draft", 3),
        ("year=1999", 3),
        ("year=2001", 0),
        ("year=二〇二六", 3),
        ("year=٢٠٢٦", 3),
        ("q=%00", 3),
        ("q=%ED%A0%80", 0),
        ("order=nonsense&page=99&status=&year=&letter=", 3),
    ],
)
def test_filters_stand_in_the_address(client, chenjing, lintao, query, count):
    """ux 35"""
    for name in NAMES[:2]:
        issued(chenjing, lintao, entity_name=name)
    approved(chenjing, lintao, entity_name=NAMES[2])
    assert len(listed(client, query)) == count


def test_a_year_is_counted_by_the_clock_of_the_house(client, chenjing, lintao):
    """16:00 UTC on the last day of the year is already the next year in Shanghai."""
    letter = approved(chenjing, lintao)
    year = timezone.localdate(letter.approved_at).year
    assert listed(client, f"year={year}") == [letter]
    assert listed(client, f"year={year - 1}") == []
    new_year = datetime(year - 1, 12, 31, 16, tzinfo=UTC)
    wanted = RegisterFilter(year=year).wanted.children
    assert ("approved_at__gte", new_year) in wanted


def test_what_is_about_to_expire(client, chenjing, lintao):
    today = timezone.localdate()
    days = {days: valid_until(chenjing, lintao, today + timedelta(days=days)) for days in (-1, 0, 30, 31)}
    valid_until(chenjing, lintao, None)
    assert set(listed(client, "soon=1")) == {days[0], days[30]}
    page = words(client.get("/register/"))
    assert "今天到期" in page
    assert "还有 30 天到期" in page
    assert "还有 31 天到期" not in page


def test_orders(client, chenjing, lintao):
    for name in NAMES:
        approved(chenjing, lintao, entity_name=name)
    assert companies(client) == [*reversed(NAMES)]
    assert companies(client, "order=oldest") == [*NAMES]
    assert companies(client, "order=company") == ["阿里示例有限公司", "北京示例有限公司", "重庆示例有限公司"]


def test_what_expires_first_comes_first_and_what_never_does_last(client, chenjing, lintao):
    never = valid_until(chenjing, lintao, None)
    late, soon = (valid_until(chenjing, lintao, date(year, 1, 1)) for year in (2050, 2040))
    assert listed(client, "order=expiry") == [soon, late, never]


def test_long_registers_have_pages_and_one_page_to_print(client, chenjing, lintao, monkeypatch):
    monkeypatch.setattr(register_page, "PAGE_SIZE", 2)
    for name in NAMES:
        approved(chenjing, lintao, entity_name=name)
    assert len(listed(client, "page=2")) == 1
    assert "page=2" in client.get("/register/?q=示例").content.decode()
    assert len(listed(client, "all=1")) == 3


def test_counts_are_said(client, chenjing, lintao):
    """ux 35"""
    for name in NAMES:
        approved(chenjing, lintao, entity_name=name)
    assert "共 3 份" in words(client.get("/register/"))
    assert "3 份中符合条件的 1 份" in words(client.get("/register/?q=重庆"))


def test_with_very_many_companies_there_is_no_list_of_them(client, chenjing, lintao, monkeypatch):
    monkeypatch.setattr(register_page, "MOST_COMPANIES", 1)
    for name in NAMES:
        approved(chenjing, lintao, entity_name=name)
    page = client.get("/register/?company=重庆示例有限公司").content.decode()
    assert '<input type="hidden" name="company" value="重庆示例有限公司">' in page


def test_an_empty_register_teaches_and_a_search_without_result_clears(client, chenjing, lintao):
    """ux 25"""
    submitted(chenjing)
    page = words(client.get("/register/"))
    assert "经法务批准就有了编号" in page
    assert "导出 Excel" not in page
    approved(chenjing, lintao)
    page = words(client.get("/register/?q=没有这家"))
    assert "没有符合条件的承诺书" in page
    assert "清除筛选" in page


@pytest.mark.parametrize("count", [2, 20])
def test_the_register_takes_the_same_queries_however_long(
    client, chenjing, lintao, count, django_assert_max_num_queries
):
    for place in range(count):
        approved(chenjing, lintao, entity_name=f"第{place}家公司")
    with django_assert_max_num_queries(6):
        assert len(listed(client)) == count


def test_hostile_names_stay_text(client, chenjing, lintao):
    approved(chenjing, lintao, entity_name="<script>alert(1)</script>公司")
    page = client.get("/register/?company=<script>alert(2)</script>&q=<script>alert(3)</script>").content.decode()
    assert "<script>alert" not in page
    assert "<script>alert" not in client.get("/register/").content.decode()
