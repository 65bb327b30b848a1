"""For which company a letter is started: the only one by itself, several to choose from, or none."""

import pytest
from django.urls import reverse

from letters.models import Letter
from letters.models.companies import archive_company
from tests.companies.records import company_of

START = "/letters/new/cip-1/"


@pytest.fixture
def client(as_person, chenjing):
    return as_person(chenjing)


def started(client, **sent) -> Letter:
    client.post(START, sent)
    return Letter.objects.order_by("pk").last()


def likely(client):
    return client.get(reverse("choose")).context["likely"]


def test_without_companies_nothing_is_asked(client):
    assert 'name="company"' not in client.get(reverse("choose")).content.decode()
    assert started(client).company_record is None


def test_the_only_company_is_used(client, chenjing):
    company = company_of(chenjing)
    assert likely(client) == company
    assert started(client).company_record == company


def test_among_several_the_chosen_one_is_used_and_proposed_next_time(client, chenjing):
    companies = [company_of(chenjing, entity_name=name) for name in ("甲公司", "乙公司")]
    page = client.get(reverse("choose")).content.decode()
    assert "甲公司" in page
    assert "乙公司" in page
    assert likely(client) is None
    assert started(client, company=companies[1].pk).company_record == companies[1]
    assert likely(client) == companies[1]


def test_a_letter_can_be_started_without(client, chenjing):
    company_of(chenjing)
    assert started(client, company="").company_record is None


def test_a_company_out_of_use_is_not_offered(client, chenjing):
    company = company_of(chenjing)
    archive_company(company, by=chenjing)
    assert likely(client) is None
    assert started(client, company=company.pk) is None


@pytest.mark.parametrize("sent", ["99", "abc", "\x00", "9" * 100, "１"])
def test_an_unknown_company_starts_nothing_and_says_what_to_do(client, chenjing, sent):
    company_of(chenjing)
    page = client.post(START, {"company": sent}, follow=True)
    assert "重新选一个单位" in page.content.decode()
    assert not Letter.objects.exists()


def test_a_letter_of_the_library_is_started_for_a_company_too(client, chenjing):
    company = company_of(chenjing)
    page = client.get(reverse("library_letter", args=["cip-1"]))
    assert page.context["likely"] == company
    assert f'formaction="{START}"' in page.content.decode()


PAGES = ("/letters/new/", "/library/", "/library/cip-1/", "/library/compare/cip-1/cip-2/")


@pytest.mark.parametrize("address", PAGES)
def test_every_page_that_offers_a_letter_asks_once(client, chenjing, address):
    company_of(chenjing)
    page = client.get(address).content.decode()
    assert page.count('id="start"') == page.count('name="company"') == 1
    assert 'form="start"' in page


def test_the_recommended_letter_is_started_for_a_company(client, chenjing):
    company_of(chenjing)
    fits = {"to": "partner", "subject": "service", "setting": "contract", "phases": "no"}
    page = client.get(reverse("guide"), fits).content.decode()
    assert page.count('id="start"') == page.count('form="start"') == 1


@pytest.mark.parametrize("address", PAGES)
def test_who_may_not_draft_is_asked_nothing(as_person, helei, chenjing, address):
    company_of(chenjing)
    page = as_person(helei).get(address).content.decode()
    assert 'form="start"' not in page
    assert 'name="company"' not in page
