"""The HTML says what the document says, in marked-up pieces that the preview can find, and trusts no answer."""

import re
from dataclasses import is_dataclass
from html import unescape
from typing import get_args

import pytest
from django.template.loader import get_template
from hypothesis import given, settings
from hypothesis import strategies as st

from letters.document import blocks
from letters.document.blocks import (
    AnnexLine,
    Blank,
    Block,
    Document,
    Gap,
    Heading,
    Item,
    NumberLine,
    Paragraph,
    PartyLine,
    Run,
    Signature,
    SignatureLine,
    Text,
    Title,
    Value,
    Verification,
)
from letters.writers.html import KINDS, TEMPLATES, document_html
from letters.writers.options import DRAFT
from letters.writers.page import letter_style, page_html
from tests.writers.sample_letter import letter_of, sample_letter

words = st.text(st.sampled_from("承诺书2026年 \n　，。（）《》“”〔〕□☑—×％<>&\"'`{}%#;!-/=scriptmark"), max_size=20)
keys = st.sampled_from(["entity_name", "work_name"])
runs = st.lists(
    st.one_of(
        st.builds(Text, words, st.booleans()),
        st.builds(Value, keys, words),
        st.builds(Gap, keys, words),
        st.builds(Blank, keys, words),
    ),
    max_size=4,
).map(tuple)
levels = st.integers(1, 3)
numbers = st.sampled_from(["一、", "（一）", "1.", "1.1", "第一章　", "第一条　", "①", ""])
documents = st.lists(
    st.one_of(
        *(st.builds(kind, runs) for kind in (Title, NumberLine, PartyLine, Paragraph, AnnexLine)),
        st.builds(Heading, levels, numbers, runs, st.sampled_from(["", "incidents"])),
        st.builds(Item, st.integers(1, 5), numbers, runs),
        st.builds(
            Verification, st.sampled_from(["7K3M-QX9T"]), st.sampled_from(["https://example.cn/verify/7K3MQX9T/"])
        ),
        st.builds(Signature, st.lists(st.builds(SignatureLine, words, runs), max_size=3).map(tuple)),
    ),
    max_size=8,
).map(lambda found: Document("cip-1/1", "承诺书", "示例科技有限公司", tuple(found)))


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def said(html: str) -> str:
    return bare(unescape(re.sub(r"<[^>]*>", "", html)))


@settings(max_examples=150, deadline=None)
@given(documents)
def test_text_without_tags_is_the_text_of_the_document(document):
    assert said(document_html(document)) == bare(document.text)


@settings(max_examples=50, deadline=None)
@given(documents)
def test_only_the_templates_make_tags(document):
    tags = set(re.findall(r"</?([a-z0-9]+)", document_html(document)))
    assert tags <= {"article", "h2", "h3", "h4", "h5", "p", "div", "span", "mark", "strong", "img"}


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", '" onmouseover="x', "'><img src=x>", "{{ x }}{% x %}"]
)
def test_an_answer_stays_an_answer(hostile):
    html = document_html(letter_of(Value("entity_name", hostile), Text(hostile), Blank("entity_name", hostile)))
    assert said(html) == bare(f"承诺书{hostile * 3}")
    assert re.findall(r"<(?:script|img)|<[^>]* on[a-z]+=", html) == []


def test_values_gaps_and_blanks_name_their_field():
    html = document_html(
        letter_of(Value("k", "3"), Gap("g", "检查频次"), Blank("b", "____"), Text("本单位", strong=True))
    )
    assert '<mark class="value" data-field="k">3</mark>' in html
    assert '<mark class="gap" data-field="g">［检查频次待填］</mark>' in html
    assert '<span class="blank" data-field="b">____</span>' in html
    assert "<strong>本单位</strong>" in html


def test_a_box_to_tick_stays_with_its_label():
    html = document_html(letter_of(Value("promisor_type", "☑企业　□个人"), Blank("b", "□<b>")))
    assert '<span class="whole">☑企</span>业　<span class="whole">□个</span>人</mark>' in html
    assert '<span class="whole">□&lt;</span>b&gt;</span>' in html


def test_what_may_not_be_parted_from_the_next_is_marked():
    kept = re.findall(r'<p class="(letter-[a-z]+)[^"]* kept">(.*?)</p>', document_html(sample_letter()))
    assert kept[0][1].endswith("郑重承诺如下：")
    assert [kind for kind, _ in kept[1:]] == ["letter-item", "letter-paragraph", "letter-annex"]
    assert kept[2][1] == "特此承诺。"


def test_pieces_of_a_line_touch_each_other():
    assert "每日<mark class" in document_html(letter_of(Text("每日"), Value("k", "3"), Text("次")))
    assert "</mark>次</p>" in document_html(letter_of(Text("每日"), Value("k", "3"), Text("次")))


def test_headings_stand_below_the_title():
    parts = (Title((Text("题"),)), *(Heading(level, f"{level}.", (Text("目"),), f"a{level}") for level in (1, 2, 3)))
    html = document_html(Document("x/1", "题", "", parts))
    assert re.findall(r"<(h\d)", html) == ["h2", "h3", "h4", "h5"]
    assert re.findall(r'id="([^"]*)"', html) == ["clause-a1", "clause-a2", "clause-a3"]


def test_a_bare_number_is_set_off_from_its_words():
    parts = (Item(2, "1.1", (Text("宗旨"),)), Item(2, "1.", (Text("宗旨"),)))
    html = document_html(Document("x/1", "题", "", parts))
    assert "1.1</span> 宗旨" in html
    assert "1.</span>宗旨" in html


def test_every_kind_of_block_and_run_has_its_place():
    assert set(TEMPLATES) == set(get_args(Block))
    assert set(KINDS) == set(get_args(Run))
    assert {kind for kind in vars(blocks).values() if is_dataclass(kind)} == {
        *TEMPLATES,
        *KINDS,
        SignatureLine,
        Document,
    }
    assert all(get_template(name) for name in TEMPLATES.values())


def test_a_saved_page_stands_alone():
    page = page_html(sample_letter())
    assert '<html lang="zh-CN">' in page
    assert "<title>消费者信息保护服务承诺书</title>" in page
    assert '<meta name="author" content="示例科技有限公司"/>' in page
    assert letter_style() in page
    assert re.findall(r"https?:|url\(|@import|<link|<script| src=", page) == []


def test_a_saved_page_says_that_it_is_a_draft():
    assert '<body class="letter-page official" data-watermark="草稿">' in page_html(sample_letter(), DRAFT)
    assert '<body class="letter-page official">' in page_html(sample_letter())
