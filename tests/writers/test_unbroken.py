"""Numbers of filings and standards, spans of time and boxes with their labels stay on one line."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.document.blocks import Document, Paragraph, Text, Title, Value
from letters.writers import unbroken
from letters.writers.pdf import render_pdf
from letters.writers.unbroken import pieces
from tests.writers.pdf_file import pages_of

TOGETHER = ("浙ICP备", "12345678号", "GB/T", "35273—2020", "9:00—21:00", "0571-88880000", "□企")
TEXTS = (
    *("浙ICP备12345678号", "浙公网安备33010602000000号", "GB/T 35273—2020", "9:00—21:00"),
    *("0571-88880000", "□企业"),
)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("备案号为浙ICP备12345678号-1，", ["浙ICP备", "12345678号-1"]),
        ("浙公网安备33010602000000号", ["浙公网安备", "33010602000000号"]),
        ("（GB/T 35273—2020，参照）", ["GB/T", "35273—2020"]),
        ("采用TLS 1.3传输", ["1.3"]),
        ("工作日9:00—18:00服务", ["9:00—18:00"]),
        ("☑企业　□个人", ["☑企", "□个"]),
        ("每日开展4次检查，在24小时内完成", []),
        ("https://www.example.cn/a/very/long/way/to/a/page", []),
        ("____年__月", []),
    ],
)
def test_what_stays_on_one_line(text, whole):
    found = [piece for is_whole, piece in pieces(text) if is_whole]
    assert [piece for piece in whole if piece not in found] == []
    if not whole:
        assert found == []


@given(st.text(alphabet="中浙ICP备号0123456789ABZ /:.—-□☑_企", max_size=80))
def test_no_character_is_lost_and_nothing_long_is_held(text):
    assert "".join(piece for _, piece in pieces(text)) == text
    assert all(len(piece) <= unbroken.LONGEST for whole, piece in pieces(text) if whole)


def parted() -> set[str]:
    """Which of these end a line of the PDF before their own end, wherever on the line they start."""
    blocks = [Paragraph((Text("中" * before), Value("k", text))) for text in TEXTS for before in range(13, 27)]
    lines = "".join(pages_of(render_pdf(Document("x/1", "题", "", (Title((Text("题"),)), *blocks))))).split("\n")
    ends = [(one.rstrip(), other.strip()) for one, other in pairwise(lines)]
    return {text for text in TOGETHER for one, other in ends if is_parted(text, one, other)}


def is_parted(text: str, one: str, other: str) -> bool:
    return any(
        one.endswith(text[:cut].rstrip()) and other.startswith(text[cut:].lstrip()) for cut in range(1, len(text))
    )


def test_the_pdf_parts_none_of_them():
    assert parted() == set()


def test_without_the_rule_it_does(monkeypatch):
    """The negative control."""
    monkeypatch.setattr(unbroken, "LONGEST", 0)
    assert {"浙ICP备", "9:00—21:00"} <= parted()


def test_copied_text_has_no_mark_of_it():
    document = Document("x/1", "题", "", (Title((Text("题"),)), Paragraph((Text("备案号：浙ICP备12345678号"),))))
    assert "备案号：浙ICP备12345678号" in re.sub(r"\s", "", "".join(pages_of(render_pdf(document))))
