"""A saved letter has a name that says what it is and that every system takes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.writers.filenames import letter_filename

TITLE, COMPANY, NUMBER, DAY = "消费者信息保护服务承诺书", "示例科技有限公司", "示科承诺2026-1", date(2026, 11, 21)


def test_name_says_number_company_title_and_date():
    """ux 33"""
    assert letter_filename(TITLE, COMPANY, NUMBER, DAY, "pdf") == (
        "〔示科承诺2026-1〕示例科技有限公司-消费者信息保护服务承诺书-2026-11-21.pdf"
    )


@pytest.mark.parametrize(
    ("title", "company", "number", "day", "name"),
    [
        (TITLE, COMPANY, "", DAY, f"{COMPANY}-{TITLE}-2026-11-21.docx"),
        (TITLE, "", "", None, f"{TITLE}.docx"),
        (TITLE, "", NUMBER, None, f"〔{NUMBER}〕{TITLE}.docx"),
        ("", "", "", None, "承诺书.docx"),
        (" . ", "\u200b", "//", None, "承诺书.docx"),
    ],
)
def test_what_is_empty_is_left_out_and_the_name_never_is(title, company, number, day, name):
    assert letter_filename(title, company, number, day, "docx") == name


@pytest.mark.parametrize(
    "refused", [*'\\/:*?"<>|', "\x00", "\n", "\x7f", "\u202e", "\u2066", "\u200f", "\ufeff", "\ud800"]
)
def test_refused_characters_are_dropped(refused):
    """ux 33"""
    name = letter_filename(f"承{refused}诺书", COMPANY, "", None, "pdf")
    assert refused not in name
    assert bare(name) == f"{COMPANY}-承诺书.pdf"


def bare(name: str) -> str:
    return "".join(name.split())


def test_brackets_of_a_document_number_are_kept():
    assert letter_filename(TITLE, "", "示科承诺〔2026〕1号", None, "txt") == f"〔示科承诺〔2026〕1号〕{TITLE}.txt"


LONG_COMPANY = "杭州" + "示例科技" * 49 + "公司"


@pytest.mark.parametrize("extension", ["pdf", "docx", "txt", "xlsx"])
def test_of_too_long_a_name_the_company_is_cut_and_nothing_else(extension):
    """ux 33"""
    assert len(LONG_COMPANY) == 200
    name = letter_filename(TITLE, LONG_COMPANY, NUMBER, DAY, extension)
    assert name.startswith(f"〔{NUMBER}〕杭州示例科技")
    assert name.endswith(f"…-{TITLE}-2026-11-21.{extension}")
    assert 225 < len(name.encode()) <= 250


def test_a_number_that_begins_with_the_company_says_it_once():
    number = f"{COMPANY}承诺〔2026〕1号"
    assert letter_filename(TITLE, COMPANY, number, DAY, "pdf") == f"〔{number}〕{TITLE}-2026-11-21.pdf"


def test_a_long_company_in_the_number_leaves_year_and_place():
    name = letter_filename(TITLE, LONG_COMPANY, f"{LONG_COMPANY}承诺〔2026〕12号", DAY, "pdf")
    assert name.startswith("〔杭州示例科技")
    assert name.endswith(f"…承诺〔2026〕12号〕{TITLE}-2026-11-21.pdf")


def test_a_long_title_is_cut_after_the_company_and_before_the_number():
    name = letter_filename("承诺" * 100, LONG_COMPANY, NUMBER, DAY, "docx")
    assert name.startswith(f"〔{NUMBER}〕杭州示例科技示…-承诺承诺")
    assert name.endswith("…-2026-11-21.docx")
    assert len(name.encode()) <= 250


@pytest.mark.parametrize("device", ["CON", "nul", "com1", "LPT9", "aux.x"])
def test_names_of_windows_devices_are_not_used(device):
    assert letter_filename(device, "", "", None, "pdf") == f"承诺书-{device}.pdf"


@given(*[st.text(max_size=300)] * 3, st.none() | st.dates())
def test_any_text_makes_a_name_that_can_be_saved(title, company, number, day):
    name = letter_filename(title, company, number, day, "pdf")
    assert name.endswith(".pdf")
    assert 5 <= len(name) <= 120
    assert len(name.encode()) <= 250
    assert not set(name) & set('\\/:*?"<>|\n\t\u202e')
    assert not name.startswith((" ", "."))


def test_a_path_cannot_be_smuggled_in():
    assert letter_filename("../../etc/passwd", "..", "", None, "pdf") == "etcpasswd.pdf"


def test_an_endless_extension_does_not_go_on_for_ever():
    assert letter_filename(TITLE, "", NUMBER, None, "pdf" * 1000) == f"〔{NUMBER}〕{TITLE}.pdfpdfpd"
