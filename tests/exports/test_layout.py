"""The layout of a letter: its own, else its company's, else the official one; it may change until the letter is issued."""

import hashlib
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from letters.actions.lay_out import choose_layout, layout_of
from letters.definitions.catalogue import letter_definition
from letters.models import Company, Event, Letter
from letters.models.companies import change_logo
from letters.models.drafting import start_letter
from letters.models.files import keep_file
from letters.workflow import Status
from letters.writers.logo import read_logo
from letters.writers.options import Layout
from tests.answers import example_answers
from tests.companies.records import company_of
from tests.states import brought_to, finished, letter_in, print_quickly, reread
from tests.writers.logos import picture
from tests.writers.pdf_file import pages_of

NAME = "杭州示例科技有限公司"
LOGO = read_logo(picture("PNG", (300, 100)))
PAGE_OF_PAGES = "第 1 页　共"


@pytest.fixture
def client(as_person, chenjing):
    return as_person(chenjing)


@pytest.fixture
def company(chenjing) -> Company:
    found = company_of(chenjing, entity_name=NAME, print_layout="business")
    change_logo(found, keep_file(LOGO.png), by=chenjing)
    return found


def of_company(company: Company, by, **changed) -> Letter:
    return start_letter(letter_definition("cip-1"), by=by, answers=example_answers("cip-1", **changed), company=company)


def choose(client, letter: Letter, layout: str):
    return client.post(reverse("choose_layout", args=[letter.pk]), {"layout": layout})


def pdf(client, letter: Letter) -> bytes:
    return b"".join(client.get(reverse("letter_file", args=[letter.pk, "pdf"])))


def pictures_in(word: bytes) -> list[bytes]:
    with ZipFile(BytesIO(word)) as parts:
        return [parts.read(name) for name in parts.namelist() if "/media/" in name]


def test_without_a_company_a_letter_is_official(client, chenjing):
    letter = finished(chenjing)
    assert layout_of(letter) == Layout.OFFICIAL
    assert PAGE_OF_PAGES not in pages_of(pdf(client, letter))[0]


def test_the_company_says_which_layout_its_letters_have(client, chenjing, company):
    letter = of_company(company, chenjing)
    assert PAGE_OF_PAGES in pages_of(pdf(client, letter))[0]
    assert "按单位资料（商务版式）" in client.get(letter.get_absolute_url()).content.decode()


def test_a_letter_may_be_laid_out_otherwise_than_its_company_says(client, chenjing, company):
    letter = of_company(company, chenjing)
    assert choose(client, letter, "official").url == letter.get_absolute_url()
    assert PAGE_OF_PAGES not in pages_of(pdf(client, letter))[0]
    choose(client, letter, "")
    assert layout_of(reread(letter)) == Layout.BUSINESS


def test_choosing_says_so_changes_no_version_and_is_kept_in_the_trail(client, chenjing):
    letter = finished(chenjing)
    page = client.post(reverse("choose_layout", args=[letter.pk]), {"layout": "business"}, follow=True)
    assert "以后下载的文件用商务版式。" in page.content.decode()
    assert "换版式" in page.content.decode()
    assert reread(letter).version == letter.version
    choose(client, letter, "business")
    assert [event.facts for event in Event.objects.filter(action="lay_out")] == [{"layout": "business"}]


@pytest.mark.parametrize("sent", [{}, {"layout": "modern"}, {"layout": "BUSINESS\x00"}])
def test_an_unknown_layout_is_refused(client, chenjing, sent):
    letter = finished(chenjing)
    assert client.post(reverse("choose_layout", args=[letter.pk]), sent).status_code == 400
    assert reread(letter).layout == ""


@pytest.mark.parametrize("status", [Status.SUBMITTED, Status.APPROVED])
def test_legal_may_choose_while_nothing_is_printed_for_good(as_person, chenjing, lintao, status):
    letter = letter_in(status, chenjing, lintao)
    assert choose(as_person(lintao), letter, "business").status_code == 302
    assert reread(letter).layout == "business"


@pytest.mark.parametrize("status", [Status.ISSUED, Status.VOID, Status.EXPIRED])
def test_what_was_issued_stays_as_it_was_printed(client, chenjing, lintao, monkeypatch, status):
    print_quickly(monkeypatch)
    letter = letter_in(status, chenjing, lintao)
    assert choose(client, letter, "business").status_code == 409
    assert reread(letter).layout == "official"
    assert 'name="layout"' not in client.get(letter.get_absolute_url()).content.decode()
    with pytest.raises(DatabaseError, match="issued letter stays"), transaction.atomic():
        Letter.objects.filter(pk=letter.pk).update(layout="business")


def test_an_auditor_reads_which_layout_it_is_and_chooses_none(as_person, chenjing, helei, company):
    letter, client = of_company(company, chenjing), as_person(helei)
    assert choose(client, letter, "official").status_code == 403
    assert "版式：商务版式" in client.get(letter.get_absolute_url()).content.decode()


def test_the_logo_stands_on_letters_that_bear_its_companys_name(client, chenjing, company):
    word = reverse("letter_file", args=[of_company(company, chenjing).pk, "docx"])
    assert pictures_in(client.get(word).content) == [LOGO.png]
    other = of_company(company, chenjing, entity_name="宁波示例贸易有限公司")
    assert pictures_in(client.get(reverse("letter_file", args=[other.pk, "docx"])).content) == []


def test_issuing_prints_the_chosen_layout_and_writes_down_with_what(client, chenjing, lintao, company):
    letter = brought_to(Status.ISSUED, of_company(company, chenjing), lintao)
    assert letter.layout == "business"
    made = {file.kind: file.made_with for file in letter.artefacts.all()}
    for kind in ("pdf", "docx"):
        assert made[kind]["layout"] == "business"
        assert made[kind]["logo"] == hashlib.sha256(LOGO.png).hexdigest()
    assert PAGE_OF_PAGES in pages_of(pdf(client, letter))[0]
    before = pdf(client, letter)
    change_logo(Company.objects.get(), "", by=chenjing)
    assert pdf(client, letter) == before


def test_a_letter_chosen_official_has_no_logo_in_its_record(chenjing, lintao, company):
    letter = of_company(company, chenjing)
    choose_layout(letter, Layout.OFFICIAL, by=chenjing)
    made = brought_to(Status.ISSUED, reread(letter), lintao).artefacts.first().made_with
    assert made["layout"] == "official"
    assert "logo" not in made


PAGES = ("letter", "preview", "check")


def pages_with_paper(client, letter: Letter) -> list[str]:
    places = [reverse(name, args=[letter.pk]) for name in PAGES]
    places.append(reverse("fill", args=[letter.pk, letter.journey.steps[0].key]))
    return [client.get(place).content.decode() for place in places]


def test_the_paper_on_the_screen_is_that_of_the_letter(client, company, chenjing):
    letter = of_company(company, chenjing)
    for page in pages_with_paper(client, letter):
        assert '<div class="paper business">' in page
        assert f'<p class="letterhead-company">{NAME}</p>' in page
        assert reverse("logo_picture", args=[company.pk]) in page
        assert "css/letter-business.css" in page
    choose(client, letter, "official")
    for page in pages_with_paper(client, letter):
        assert '<div class="paper">' in page
        assert "letterhead" not in page
        assert "letter-business" not in page


def test_no_logo_stands_above_another_company_s_name(client, company, chenjing):
    letter = of_company(company, chenjing, entity_name="另一家示例有限公司")
    page = client.get(letter.get_absolute_url()).content.decode()
    assert '<p class="letterhead-company">另一家示例有限公司</p>' in page
    assert "letterhead-logo" not in page
