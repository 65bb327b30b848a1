"""Error pages say what to do and give a number to quote; nothing posted brings the server down."""

import logging

import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client
from django.urls import reverse

from tests.wizard.pages import begun, fill_url, step_post


@pytest.fixture
def client(as_person, chenjing):
    return as_person(chenjing)


def test_not_found_says_what_to_do_and_gives_a_number(client, caplog):
    """ux 40"""
    with caplog.at_level(logging.WARNING, "letters.web.errors"):
        page = client.get("/nowhere/")
    assert page.status_code == 404
    number = page.context["number"]
    assert number in page.content.decode()
    assert any(number in record.getMessage() for record in caplog.records)


def test_who_is_not_signed_in_is_not_sent_to_the_desk(client):
    stranger = Client().get("/nowhere/").content.decode()
    assert "回到工作台</a>" not in stranger
    assert f'href="{reverse("login")}">登录</a>' in stranger
    assert "回到工作台</a>" in client.get("/nowhere/").content.decode()


def test_a_server_error_is_a_page_and_not_a_trace(client, monkeypatch, chenjing):
    """ux 40"""
    monkeypatch.setattr("letters.wizard.views.letter_html", lambda journey: 1 / 0)
    client.raise_request_exception = False
    page = client.get(fill_url(begun("cip-1", chenjing), "basis"))
    assert page.status_code == 500
    assert "已保存的内容都在" in page.content.decode()
    assert "ZeroDivisionError" not in page.content.decode()


@pytest.mark.parametrize("away", [OperationalError("the connection is closed"), InterfaceError("connection closed")])
@pytest.mark.parametrize(
    "place", ["letters.wizard.views.letter_html", "django.contrib.sessions.backends.db.SessionStore.load"]
)
def test_a_database_that_is_away_says_how_to_send_once_more(client, monkeypatch, chenjing, place, away):
    def fail(*given):
        raise away

    address = fill_url(begun("cip-1", chenjing), "basis")
    monkeypatch.setattr(place, fail)
    client.raise_request_exception = False
    page = client.get(address)
    assert (page.status_code, page.headers["Retry-After"]) == (503, "60")
    assert "选择重新提交" in page.content.decode()
    reply = client.get(address, headers={"Accept": "application/json"})
    assert reply.status_code == 503
    assert "数据库暂时没有应答" in reply.json()["error"]


def test_scripts_get_their_errors_as_json(client):
    reply = client.get("/nowhere/", headers={"Accept": "application/json"})
    assert reply.status_code == 404
    assert "没有找到" in reply.json()["error"]


def test_a_body_beyond_all_measure_is_refused_with_a_page(client, chenjing):
    letter = begun("cip-1", chenjing)
    page = client.post(fill_url(letter, "basis"), step_post(letter, "basis", {"work_name": "甲" * 3_000_000}))
    assert page.status_code == 400
    assert "删减" in page.content.decode()


def test_far_too_many_fields_are_refused_with_a_page(client, chenjing):
    letter = begun("cip-1", chenjing)
    sent = step_post(letter, "basis", {}) | {f"field{number}": "x" for number in range(500)}
    assert client.post(fill_url(letter, "basis"), sent).status_code == 400


@pytest.mark.parametrize("path", ["/letters/new/cip-1/", "/letters/1/copy/", "/letters/1/bin/", "/letters/1/restore/"])
def test_what_changes_something_is_not_a_get(client, path):
    assert client.get(path).status_code == 405


@pytest.mark.parametrize("path", ["/%00", "/%ff%fe", "/letters/１/", "/" + "x" * 7000, "/letters/1/files/letter.exe"])
def test_odd_addresses_are_not_found(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.django_db
def test_an_unknown_language_changes_nothing():
    client = Client()
    client.post(reverse("set_language"), {"language": "xx", "next": "/account/login/"})
    assert client.get("/account/login/").headers["Content-Language"] == "zh-hans"
