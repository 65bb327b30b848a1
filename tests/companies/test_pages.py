"""The pages of the companies: who may do what, faults named and input kept, nothing overwritten unseen."""

import re
from html import unescape

import pytest
from django.urls import reverse

from letters.models import Company
from letters.questions.repair import storable
from tests.companies.records import company_of, example_record
from tests.hostile import HOSTILE

NEW = "/companies/new/"


@pytest.fixture
def client(as_person, chenjing):
    return as_person(chenjing)


@pytest.fixture
def company(chenjing):
    return company_of(chenjing)


def words(page) -> str:
    return unescape(re.sub(r"<[^>]*>", "", page.content.decode()))


def change(client, company: Company, version: int | None = None, **changed):
    sent = example_record(**changed) | {"version": version or Company.objects.get(pk=company.pk).version}
    return client.post(company.get_absolute_url(), sent)


def errors(page) -> dict[str, str]:
    return {row.question.key: row.error for row in page.context["errors"]}


def test_an_empty_list_says_what_to_do(client):
    page = client.get("/companies/").content.decode()
    assert reverse("new_company") in page
    assert "<table" not in page


def test_a_new_company_is_saved_and_listed(client):
    page = client.post(NEW, example_record(), follow=True)
    assert "已保存" in words(page)
    assert Company.objects.get().created_by.username == "chenjing"
    listed = words(client.get("/companies/"))
    for said in ("杭州示例科技有限公司", "91350100M000100Y43", "已齐全", "陈静"):
        assert said in listed


def test_several_companies_live_side_by_side(client, chenjing):
    for name in ("重庆公司", "阿里公司"):
        company_of(chenjing, entity_name=name)
    assert [company.name for company in client.get("/companies/").context["page"]] == ["阿里公司", "重庆公司"]


def test_a_fresh_form_shows_no_errors_and_decides_nothing(client):
    page = client.get(NEW)
    assert not page.context["errors"]
    assert "checked" not in page.content.decode()


def test_without_a_name_nothing_is_saved_and_what_was_typed_is_kept(client):
    page = client.post(NEW, example_record(entity_name="", contact_name="李某某"))
    assert page.status_code == 200
    assert not Company.objects.exists()
    assert "还没有保存" in words(page)
    assert "李某某" in page.content.decode()
    assert list(errors(page)) == ["entity_name"]


def test_wrong_and_missing_answers_are_kept_and_named(client):
    page = client.post(NEW, {"entity_name": "甲公司", "uscc": "1234", "contact_email": "无"}, follow=True)
    assert "已保存，还有" in words(page)
    assert "<title>错误：" in page.content.decode()
    assert {"uscc", "contact_email", "is_platform", "individuals"} <= set(errors(page))
    assert "18 位" in errors(page)["uscc"]
    assert 'value="1234"' in page.content.decode()
    assert re.search("还缺 [0-9]+ 项", words(client.get("/companies/")))


def test_a_doubtful_code_and_a_mended_name_are_said(client, chenjing):
    company = company_of(chenjing, uscc="91350100M000100Y44", entity_name="杭州 示例")
    page = words(client.get(company.get_absolute_url()))
    assert "末位校验码" in page
    assert "已去除汉字之间的空格" in page


def test_a_change_is_saved(client, company):
    page = change(client, company, contact_name="赵某")
    assert page.url == company.get_absolute_url()
    assert Company.objects.get().answers["contact_name"] == "赵某"


def test_only_what_is_asked_is_stored(client, company):
    change(client, company, evil="1")
    client.post(
        company.get_absolute_url(), example_record(contact_name="改") | {"version": 1, "evil": "1", "name": "x"}
    )
    assert set(Company.objects.get().typed) == set(example_record())


@pytest.mark.parametrize("version", [1, "", "abc", "9" * 100])
def test_a_stale_change_is_refused_and_says_who_changed_what(client, company, as_person, wanghao, version):
    change(as_person(wanghao), company, contact_name="对方的人")
    page = client.post(company.get_absolute_url(), example_record(contact_name="我的人") | {"version": version})
    assert page.status_code == 409
    assert "王浩" in words(page)
    assert [(row.question.key, row.theirs, row.mine) for row in page.context["differences"]] == [
        ("contact_name", "对方的人", "我的人")
    ]
    assert 'value="我的人"' in page.content.decode()
    assert Company.objects.get().answers["contact_name"] == "对方的人"


def test_after_seeing_both_my_values_can_be_saved(client, company, as_person, wanghao):
    change(as_person(wanghao), company, contact_name="对方的人")
    page = change(client, company, version=1, contact_name="我的人")
    change(client, company, version=page.context["company"].version, contact_name="我的人")
    assert Company.objects.get().answers["contact_name"] == "我的人"


def test_the_same_content_twice_is_no_conflict(client, company):
    for _ in range(2):
        assert change(client, company, version=1, contact_name="同样").status_code == 302
    assert Company.objects.get().version == 2


def test_out_of_use_and_back(client, company):
    client.post(reverse("archive_company", args=[company.pk]))
    assert not client.get("/companies/").context["page"].object_list
    assert company.name in words(client.get("/companies/?archived=1"))
    assert "已停用" in words(client.get(company.get_absolute_url()))
    refused = change(client, company, contact_name="新的人")
    assert refused.status_code == 409
    assert "已停用" in words(refused)
    client.post(reverse("restore_company", args=[company.pk]))
    assert company.name in words(client.get("/companies/"))


@pytest.mark.parametrize("role", ["chenjing", "lintao"])
def test_drafters_and_legal_keep_companies(request, as_person, company, role):
    assert change(as_person(request.getfixturevalue(role)), company, contact_name="甲").status_code == 302


@pytest.mark.parametrize("role", ["helei", "administrator"])
def test_others_read_only(request, as_person, company, role):
    client = as_person(request.getfixturevalue(role))
    page = client.get(company.get_absolute_url())
    assert company.answers["complaint_hotline"] in page.content.decode()
    assert '<button class="button-primary"' not in page.content.decode()
    assert reverse("new_company") not in client.get("/companies/").content.decode()
    for address in (
        company.get_absolute_url(),
        NEW,
        f"/companies/{company.pk}/archive/",
        f"/companies/{company.pk}/restore/",
    ):
        assert client.post(address, example_record() | {"version": 1}).status_code == 403
    assert client.get(NEW).status_code == 403
    assert Company.objects.get().version == 1


def test_a_stranger_sees_nothing(as_person, zhoumin, company):
    client = as_person(zhoumin)
    for address in ("/companies/", NEW, company.get_absolute_url()):
        assert client.get(address).status_code == 403


def test_an_unknown_company_is_not_found(client):
    assert client.get("/companies/99/").status_code == 404
    assert client.get("/companies/99999999999999999999999/").status_code == 404


@pytest.mark.parametrize("hostile", HOSTILE)
def test_whatever_is_typed_is_answered_with_a_page(client, company, hostile):
    keys = list(example_record())
    # In two halves: all of it at the greatest length is more than one request may carry.
    for half in (keys[::2], keys[1::2]):
        typed = dict.fromkeys(half, HOSTILE[hostile])
        for page in (client.post(NEW, typed), change(client, company, **typed)):
            assert page.status_code in (200, 302)
        stored = Company.objects.get(pk=company.pk).typed
        for key in half:
            assert stored[key] in (storable(HOSTILE[hostile]), [storable(HOSTILE[hostile])])
    for address in ("/companies/", company.get_absolute_url(), reverse("choose")):
        page = client.get(address)
        assert page.status_code == 200
        assert "<script>alert" not in page.content.decode()


def test_what_an_ended_session_typed_is_offered_again_in_words(client, company):
    client.logout()
    page = client.post(company.get_absolute_url(), example_record(contact_name="没保存的人"))
    assert page.status_code == 401
    assert "没保存的人" in page.content.decode()


@pytest.mark.parametrize("count", [2, 20])
def test_the_list_takes_the_same_queries_however_long(client, chenjing, count, django_assert_num_queries):
    for place in range(count):
        company_of(chenjing, entity_name=f"第{place}家公司")
    with django_assert_num_queries(6):
        client.get("/companies/")
