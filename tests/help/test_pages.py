"""The help is open to everybody, signed in or not, and says what the program knows of itself."""

import tomllib
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from letters.definitions.catalogue import glossary
from letters.definitions.glossary import load_glossary
from letters.definitions.schema import DefinitionError

PAGES = ("help", "glossary", "about")


@pytest.mark.parametrize("name", PAGES)
def test_whoever_received_a_letter_may_read_it(client, db, name):
    assert client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize("name", PAGES)
def test_every_page_leads_there(client, db, name):
    assert f'href="{reverse(name)}"' in client.get(reverse("login")).content.decode()


def test_the_version_is_the_one_of_the_project(client, db):
    project = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"<dd>{project['version']}</dd>" in client.get(reverse("about")).content.decode()


def test_every_word_is_explained_in_both_languages(client, db):
    page = client.get(reverse("glossary")).content.decode()
    assert len(glossary()) >= 12
    for term in glossary():
        assert term.zh in page
        assert term.means_en.isascii() or "示科" in term.means_en


def test_a_term_without_a_meaning_does_not_load(tmp_path: Path):
    broken = tmp_path / "glossary.toml"
    broken.write_text('[[terms]]\nzh = "范本"\nen = "Template"\n', encoding="utf-8")
    with pytest.raises(DefinitionError, match="not whole"):
        load_glossary(broken)
