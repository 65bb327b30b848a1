"""What leaves compressed, and what must not."""

import gzip

import pytest
from django.urls import reverse

from letters.writers.fonts import build_fonts
from tests.answers import example_answers
from tests.wizard.pages import begun, step_post


@pytest.fixture
def client(as_person, chenjing):
    client = as_person(chenjing)
    client.defaults["HTTP_ACCEPT_ENCODING"] = "gzip, br"
    return client


def test_a_page_leaves_compressed_and_says_the_same(client, chenjing):
    address = begun("cip-1", chenjing).get_absolute_url()
    page = client.get(address)
    assert page.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in page.headers["Vary"]
    plain = client.get(address, headers={"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in plain.headers
    assert len(page.content) < len(plain.content) / 2
    assert b"</html>" in gzip.decompress(page.content)


def test_the_preview_leaves_compressed(client, chenjing):
    letter = begun("cip-1", chenjing, **example_answers("cip-1"))
    sent = step_post(letter, "basis", {}) | {"step": "basis"}
    reply = client.post(reverse("preview", args=[letter.pk]), sent, headers={"Accept": "application/json"})
    assert reply.headers["Content-Encoding"] == "gzip"


@pytest.mark.parametrize("address", ["/search/?q=保护", "/?q=保护", "/register/?q=保护", "/?bin=1"])
def test_what_an_address_brings_along_is_never_compressed_with_the_page(client, chenjing, address):
    begun("cip-1", chenjing)
    assert "Content-Encoding" not in client.get(address).headers


def test_a_file_is_not_packed_twice(client, chenjing):
    build_fonts()
    letter = begun("cip-1", chenjing, **example_answers("cip-1"))
    for extension in ("pdf", "docx"):
        reply = client.get(reverse("letter_file", args=[letter.pk, extension]))
        assert reply.status_code == 200
        assert "Content-Encoding" not in reply.headers
