"""Headers where the matrix of permissions does not reach: errors, refusals, TLS, static files, names of downloads."""

import re
import runpy
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.test import Client
from django.urls import path, reverse

from config.urls import handler400, handler403, handler404, handler500
from config.urls import urlpatterns as all_addresses
from letters.actions.attach import attach_scan
from letters.web.throttling import TooMany
from letters.writers.filenames import letter_filename
from tests.people import PASSWORD
from tests.permissions.headers import faults
from tests.scans import PDF
from tests.states import finished, issued, print_quickly

ROOT = Path(__file__).resolve().parents[2]
__all__ = ["handler400", "handler403", "handler404", "handler500"]


def broken(request):
    raise RuntimeError("broken")


def wait(request):
    raise TooMany(30)


urlpatterns = [path("broken/", broken), path("wait/", wait), *all_addresses]


@pytest.fixture
def client(as_person, chenjing):
    return as_person(chenjing)


@pytest.mark.urls(__name__)
@pytest.mark.parametrize(
    ("address", "sent", "status"),
    [
        ("/nowhere/", {}, 404),
        ("/broken/", {}, 500),
        ("/wait/", {}, 429),
        ("/letters/1/", {}, 404),
        ("/admin/", {}, 403),
        ("/library", {}, 301),
        ("/", {"HTTP_HOST": "elsewhere.example"}, 400),
        ("/", {"CONTENT_LENGTH": "9" * 12}, 400),
        ("/%ff/", {}, 404),
    ],
)
@pytest.mark.parametrize("accepted", ["text/html", "application/json"])
def test_errors_and_refusals_bear_the_headers(client, address, sent, status, accepted):
    client.raise_request_exception = False
    page = client.get(address, HTTP_ACCEPT=accepted, **sent)
    assert page.status_code == status
    assert faults(page) == []


def test_a_page_without_its_token_bears_the_headers(chenjing):
    client = Client(enforce_csrf_checks=True)
    page = client.post(reverse("login"), {"username": "chenjing", "password": PASSWORD})
    assert page.status_code == 401
    assert faults(page) == []


@pytest.fixture
def behind_tls(settings, monkeypatch):
    """The settings as they are with NUOCHENG_HTTPS=1."""
    monkeypatch.setenv("NUOCHENG_HTTPS", "1")
    for name, value in runpy.run_path(str(ROOT / "config/settings.py")).items():
        if name == "HTTPS" or name.startswith(("SECURE_", "SESSION_COOKIE", "CSRF_COOKIE", "LANGUAGE_COOKIE")):
            setattr(settings, name, value)


def test_behind_tls_everybody_is_led_there(behind_tls, db):
    page = Client().get("/account/login/")
    assert page.status_code == 301
    assert page.url == "https://testserver/account/login/"
    assert faults(page) == []


def test_behind_tls_every_cookie_is_for_tls_only(behind_tls, chenjing):
    client = Client(headers={"X-Forwarded-Proto": "https"})
    pages = [
        client.get("/account/login/"),
        client.post("/account/login/", {"username": "chenjing", "password": PASSWORD}),
        client.post(reverse("set_theme"), {"theme": "dark"}),
        client.post(reverse("set_language"), {"language": "en", "next": "/"}),
    ]
    assert {name for page in pages for name in page.cookies} >= {"csrftoken", "sessionid", "known_browser", "theme"}
    for page in pages:
        assert faults(page, secure=True) == []
        assert page.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_without_tls_no_cookie_asks_for_it(chenjing):
    page = Client().post("/account/login/", {"username": "chenjing", "password": PASSWORD})
    assert set(page.cookies) >= {"sessionid", "known_browser"}
    assert faults(page) == []


def saved_as(page) -> str:
    """As a browser reads it (RFC 6266): nothing but the one name, in UTF-8."""
    assert page.getvalue()
    disposition = page.headers["Content-Disposition"]
    assert disposition.isascii()
    found = re.fullmatch(r"attachment; filename\*=utf-8''([^;\"' ]+)", disposition)
    assert found, disposition
    return unquote(found[1])


@pytest.mark.parametrize("extension", ["pdf", "docx", "txt"])
def test_downloads_keep_their_chinese_names(client, chenjing, extension):
    letter = finished(chenjing, entity_name="杭州“示例”（集团）有限公司")
    page = client.get(reverse("letter_file", args=[letter.pk, extension]))
    assert saved_as(page).startswith("杭州“示例”（集团）有限公司-消费者信息保护服务承诺书-")
    assert saved_as(page).endswith(f".{extension}")
    assert faults(page) == []


def test_stored_files_and_the_register_keep_their_chinese_names(as_person, chenjing, lintao, monkeypatch):
    print_quickly(monkeypatch)
    letter, legal = issued(chenjing, lintao), as_person(lintao)
    scan = attach_scan(letter, by=lintao, name="盖章 扫描件;\"'.pdf", content_type="application/pdf", content=PDF)
    assert saved_as(legal.get(reverse("letter_file", args=[letter.pk, "pdf"]))) == f"{letter.number}.pdf"
    assert saved_as(legal.get(reverse("attachment", args=[letter.pk, scan.pk]))) == scan.name
    assert saved_as(legal.get(reverse("register_file"))).startswith("承诺书登记册-")


@pytest.mark.parametrize(
    "hostile", ["a\u202efdp", 'a"; filename="b', "a\r\nX: y", "a/../../b", "a\\b", "a\0b", "..", "con"]
)
def test_no_name_leaves_its_header_or_its_folder(hostile):
    name = letter_filename(hostile, "", "", date(2026, 11, 22), "pdf")
    assert not set(name) & set('/\\:*?"<>|\r\n\0\u202e')
    assert name.endswith("2026-11-22.pdf")
