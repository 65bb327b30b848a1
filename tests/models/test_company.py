"""A company's record: kept as typed, read when needed, changed by one at a time; letters keep their own answers."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from letters.definitions.catalogue import letter_definition
from letters.document.build import build_document
from letters.models import Company, Letter
from letters.models.companies import ChangeRefused, add_company, archive_company, change_company, restore_company
from letters.models.drafting import copy_letter, save_answers, start_letter
from letters.workflow import Status
from tests.answers import example_answers
from tests.companies.records import company_of, example_record
from tests.states import brought_to, print_quickly


@pytest.fixture
def company(chenjing):
    return company_of(chenjing)


def stored(company: Company) -> Company:
    return Company.objects.get(pk=company.pk)


def test_what_was_typed_is_kept_each_half_in_its_place(company):
    kept = stored(company)
    assert kept.typed == example_record()
    assert kept.answers["uscc"] == "91350100M000100Y43"
    assert kept.profile["is_platform"] == "no"
    assert not set(kept.answers) & set(kept.profile)
    assert (kept.name, kept.version) == ("杭州示例科技有限公司", 1)


def test_facts_are_the_accepted_answers_to_the_profile(chenjing):
    company = add_company({"entity_name": "甲", "is_platform": "yes", "is_ciio": "也许"}, by=chenjing)
    assert company.facts == {"is_platform": True}
    assert {"uscc", "is_ciio", "individuals"} <= set(company.read.faults)


def test_the_code_is_checked_and_a_wrong_check_character_only_doubted(company):
    change_company(company, {"uscc": "91350100M000100Y44"}, by=company.created_by, version=1)
    assert "uscc" in company.read.values
    change_company(company, {"uscc": "9135"}, by=company.created_by, version=2)
    assert "18 位" in company.read.refused["uscc"]


def test_a_change_raises_the_version_and_says_who(company, wanghao):
    change_company(company, {"contact_name": "李某", "is_ciio": "yes"}, by=wanghao, version=1)
    kept = stored(company)
    assert (kept.version, kept.updated_by, kept.created_by.username) == (2, wanghao, "chenjing")
    assert (kept.answers["contact_name"], kept.facts["is_ciio"]) == ("李某", True)
    assert (company.version, company.typed, company.updated_at) == (kept.version, kept.typed, kept.updated_at)


def test_a_stale_change_is_refused_and_changes_nothing(company, wanghao):
    change_company(company, {"contact_name": "先到"}, by=wanghao, version=1)
    with pytest.raises(ChangeRefused) as refused:
        change_company(company, {"contact_name": "后到"}, by=company.created_by, version=1)
    assert refused.value.current.updated_by == wanghao
    assert stored(company).answers["contact_name"] == "先到"


@pytest.mark.parametrize("typed", ["", "甲" * 500, "\u202e甲"])
def test_a_name_that_is_refused_leaves_the_last_one_in_the_list(company, typed):
    change_company(company, {"entity_name": typed}, by=company.created_by, version=1)
    kept = stored(company)
    assert (kept.name, kept.answers["entity_name"]) == ("杭州示例科技有限公司", typed)


def test_out_of_use_it_takes_no_changes_until_it_is_back(company, wanghao):
    assert archive_company(company, by=wanghao)
    assert not archive_company(stored(company), by=wanghao)
    assert not Company.objects.in_use().exists()
    with pytest.raises(ChangeRefused):
        change_company(company, {"contact_name": "甲"}, by=wanghao, version=company.version)
    restore_company(company, by=wanghao)
    assert Company.objects.in_use().get().version == 3


def test_companies_sort_by_pinyin(chenjing):
    for name in ("重庆公司", "阿里公司", "北京公司"):
        company_of(chenjing, entity_name=name)
    assert [company.name for company in Company.objects.by_name()] == ["阿里公司", "北京公司", "重庆公司"]


def test_the_database_refuses_a_company_without_a_name(company):
    with pytest.raises(IntegrityError), transaction.atomic():
        Company.objects.filter(pk=company.pk).update(name="")


def test_a_company_with_letters_cannot_be_deleted(company, chenjing):
    start_letter(letter_definition("cip-1"), by=chenjing, company=company)
    with pytest.raises(ProtectedError):
        company.delete()


def test_a_letter_bears_the_name_of_its_company_until_it_says_one_itself(company, chenjing):
    letter = start_letter(letter_definition("cip-1"), by=chenjing, company=company)
    assert letter.company == "杭州示例科技有限公司"
    save_answers(letter, {"work_name": "甲"}, by=chenjing, version=1)
    assert letter.company == "杭州示例科技有限公司"
    save_answers(letter, {"entity_name": "宁波示例有限公司"}, by=chenjing, version=2)
    assert Letter.objects.get().company == "宁波示例有限公司"


def test_a_copy_is_of_the_same_company(company, chenjing):
    letter = start_letter(letter_definition("cip-1"), by=chenjing, company=company)
    assert copy_letter(letter, by=chenjing).company_record == company


def text_of(letter: Letter) -> str:
    return build_document(letter.definition, letter.journey.answers).text


@pytest.mark.parametrize("status", list(Status))
def test_changing_a_company_never_changes_a_letter(company, chenjing, lintao, status, monkeypatch):
    print_quickly(monkeypatch)
    answers = example_answers("cip-1")
    letter = start_letter(letter_definition("cip-1"), by=chenjing, answers=answers, company=company)
    before = brought_to(status, letter, lintao)
    changed = example_record(entity_name="完全不同的公司", complaint_hotline="0571-12345678", lead_department="新部门")
    change_company(company, changed, by=chenjing, version=1)
    archive_company(company, by=chenjing)
    after = Letter.objects.get(pk=letter.pk)
    names = ("answers", "company", "company_key", "version", "updated_at", "status")
    assert [getattr(after, name) for name in names] == [getattr(before, name) for name in names]
    assert text_of(after) == text_of(before)
