"""One box over everything: what it finds, for whom, and what it says when there is nothing."""

import re

import pytest
from django.urls import reverse

from letters.models import Letter
from tests.companies.records import company_of
from tests.register.pages import words
from tests.states import approved, finished, submitted
from tests.wizard.pages import begun

PLACES = ("letters", "companies", "library", "law", "rules")


@pytest.fixture
def client(as_person, chenjing):
    return as_person(chenjing)


def found(client, typed: str, place: str = "") -> dict[str, list[str]]:
    """Titles by shelf."""
    page = client.get("/search/", {"q": typed} | ({"in": place} if place else {}))
    return {group.shelf.key: [hit.title for hit in group.hits] for group in page.context["groups"]}


def companies(client, typed: str) -> list[str]:
    page = client.get("/search/", {"q": typed, "in": "letters"})
    return [hit.letter.company for group in page.context["groups"] for hit in group.hits]


@pytest.mark.parametrize("typed", ["示例", "例科", "杭州　科技", "专项体", "consumer information", "１号", "2026 1号"])
def test_two_characters_find_a_letter(client, chenjing, lintao, typed):
    """ux 24"""
    approved(chenjing, lintao, "cip-1", entity_name="杭州示例科技有限公司")
    finished(chenjing, "osp-2", entity_name="上海另一家公司")
    assert companies(client, typed) == ["杭州示例科技有限公司"]


@pytest.mark.parametrize("brackets", ["〔{}〕", "[{}]", "【{}】", "（{}）", "({})", " {} ", "〔 {} 〕"])
def test_a_number_is_found_however_its_brackets_are_typed(client, chenjing, lintao, brackets):
    letter = approved(chenjing, lintao)
    before, year, after = re.split("[〔〕]", letter.number)
    assert companies(client, before + brackets.format(year) + after) == [letter.company]


def test_letters_of_others_stay_unfound(as_person, chenjing, wanghao, lintao, helei, zhoumin):
    begun("cip-1", chenjing, entity_name="甲乙公司")
    submitted(chenjing, entity_name="甲丙公司")
    seen = {person.username: sorted(companies(as_person(person), "甲")) for person in (wanghao, lintao, helei, zhoumin)}
    assert seen == {"wanghao": [], "lintao": ["甲丙公司"], "helei": ["甲丙公司", "甲乙公司"], "zhoumin": []}


def test_letters_in_the_bin_stay_unfound(client, chenjing):
    letter = begun("cip-1", chenjing, entity_name="甲乙公司")
    assert companies(client, "甲乙") == ["甲乙公司"]
    client.post(reverse("bin", args=[letter.pk]))
    assert companies(client, "甲乙") == []


def test_companies_are_found_by_whoever_may_see_them(as_person, chenjing, zhoumin):
    company_of(chenjing, entity_name="杭州示例科技有限公司")
    assert found(as_person(chenjing), "示例")["companies"] == ["杭州示例科技有限公司"]
    assert "companies" not in found(as_person(zhoumin), "示例")


def test_the_library_lists_what_is_so_called_before_what_serves_it(client):
    titles = found(client, "推送", "library")["library"]
    named = [title for title in titles if "推送" in title]
    assert named
    assert titles[: len(named)] == named


@pytest.mark.parametrize("typed", ["个人信息保护法", "personal information protection law"])
def test_a_statute_is_found_by_its_name(client, typed):
    assert "《中华人民共和国个人信息保护法》" in found(client, typed)["law"]


def test_a_rule_is_found_by_what_it_speaks_of(client):
    page = client.get("/search/?q=未成年人&in=rules")
    (group,) = page.context["groups"]
    assert all("未成年人" in hit.title for hit in group.hits)
    for hit in group.hits:
        assert client.get(hit.address).status_code == 200


def test_every_hit_leads_to_a_page(client, chenjing):
    company_of(chenjing, entity_name="消费者信息公司")
    begun("cip-1", chenjing)
    for typed in ("消费者", "信息"):
        page = client.get("/search/", {"q": typed})
        assert page.context["groups"]
        for group in page.context["groups"]:
            for hit in group.hits:
                assert client.get(hit.address).status_code == 200, hit


def test_a_shelf_shows_five_and_leads_to_the_rest(client, chenjing):
    for _ in range(6):
        begun("cip-1", chenjing, entity_name="甲乙公司")
    page = client.get("/search/?q=保护").content.decode()
    assert len(found(client, "保护")["letters"]) == 5
    assert 'href="/?q=%E4%BF%9D%E6%8A%A4"' in page
    assert 'href="/search/?q=%E4%BF%9D%E6%8A%A4&amp;in=law"' in page
    assert len(found(client, "保护", "law")["law"]) > 5


def test_five_of_a_kind_are_all_there_are(client, chenjing):
    for _ in range(5):
        begun("cip-1", chenjing, entity_name="甲乙公司")
    assert 'href="/?q=' not in client.get("/search/?q=甲乙").content.decode()


def test_nothing_found_says_what_to_try(client):
    """ux 25"""
    page = words(client.get("/search/?q=没有这样的东西"))
    assert "没有找到“没有这样的东西”。" in page
    assert "换一个更短的词试试" in page
    assert "在全部内容中搜索" not in page
    assert "在全部内容中搜索" in words(client.get("/search/?q=没有这样的东西&in=law"))


@pytest.mark.parametrize("typed", ["", "   ", "〔〕", "\u3000"])
def test_without_words_it_says_what_can_be_found(client, typed):
    """ux 25"""
    begun_page = client.get("/search/", {"q": typed})
    assert begun_page.context["groups"] == []
    assert "一份承诺书" in words(begun_page)


HOSTILE = ["%", "_", "'", "\x00", "\\", "<script>alert(1)</script>", "甲" * 5000, "甲 " * 5000, "\u202e", "𠮷"]


@pytest.mark.parametrize("typed", HOSTILE)
def test_searching_for_anything_is_safe(client, chenjing, typed):
    begun("cip-1", chenjing, entity_name="甲公司")
    page = client.get("/search/", {"q": typed, "in": typed})
    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()


@pytest.mark.parametrize("typed", ["%", "_"])
def test_wild_cards_of_the_database_are_plain_characters(client, chenjing, typed):
    begun("cip-1", chenjing, entity_name="甲公司")
    assert companies(client, typed) == []


def test_an_unknown_shelf_is_no_shelf(client):
    assert set(found(client, "保护", "nowhere")) == set(found(client, "保护"))


@pytest.mark.parametrize("count", [0, 30])
def test_a_search_takes_six_queries_however_much_is_found(client, chenjing, count, django_assert_num_queries):
    for number in range(min(count, 12)):
        company_of(chenjing, entity_name=f"保护第{number}公司")
    first = begun("cip-1", chenjing)
    first.pk = None
    Letter.objects.bulk_create([first] * count)
    client.get("/search/?q=保护")
    with django_assert_num_queries(6):
        client.get("/search/?q=保护")


def test_every_page_has_the_box_and_the_page_of_the_search_only_its_own(client):
    for address, boxes in {"/": 1, "/library/": 1, "/help/": 1, "/search/": 1, "/search/?q=保护": 1}.items():
        assert client.get(address).content.decode().count("data-slash") == boxes, address


def test_nobody_searches_without_signing_in(client, db):
    client.logout()
    assert client.get("/search/?q=保护").status_code == 302
    assert "data-slash" not in client.get(reverse("login")).content.decode()
