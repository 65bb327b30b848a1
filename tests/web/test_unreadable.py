"""Requests that no browser makes are bad requests, on every page, signed in or not, and never the server's fault."""

import pytest
from django.test import Client

from tests.wizard.pages import begun, fill_url, reread, step_post

HALF_A_CHARACTER = "+2AA-"
ODD = ("utf-7", "utf-16", "UTF-8-SIG", "raw_unicode_escape", "latin-1")


def body(fields: dict) -> bytes:
    part = '--B\r\nContent-Disposition: form-data; name="{}"\r\n\r\n{}\r\n'
    return ("".join(part.format(*pair) for pair in fields.items()) + "--B--\r\n").encode()


def send(client: Client, path: str, fields: dict, charset: str):
    return client.generic("POST", path, body(fields), f"multipart/form-data; boundary=B; charset={charset}")


@pytest.mark.parametrize("charset", ODD)
def test_a_form_in_an_odd_encoding_is_refused_with_a_page(as_person, chenjing, charset):
    letter = begun("cip-1", chenjing)
    fields = step_post(letter, "basis", {"work_name": HALF_A_CHARACTER})
    for client in (as_person(chenjing), Client()):
        page = send(client, fill_url(letter, "basis"), fields, charset)
        assert page.status_code == 400
        assert "这次提交没有被接受" in page.content.decode()
    assert "work_name" not in reread(letter).answers


@pytest.mark.parametrize("charset", ["utf-8", "UTF-8"])
def test_the_same_form_in_utf_8_is_saved(as_person, chenjing, charset):
    letter = begun("cip-1", chenjing)
    fields = step_post(letter, "basis", {"work_name": HALF_A_CHARACTER})
    assert send(as_person(chenjing), fill_url(letter, "basis"), fields, charset).status_code in (200, 302)
    assert reread(letter).answers["work_name"] == HALF_A_CHARACTER


def test_bytes_that_are_no_text_are_stored_as_something_that_is(as_person, chenjing):
    letter = begun("cip-1", chenjing)
    fields = step_post(letter, "basis", {})
    sent = "&".join(f"{name}={value}" for name, value in fields.items()) + "&work_name=%ED%A0%80%FF%00"
    page = as_person(chenjing).generic("POST", fill_url(letter, "basis"), sent, "application/x-www-form-urlencoded")
    assert page.status_code in (200, 302)
    assert set(reread(letter).answers["work_name"]) == {"\ufffd"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "key", [r'"\000bcdefghijkl"', r'"\355\240\200aaaaaaaa"', "../../etc/passwd", "x" * 5000, "a b c d e"]
)
@pytest.mark.parametrize("path", ["/", "/account/login/", "/nowhere/"])
def test_a_session_that_is_none_is_nobodys(key, path):
    client = Client(HTTP_COOKIE=f"sessionid={key}")
    assert client.get(path).status_code in (200, 302, 404)
    assert client.post(path).status_code in (200, 401, 403, 404)
