"""The library: every letter with what it is for and how long it is, and readable before it is chosen."""

import re

import pytest
from django.urls import reverse

from letters.choosing.length import characters
from letters.definitions.catalogue import PACKS, letter_definitions


@pytest.fixture
def client(as_person, chenjing):
    return as_person(chenjing)


@pytest.mark.parametrize("name", ["choose", "library"])
def test_every_letter_stands_in_its_family_with_its_facts(client, name):
    page = client.get(reverse(name)).content.decode()
    for pack, (title, _) in PACKS.items():
        assert f'id="{pack}"' in page
        assert f"<h2>{title}</h2>" in page
    for definition in letter_definitions().values():
        for words in (definition.purpose, definition.audience, definition.differs):
            assert words in page
        assert (
            f"{len(definition.fields)} 个填写项，{len(definition.steps)} 步，约 {characters(definition.id)} 字" in page
        )
        assert reverse("library_letter", args=[definition.id]) in page


def test_the_length_is_that_of_a_filled_letter():
    assert 1_200 <= characters("cip-6") < characters("cip-3") < characters("cpp-1")


@pytest.mark.parametrize("letter_id", letter_definitions())
def test_every_letter_is_read_as_a_blank_form_before_choosing(client, letter_id):
    blank = client.get(reverse("library_letter", args=[letter_id]))
    assert "中华人民共和国" in blank.content.decode()
    assert "____" in blank.context["preview"]
    for extension in ("pdf", "docx", "txt"):
        assert reverse("blank_file", args=[letter_id, extension]) in blank.content.decode()


def test_a_letter_leads_to_the_comparison_with_its_neighbours(client):
    page = client.get(reverse("library_letter", args=["ipc-1"])).content.decode()
    assert set(re.findall(r"/library/compare/ipc-1/([a-z0-9-]+)/", page)) == {"ipc-2", "ipc-3"}


def test_unknown_letters_are_not_found(client):
    assert client.post(reverse("start", args=["nope-9"])).status_code == 404
    assert client.get(reverse("library_letter", args=["nope-9"])).status_code == 404


def test_who_may_not_draft_reads_and_is_offered_no_start(as_person, helei):
    auditor = as_person(helei)
    for address in (
        reverse("library"),
        reverse("library_letter", args=["cip-1"]),
        reverse("compare", args=["cip-1", "cip-2"]),
        reverse("guide") + "?to=inside&subject=policy",
    ):
        page = auditor.get(address)
        assert page.status_code == 200
        assert "开始填写" not in page.content.decode()
