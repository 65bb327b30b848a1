"""Light, dark or the system's: chosen on any page, kept for a year, safe to follow back."""

import re

import pytest
from django.urls import reverse


@pytest.fixture
def client(as_person, chenjing):
    return as_person(chenjing)


def style_of_the_night(client) -> str:
    found = re.search(r"<link[^>]*dark[^>]*>", client.get("/library/").content.decode())
    return found[0] if found else ""


def test_the_system_decides_until_somebody_does(client):
    """ux 43"""
    assert 'media="screen and (prefers-color-scheme: dark)"' in style_of_the_night(client)


@pytest.mark.parametrize(("theme", "linked"), [("dark", True), ("light", False)])
def test_what_was_chosen_holds_on_every_page(client, theme, linked):
    """ux 43"""
    answer = client.post(reverse("set_theme"), {"theme": theme, "next": "/companies/"})
    assert answer.url == "/companies/"
    link = style_of_the_night(client)
    assert bool(link) is linked
    assert "prefers" not in link


def test_paper_is_never_dark(client):
    """ux 43, 44"""
    for theme in ("dark", "system"):
        client.post(reverse("set_theme"), {"theme": theme})
        assert 'media="screen' in style_of_the_night(client)


def test_back_to_the_system(client):
    client.post(reverse("set_theme"), {"theme": "dark"})
    client.post(reverse("set_theme"), {"theme": "system"})
    assert "prefers" in style_of_the_night(client)


@pytest.mark.parametrize("there", ["https://example.org/", "//example.org", "javascript:alert(1)", ""])
def test_nobody_is_led_away(client, there):
    assert client.post(reverse("set_theme"), {"theme": "dark", "next": there}).url == "/"


@pytest.mark.parametrize("theme", ["", "red", "dark; path=/"])
def test_nonsense_changes_nothing(client, theme):
    client.post(reverse("set_theme"), {"theme": theme})
    assert "prefers" in style_of_the_night(client)
