"""The redline as HTML holds both versions, marks by more than colour, and can be cut down to the changes."""

import re
from typing import get_args

import pytest
from django.utils import translation
from hypothesis import given, settings
from lxml import html

from letters.document.blocks import (
    Block,
    Document,
    Heading,
    Item,
    Paragraph,
    Signature,
    SignatureLine,
    Text,
    Title,
    Value,
)
from letters.document.compare import compare
from letters.writers.redline_html import SHAPES, redline_html
from tests.document.versions import letter, versions
from tests.writers.sample_letter import sample_letter

ASIDE = ("visually-hidden", "redline-was", "redline-moved", "redline-skip", "redline-bar")
OLDER = letter(
    Title((Text("承诺书"),)),
    Heading(1, "一、", (Text("基本事项"),)),
    Item(2, "1.", (Text("每日检查系统"), Value("k", "2"), Text("次，逐次记录结果。"))),
    Item(2, "2.", (Text("定期对全体员工进行培训。"),)),
    Heading(1, "二、", (Text("监督"),)),
    Item(2, "1.", (Text("公布投诉电话并安排人员受理。"),)),
    Item(2, "2.", (Text("接受有关部门的监督。"),)),
    Item(2, "3.", (Text("配合检查，如实提供资料。"),)),
    Signature((SignatureLine("职务：", (Value("title", "经理"),)), SignatureLine("日期：", (Text("今日"),)))),
)
NEWER = letter(
    *OLDER.blocks[:2],
    Item(2, "1.", (Text("每日检查系统"), Value("k", "12"), Text("次，逐次记录结果。"))),
    *OLDER.blocks[3:5],
    Item(2, "1.", (Text("接受有关部门的监督。"),)),
    Item(2, "2.", (Text("配合检查，如实提供资料。"),)),
    OLDER.blocks[8],
)


def tree(older: Document, newer: Document, **options) -> html.HtmlElement:
    return html.fromstring(redline_html(compare(older, newer), **options))


def said(found: html.HtmlElement, without: str, *but: str) -> str:
    """What a reader sees who takes all changes for made, or for not made."""
    dropped = [one for one in found.iter() if one.tag == without or one.get("class") in (*ASIDE, *but)]
    for element in dropped:
        element.drop_tree()
    return bare(found.text_content())


def words(block: Block) -> str:
    """Without its number: of two numbers the newer is shown in full, the older only named beside it."""
    return block.text if isinstance(block, Signature) else "".join(run.text for run in block.runs)


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@settings(max_examples=60, deadline=None)
@given(versions())
def test_without_what_went_it_is_the_newer_text_and_without_what_came_the_older(pair):
    older, newer = pair
    assert said(tree(older, newer), "del") == bare(newer.text)
    assert said(tree(older, newer), "ins", "number") == bare("".join(words(block) for block in older.blocks))


@settings(max_examples=40, deadline=None)
@given(versions())
def test_every_block_of_the_newer_version_has_its_address(pair):
    found = tree(*pair).xpath("//@id")
    assert len(found) == len(set(found))
    assert [one for one in found if one.startswith("clause-")] == [f"clause-{at}" for at in range(len(pair[1].blocks))]


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", '" onmouseover="x', "</ins><img src=x>", "{{ x }}"])
def test_an_answer_stays_an_answer(hostile):
    older, newer = letter(Title((Text("题"),))), letter(Title((Value("k", hostile),)), Paragraph((Text(hostile),)))
    assert said(tree(older, newer), "del") == bare(hostile * 2)
    assert re.findall(r"<(?:script|img)|<[^>]* on[a-z]+=", redline_html(compare(older, newer))) == []


def test_changes_are_marked_up_and_said():
    """ux 28"""
    [clause] = tree(OLDER, NEWER).xpath("//*[@id='clause-2']")
    assert clause.get("class") == "letter-item level-2 is-changed"
    [went], [came] = clause.xpath("del"), clause.xpath("ins")
    assert (went.text_content(), came.text_content()) == ("删除：2", "新增：12")
    assert went.xpath("string(span[@class='visually-hidden'])") == "删除："


def test_a_clause_that_went_is_struck_out_with_its_number():
    [clause] = tree(OLDER, NEWER).xpath("//*[@id='removed-5']")
    assert (clause.get("class"), clause.get("data-number")) == ("letter-item level-2 is-removed", "1.")
    assert clause.xpath("del/span[@class='number']/text()") == ["1."]
    assert clause.text_content() == "删除：1.公布投诉电话并安排人员受理。"


def test_a_clause_that_came_is_marked_as_a_whole():
    [clause] = tree(NEWER, OLDER).xpath("//*[@id='clause-5']")
    assert clause.xpath("ins/span[@class='number']/text()") == ["1."]
    assert len(clause.xpath(".//ins")) == 1


def test_a_new_number_is_said_quietly():
    [clause] = tree(OLDER, NEWER).xpath("//*[@id='clause-5']")
    assert (clause.get("class"), clause.get("data-number")) == ("letter-item level-2 is-same", "1.")
    assert clause.xpath("span/text()") == ["1.", "原2"]


def test_moved_words_are_told_from_lost_ones():
    older, newer = (letter(*(Paragraph((Text(text * 9),)) for text in order)) for order in ("甲乙丙", "乙丙甲"))
    assert tree(older, newer).xpath("//span[@class='redline-moved']/text()") == [
        "移往他处，文字未改",
        "移到此处，文字未改",
    ]


def test_headings_above_a_change_are_its_context_and_the_rest_is_counted():
    found = tree(OLDER, NEWER)
    assert found.xpath("//*[contains(@class, 'is-context')]/@id") == ["clause-0", "clause-1", "clause-4"]
    assert [mark.text for mark in found.xpath("//*[@class='redline-skip']")] == ["……", "……"]
    assert found.xpath("//*[@class='redline-skip']/span/text()") == ["略去 1 段未改动的文字", "略去 4 段未改动的文字"]


def test_the_signature_block_is_one_part_with_its_lines_marked():
    newer = letter(
        *OLDER.blocks[:8], Signature((SignatureLine("职务：", (Value("title", "总监"),)), OLDER.blocks[8].lines[1]))
    )
    [block] = tree(OLDER, newer).xpath("//*[@id='clause-8']")
    assert block.get("class") == "letter-signature is-changed"
    assert [line.get("class") for line in block] == [
        "letter-signature-line is-changed",
        "letter-signature-line is-same",
    ]
    assert block.xpath("p[1]/span[@class='label']/text()") == ["职务："]
    assert block.xpath("p[1]/span[@class='entry']/del/mark/text()") == ["经理"]


@pytest.mark.parametrize("only_changes", [True, False])
def test_the_filter_stands_where_the_page_wants_it(only_changes):
    boxes = tree(OLDER, NEWER, only_changes=only_changes).xpath("//input[@type='checkbox']")
    assert [box.get("checked") is not None for box in boxes] == [only_changes]


def test_changes_are_counted_above_the_sheet():
    assert "2 处改动：修改 1，新增 0，删除 1" in redline_html(compare(OLDER, NEWER))


def test_versions_without_a_difference_say_so_and_need_no_filter():
    found = tree(sample_letter(), sample_letter())
    assert found.xpath("string(//*[@class='redline-count'])") == "两个版本的文字完全相同。"
    assert found.xpath("//input | //ins | //del") == []


def test_its_own_words_are_marked_as_the_language_of_the_page():
    with translation.override("en"):
        found = tree(OLDER, NEWER)
    assert set(found.xpath("//article//*[not(self::article)]/@lang")) == {"en"}
    assert found.xpath("//article/@lang") == ["zh-CN"]


def test_every_kind_of_line_has_its_shape():
    assert set(SHAPES) == {*get_args(Block), SignatureLine} - {Signature}
