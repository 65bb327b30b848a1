"""Answers that say how to reach someone."""

import pytest

from tests.questions.fields import question
from tests.questions.refusals import code, sentence


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("0571-88880000", "0571-88880000"),
        ("057188880000", "0571-88880000"),
        ("０５７１－８８８８００００", "0571-88880000"),
        ("0571 8888 0000", "0571-88880000"),
        ("（0571）88880000", "0571-88880000"),
        ("+86 571 8888 0000", "0571-88880000"),
        ("+86-0571-88880000", "0571-88880000"),
        ("0571-88880000转801", "0571-88880000-801"),
        ("0571—88880000—801", "0571-88880000-801"),
        ("01012345678", "010-12345678"),
        ("021-1234567", "021-1234567"),
        ("13800000000", "13800000000"),
        ("138 0000 0000", "13800000000"),
        ("+8613800000000", "13800000000"),
        ("0086-138-0000-0000", "13800000000"),
        ("400-800-0000", "400-800-0000"),
        ("4008000000", "400-800-0000"),
        ("8008100000", "800-810-0000"),
        ("95588", "95588"),
        ("12315", "12315"),
    ],
)
def test_telephone_number_gets_its_usual_spelling(typed, number):
    assert question("phone").clean(typed) == number


@pytest.mark.parametrize(
    "typed",
    [
        "123",
        "88880000",
        "1380000000",
        "12800000000",
        "138000000000",
        "0571-888800",
        "010123",
        "4001",
        "电话",
        "1" * 1_000,
    ],
)
def test_what_is_no_telephone_number_is_refused(typed):
    assert code(question("phone"), typed) == "bad_format"
    assert "0571-88880000" in sentence(question("phone"), typed)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("privacy@example.cn", "privacy@example.cn"),
        (" ｐrivacy＠example．cn ", "privacy@example.cn"),
        ("privacy@example。cn", "privacy@example.cn"),
        ("privacy@例子.中国", "privacy@例子.中国"),
    ],
)
def test_mail_address_is_mended(typed, address):
    assert question("email").clean(typed) == address


def test_mended_marks_are_said():
    assert question("email").repairs("a＠example.cn") == ("已把全角符号改为半角。",)


@pytest.mark.parametrize("typed", ["privacy", "a@b", "a b@example.cn", "a@example.cn, b@example.cn", "<a@example.cn>"])
def test_what_is_no_mail_address_is_refused(typed):
    assert code(question("email"), typed) == "bad_format"


@pytest.mark.parametrize(
    "typed",
    ["https://www.example.cn", "http://example.cn:8080/a?b=c#d", "https://例子.中国/路径", "HTTPS://EXAMPLE.CN"],
)
def test_web_address_is_accepted(typed):
    assert question("url").clean(typed) == typed


def test_web_address_typed_with_full_width_marks_is_mended():
    assert question("url").clean("https：／／www.example.cn") == "https://www.example.cn"


@pytest.mark.parametrize(
    "typed",
    [
        "www.example.cn",
        "javascript:alert(1)",
        "ftp://example.cn",
        "https://",
        "http://[",
        "https://a b.cn",
        "//example.cn",
        "data:,x",
    ],
)
def test_only_web_addresses_of_the_web_are_accepted(typed):
    assert code(question("url"), typed) == "bad_format"
    assert "https://" in sentence(question("url"), typed)


@pytest.mark.parametrize("typed", ["https://user:secret@example.cn", "https://user@example.cn"])
def test_web_address_with_credentials_is_refused_without_repeating_them(typed):
    assert code(question("url"), typed) == "bad_format"
    assert "secret" not in sentence(question("url"), typed)


@pytest.mark.parametrize("kind", ["email", "url"])
def test_addresses_have_at_most_200_characters(kind):
    typed = {"email": "a@" + "b." * 120 + "cn", "url": "https://example.cn/" + "a" * 182}[kind]
    assert code(question(kind), typed) == "too_long"
