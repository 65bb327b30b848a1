"""Trying too often: counted before hashing, told in words, nobody else shut out."""

import ipaddress
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import path
from django.utils import timezone

from config.urls import urlpatterns as all_addresses
from letters.models import Allowance, allowance
from letters.models.allowance import give_back, take
from letters.web.sign_in_form import KNOWN_BROWSER
from letters.web.throttling import TooMany, address_of, throttle
from tests.people import PASSWORD

MINUTE = timedelta(minutes=1)


def sign_in(name: str, password: str, client: Client | None = None, address: str = "203.0.113.7", **sent):
    sent = {"username": name, "password": password} | sent
    return (client or Client()).post("/account/login/", sent, REMOTE_ADDR=address)


def mistype(name: str, times: int, address: str = "203.0.113.7") -> list[int]:
    return [sign_in(name, "wrong", address=address).status_code for _ in range(times)]


def wait_over() -> None:
    Allowance.objects.update(ends_at=timezone.now() - timedelta(seconds=1))


def test_the_eleventh_try_is_refused_in_words_and_with_the_time_to_wait(chenjing):
    assert mistype("chenjing", 10) == [200] * 10
    page = sign_in("chenjing", PASSWORD)
    assert page.status_code == 429
    assert 0 < int(page.headers["Retry-After"]) <= 15 * 60
    assert "登录尝试次数过多，15 分钟后再试。" in page.content.decode()
    assert page.content.decode().count("忘记密码") == 1
    assert "sessionid" not in page.cookies


def test_after_the_wait_one_gets_in(chenjing):
    mistype("chenjing", 11)
    wait_over()
    assert sign_in("chenjing", PASSWORD).url == "/"


def test_who_gets_in_starts_afresh(chenjing):
    for _ in range(3):
        mistype("chenjing", 9)
        assert sign_in("chenjing", PASSWORD).url == "/"


def test_a_refused_try_is_not_hashed(chenjing, monkeypatch):
    mistype("chenjing", 10)
    monkeypatch.setattr("django.contrib.auth.forms.authenticate", lambda *args, **kwargs: pytest.fail("hashed"))
    assert sign_in("chenjing", PASSWORD).status_code == 429
    with pytest.raises(pytest.fail.Exception, match="hashed"):
        sign_in("somebody else", PASSWORD)


def test_a_refused_try_writes_nothing(chenjing, django_assert_num_queries):
    mistype("chenjing", 10)
    with django_assert_num_queries(1) as queries:
        sign_in("chenjing", PASSWORD)
    assert queries.captured_queries[0]["sql"].startswith("SELECT")


@pytest.mark.parametrize("name", ["chenjing", "nobody", "CHENJING", "ｃｈｅｎｊｉｎｇ"])
def test_nobody_learns_which_names_exist(chenjing, name):
    replies = [sign_in(name, "wrong") for _ in range(11)]
    assert [reply.status_code for reply in replies] == [200] * 10 + [429]
    texts = {reply.content.decode().replace(name, "") for reply in replies[:10]}
    assert len({text.split("csrfmiddlewaretoken")[0] for text in texts}) == 1


def test_an_unknown_name_costs_a_hash_as_well(db, monkeypatch):
    hashed = []
    monkeypatch.setattr("django.contrib.auth.models.User.set_password", lambda user, password: hashed.append(password))
    sign_in("nobody", "wrong")
    assert hashed == ["wrong"]


def test_one_mistyper_shuts_out_nobody_else_behind_the_same_proxy(chenjing, wanghao):
    assert mistype("chenjing", 100).count(429) == 90
    assert sign_in("wanghao", PASSWORD).url == "/"


def test_one_mistyper_is_not_shut_out_elsewhere(chenjing):
    mistype("chenjing", 11)
    assert sign_in("chenjing", PASSWORD, address="203.0.113.8").url == "/"


def test_an_address_that_tries_many_names_is_stopped(wanghao):
    replies = [mistype(f"name{number}", 1)[0] for number in range(70)]
    assert replies == [200] * 60 + [429] * 10
    assert sign_in("wanghao", PASSWORD).status_code == 429
    assert sign_in("wanghao", PASSWORD, address="203.0.113.8").url == "/"


def test_an_account_that_many_addresses_try_is_stopped_but_not_in_its_own_browser(chenjing):
    own = Client()
    sign_in("chenjing", PASSWORD, own)
    own.post("/account/logout/")
    assert own.cookies[KNOWN_BROWSER]["httponly"]
    assert [mistype("chenjing", 1, f"203.0.113.{number}")[0] for number in range(110)] == [200] * 100 + [429] * 10
    assert sign_in("chenjing", PASSWORD, address="198.51.100.1").status_code == 429
    assert sign_in("chenjing", PASSWORD, own, "198.51.100.1").url == "/"


def test_a_known_browser_is_throttled_too_and_known_for_one_account(chenjing, wanghao):
    own = Client()
    sign_in("chenjing", PASSWORD, own)
    assert [sign_in("chenjing", "wrong", own).status_code for _ in range(11)] == [200] * 10 + [429]
    mistype("wanghao", 10)
    assert sign_in("wanghao", PASSWORD, own).status_code == 429


@pytest.mark.parametrize("forged", ["", "chenjing", "0" * 64, "é"])
def test_a_forged_mark_of_a_known_browser_is_worth_nothing(chenjing, forged):
    mistype("chenjing", 10)
    client = Client()
    client.cookies[KNOWN_BROWSER] = forged
    assert sign_in("chenjing", PASSWORD, client).status_code == 429


def test_what_was_typed_survives_the_wait(chenjing):
    mistype("chenjing", 10)
    page = sign_in("chenjing", PASSWORD, next="/letters/1/fill/basis/", **{"kept-work_name": "甲"})
    assert page.status_code == 429
    assert page.context["kept"] == [("work_name", "甲")]


def test_the_old_password_is_throttled_as_well(as_person, chenjing):
    client = as_person(chenjing)
    sent = {"old_password": "wrong", "new_password1": "a long new passphrase", "new_password2": "a long new passphrase"}
    for _ in range(10):
        assert "现在的密码不对" in client.post("/account/password/", sent).content.decode()
    assert (
        "次数过多，15 分钟后再试。"
        in client.post("/account/password/", sent | {"old_password": PASSWORD}).content.decode()
    )
    chenjing.refresh_from_db()
    assert chenjing.check_password(PASSWORD)


def test_no_name_and_no_address_is_kept(chenjing):
    mistype("chenjing", 1)
    kept = str(list(Allowance.objects.values()))
    assert len(Allowance.objects.values()) == 3
    assert "chenjing" not in kept
    assert "203.0.113" not in kept


def test_rows_that_are_over_do_not_pile_up(db):
    for number in range(5):
        take(f"bucket {number}", most=1, per=MINUTE)
    wait_over()
    take("another", most=1, per=MINUTE)
    assert [row.bucket for row in Allowance.objects.all()] == ["another"]


def test_what_is_given_back_can_be_used_again(db):
    assert take("bucket", most=1, per=MINUTE) == 0
    assert 0 < take("bucket", most=1, per=MINUTE) <= 60
    give_back("bucket")
    give_back("bucket")
    assert take("bucket", most=1, per=MINUTE) == 0
    assert take("bucket", most=1, per=MINUTE) > 0


def request_from(address: str, passed_on: str = ""):
    extra = {"HTTP_X_FORWARDED_FOR": passed_on} if passed_on else {}
    return RequestFactory().get("/", REMOTE_ADDR=address, **extra)


def test_each_address_has_its_own_allowance_per_scope(db):
    for _ in range(3):
        throttle(request_from("203.0.113.7"), "verify", most=3, per=60)
    throttle(request_from("203.0.113.8"), "verify", most=3, per=60)
    throttle(request_from("203.0.113.7"), "other", most=3, per=60)
    with pytest.raises(TooMany) as refused:
        throttle(request_from("203.0.113.7"), "verify", most=3, per=60)
    assert 0 < refused.value.seconds <= 60


@pytest.mark.parametrize(
    ("proxies", "address", "passed_on", "expected"),
    [
        (0, "203.0.113.7", "198.51.100.9", "203.0.113.7"),
        (1, "127.0.0.1", "198.51.100.9", "198.51.100.9"),
        (1, "127.0.0.1", "forged, 198.51.100.9", "198.51.100.9"),
        (2, "127.0.0.1", "forged, 198.51.100.9, 10.0.0.2", "198.51.100.9"),
        (1, "127.0.0.1", "", "127.0.0.1"),
        (2, "127.0.0.1", "198.51.100.9", "127.0.0.1"),
        (1, "127.0.0.1", "not an address", ""),
        (0, "", "", ""),
        (0, "2001:db8::1:2:3:4", "", "2001:db8::/64"),
        (0, "::ffff:203.0.113.7", "", "203.0.113.7"),
    ],
)
def test_the_address_is_believed_as_far_as_our_own_proxies_wrote_it(settings, proxies, address, passed_on, expected):
    settings.NUOCHENG_PROXIES = proxies
    assert address_of(request_from(address, passed_on)) == expected


def test_the_addresses_of_one_network_are_one():
    home = ipaddress.IPv6Network("2001:db8:0:1::/64")
    assert len({address_of(request_from(str(home[number]))) for number in (1, 2, 2**60)}) == 1


@pytest.mark.parametrize(
    ("seconds", "words"), [(1, "1 秒"), (59, "59 秒"), (60, "1 分钟"), (61, "2 分钟"), (900, "15 分钟")]
)
def test_the_wait_is_told_rounded_up(seconds, words):
    assert TooMany(seconds).said == f"次数过多，{words}后再试。"


def takers(count: int, tries: int, most: int) -> int:
    """How many of `count` threads' tries were allowed."""

    def try_all(_) -> int:
        allowed = sum(take("bucket", most=most, per=MINUTE) == 0 for _ in range(tries))
        connection.close()
        return allowed

    with ThreadPoolExecutor(count) as threads:
        return sum(threads.map(try_all, range(count)))


@pytest.mark.django_db(transaction=True)
def test_many_at_once_get_exactly_what_is_allowed():
    assert takers(8, tries=10, most=20) == 20


@pytest.mark.django_db(transaction=True)
def test_reading_before_writing_would_allow_too_many(monkeypatch):
    """The negative control of the test above."""
    take("bucket", most=2, per=MINUTE)
    all_have_read = Barrier(4)

    def use_one(bucket, most, per):
        used = Allowance.objects.get(bucket=bucket).used
        all_have_read.wait(20)
        Allowance.objects.filter(bucket=bucket).update(used=used + 1)
        return used < most

    monkeypatch.setattr(allowance, "_use_one", use_one)
    assert takers(4, tries=1, most=2) == 4


def looked_at(request) -> HttpResponse:
    throttle(request, "looked at", most=2, per=60)
    return HttpResponse("seen")


urlpatterns = [path("looked-at/", looked_at), *all_addresses]


@pytest.mark.urls(__name__)
def test_a_page_asked_for_too_often_says_how_long_to_wait(as_person, chenjing):
    client = as_person(chenjing)
    assert [client.get("/looked-at/").status_code for _ in range(3)] == [200, 200, 429]
    page = client.get("/looked-at/")
    assert 0 < int(page.headers["Retry-After"]) <= 60
    assert page.context["heading"] == "次数过多。"
    assert page.context["advice"] in {f"{seconds} 秒后再试。" for seconds in range(60)} | {"1 分钟后再试。"}
    reply = client.get("/looked-at/", headers={"Accept": "application/json"})
    assert reply.status_code == 429
    assert "次数过多" in reply.json()["error"]
