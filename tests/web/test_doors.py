"""Signing in and out, the ended session, the headers on every page."""

import pytest
from django.test import Client
from django.urls import reverse

from letters.models import Letter
from tests.people import PASSWORD
from tests.wizard.pages import begun, fill_url, reread, step_post


def test_signing_in_leads_where_one_wanted_to_go(chenjing):
    client = Client()
    page = client.get("/letters/new/")
    assert page.url == "/account/login/?next=/letters/new/"
    page = client.post(page.url, {"username": "chenjing", "password": PASSWORD, "next": "/letters/new/"})
    assert page.url == "/letters/new/"


def test_a_wrong_name_and_a_wrong_password_are_told_alike(chenjing):
    replies = [
        Client().post("/account/login/", {"username": name, "password": "wrong"}).context["form"].non_field_errors()
        for name in ("chenjing", "nobody")
    ]
    assert replies[0] == replies[1]


@pytest.mark.django_db
@pytest.mark.parametrize("url", ["https://example.cn/", "//example.cn", "javascript:alert(1)"])
def test_nobody_is_led_to_another_site(chenjing, url):
    page = Client().post("/account/login/", {"username": "chenjing", "password": PASSWORD, "next": url})
    assert page.url == "/"


def test_signing_out_is_a_post(as_person, chenjing):
    client = as_person(chenjing)
    assert client.get("/account/logout/").status_code == 405
    client.post("/account/logout/")
    assert client.get("/").status_code == 302


def test_changing_the_password(as_person, chenjing):
    client = as_person(chenjing)
    new = "another long passphrase"
    sent = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    assert client.post("/account/password/", sent).url == "/account/password/done/"
    assert client.get("/account/password/done/").status_code == 200
    chenjing.refresh_from_db()
    assert chenjing.check_password(new)


def test_a_short_password_is_refused_in_words(as_person, chenjing):
    sent = {"old_password": PASSWORD, "new_password1": "short", "new_password2": "short"}
    page = as_person(chenjing).post("/account/password/", sent)
    assert page.status_code == 200
    assert "12" in page.content.decode()


def test_account_errors_say_what_to_do(as_person, chenjing):
    wrong = {"old_password": "wrong", "new_password1": "a long new passphrase", "new_password2": "another one entirely"}
    page = as_person(chenjing).post("/account/password/", wrong).content.decode()
    assert "现在的密码不对，再填一次。" in page
    assert "两次填写的新密码不一样，再填一次。" in page
    page = Client().post("/account/login/", {"username": "chenjing", "password": "wrong"}).content.decode()
    assert "用户名或密码不对。" in page


def test_what_was_typed_survives_an_ended_session(chenjing):
    """ux 40: the session ends, the step is posted, one signs in, and the step is saved after all."""
    letter = begun("cip-1", chenjing)
    sent = step_post(letter, "basis", {"work_name": "消费者个人信息保护"})
    client = Client()
    page = client.post(fill_url(letter, "basis"), sent)
    assert page.status_code == 401
    kept = {f"kept-{name}": value for name, value in page.context["kept"]}
    sign_in = kept | {"username": "chenjing", "password": PASSWORD, "next": page.context["next"]}
    again = client.post(reverse("login"), sign_in)
    assert again.status_code == 200
    assert "消费者个人信息保护" in again.content.decode()
    client.post(again.context["url"], dict(again.context["kept"]))
    assert reread(letter).answers["work_name"] == "消费者个人信息保护"


def test_what_was_typed_survives_a_wrong_password(chenjing):
    sent = {"kept-work_name": "甲", "username": "chenjing", "password": "wrong", "next": "/letters/1/fill/basis/"}
    page = Client().post(reverse("login"), sent)
    assert page.context["kept"] == [("work_name", "甲")]
    assert page.context["next"] == "/letters/1/fill/basis/"


def test_what_was_typed_survives_a_page_older_than_the_sign_in(chenjing):
    """ux 40"""
    letter = begun("cip-1", chenjing)
    client = Client(enforce_csrf_checks=True)
    client.force_login(chenjing)
    page = client.post(fill_url(letter, "basis"), step_post(letter, "basis", {"work_name": "甲"}))
    assert page.status_code == 403
    assert ("work_name", "甲") in page.context["kept"]
    assert reread(letter).answers == {}


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://example.cn"}])
def test_another_site_cannot_put_words_into_that_page(chenjing, headers):
    letter = begun("cip-1", chenjing)
    client = Client(enforce_csrf_checks=True)
    client.force_login(chenjing)
    page = client.post(fill_url(letter, "basis"), step_post(letter, "basis", {"work_name": "外来"}), headers=headers)
    assert page.status_code == 403
    assert "外来" not in page.content.decode()


def test_a_switched_off_account_is_out_at_once(as_person, chenjing):
    client = as_person(chenjing)
    chenjing.is_active = False
    chenjing.save(update_fields=["is_active"])
    assert client.get("/").status_code == 302


def test_scripts_learn_who_is_signed_in(as_person, chenjing):
    assert Client().get(reverse("session")).json()["user"] is None
    known = as_person(chenjing).get(reverse("session")).json()
    assert known["user"] == "chenjing"
    assert len(known["token"]) > 30


def test_every_page_bears_the_headers(as_person, chenjing):
    """ux 46"""
    client = as_person(chenjing)
    letter = begun("cip-1", chenjing)
    paths = [
        "/",
        "/letters/new/",
        "/nowhere/",
        letter.get_absolute_url(),
        fill_url(letter, "basis"),
        "/account/password/",
    ]
    for path in [*paths, reverse("letter_file", args=[letter.pk, "txt"])]:
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["X-Frame-Options"] == "DENY"
        assert "no-store" in headers["Cache-Control"]


def test_health_is_public_and_says_nothing_else(db):
    assert Client().get("/healthz").content == b"ok\n"


def test_english_only_when_chosen(as_person, chenjing):
    client = as_person(chenjing)
    page = client.get("/letters/new/", headers={"Accept-Language": "en-US"})
    assert page.headers["Content-Language"] == "zh-hans"
    client.post(reverse("set_language"), {"language": "en", "next": "/letters/new/"})
    assert client.get("/letters/new/").headers["Content-Language"] == "en"


def test_administrators_keep_accounts_and_nothing_else(as_person, administrator, chenjing):
    """Users only, never a way round the rules."""
    letter = begun("cip-1", chenjing)
    client = as_person(administrator)
    page = client.get(f"/admin/auth/user/{chenjing.pk}/change/")
    assert page.status_code == 200
    assert not {"is_superuser", "user_permissions"} & set(page.context["adminform"].form.fields)
    assert client.get("/admin/letters/letter/").status_code == 404
    assert client.get("/admin/auth/group/").status_code == 404
    assert client.post(f"/admin/auth/user/{chenjing.pk}/delete/", {"post": "yes"}).status_code == 403
    assert client.get(letter.get_absolute_url()).status_code == 404
    assert Letter.objects.count() == 1


def test_others_do_not_reach_the_administration(as_person, chenjing, lintao, helei):
    for somebody in (chenjing, lintao, helei):
        assert as_person(somebody).get("/admin/").status_code == 403
        assert as_person(somebody).post("/admin/login/", {"username": "admin", "password": PASSWORD}).status_code == 403


def test_the_administration_has_no_sign_in_of_its_own(as_person, administrator):
    assert Client().get("/admin/auth/user/").url == "/account/login/?next=/admin/auth/user/"
    assert Client().get("/admin/login/").url == "/account/login/?next=/admin/login/"
    assert as_person(administrator).get("/admin/login/").url == "/admin/"
    assert as_person(administrator).get("/admin/password_change/").url == "/account/password/"
