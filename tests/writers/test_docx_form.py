"""A blank form in Word can be filled in there: each answer once, in controls that read as the printed form."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from letters.definitions.catalogue import letter_definition, letter_definitions
from letters.document.blocks import Document
from letters.document.build import build_blank_form
from letters.writers.docx import render_docx
from letters.writers.form_fields import fields_to_fill
from letters.writers.options import Layout, PrintOptions
from tests.writers.libreoffice import needs_libreoffice, read_by_libreoffice
from tests.writers.word_file import bare, package_of, part
from tests.writers.word_form import (
    WORD_2010,
    controls,
    filled_in,
    kept,
    kept_at,
    kind_of,
    path_of,
    said,
    shown,
    text_with_controls,
    with_part,
)

ROOT = Path(__file__).parents[2]
# openxml-audit takes the type of a building block for that of a section (ECMA-376-1, 17.12.15 and 17.18.77).
NO_FAULT = "Value 'bbPlcHdr' is not in allowed values: ['continuous'"
PRINT_HASH = """
from hashlib import sha256
from tests.writers.test_docx_form import blank
print(sha256(blank("cip-1")).hexdigest())
"""


def options(letter_id: str, layout: Layout = Layout.OFFICIAL) -> PrintOptions:
    return PrintOptions(layout, form=fields_to_fill(letter_definition(letter_id)))


def blank(letter_id: str, layout: Layout = Layout.OFFICIAL) -> bytes:
    return render_docx(form_of(letter_id), options(letter_id, layout))


def form_of(letter_id: str) -> Document:
    return build_blank_form(letter_definition(letter_id))


@pytest.fixture(scope="module")
def content() -> bytes:
    return blank("cip-1")


def named(content: bytes, tag: str) -> list:
    return [control for control in controls(content) if said(control, "tag") == tag]


def faults_found_in(content: bytes, folder: Path) -> list[str]:
    file = folder / "form.docx"
    file.write_bytes(content)
    return [
        fault.description for fault in OpenXmlValidator().validate(file).errors if NO_FAULT not in fault.description
    ]


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("letter_id", letter_definitions())
def test_every_letter_is_a_sound_form_that_reads_as_the_printed_one(letter_id, layout, tmp_path):
    content = blank(letter_id, layout)
    assert text_with_controls(content) == bare(form_of(letter_id).text)
    assert faults_found_in(content, tmp_path) == []


def test_the_checker_finds_a_control_that_word_would_not_open(content, tmp_path):
    """The negative control."""
    with package_of(content) as package:
        document = package.read("word/document.xml")
    broken = with_part(content, "word/document.xml", document.replace(b"<w:sdtPr>", b"<w:sdtPr><w:colour/>"))
    assert faults_found_in(broken, tmp_path) != []


def test_a_question_is_named_in_chinese_and_tagged_with_its_field(content):
    [control] = named(content, "work_name")
    assert said(control, "alias") == "工作名称"
    assert said(control, "lock") == "sdtLocked"
    assert kind_of(control) == "text"
    assert set(shown(control)) == {"_"}


def test_one_of_several_is_chosen_from_a_list_that_prints_as_boxes(content):
    [control] = named(content, "risk_assessment_cycle")
    assert shown(control) == "□每月　□每季度　□每半年　□每年"
    items = control.findall(f".//{qn('w:listItem')}")
    assert [item.get(qn("w:displayText")) for item in items] == ["每月", "每季度", "每半年", "每年"]
    assert len({item.get(qn("w:value")) for item in items}) == 4


def test_several_are_ticked_each_in_a_box_of_its_own(content):
    boxes = [control for control in controls(content) if said(control, "tag").startswith("legal_basis.")]
    assert len(boxes) == len(letter_definition("cip-1").field("legal_basis").choices)
    assert {kind_of(box) for box in boxes} == {"checkbox"}
    assert {shown(box) for box in boxes} == {"□"}
    assert said(boxes[0], "alias").endswith("：中华人民共和国个人信息保护法")
    [state] = boxes[0].iter(f"{WORD_2010}uncheckedState")
    assert chr(int(state.get(f"{WORD_2010}val"), 16)) == "□"


def test_a_clause_that_may_apply_has_a_box_bound_to_no_question(content):
    boxes = named(content, "clause")
    assert boxes
    assert {kind_of(box) for box in boxes} == {"checkbox"}
    assert {path_of(box) for box in boxes} == {None}


def test_a_day_is_picked_from_a_calendar(content):
    [control] = named(content, "sign_date")
    assert kind_of(control) == "date"
    assert control.xpath(".//w:date/w:dateFormat/@w:val", namespaces=control.nsmap) == ["yyyy'年'M'月'd'日'"]
    assert shown(control) == "______年____月____日"


def test_long_answers_may_have_several_lines():
    [control] = named(blank("osp-1"), "service_scope")
    assert control[0].find(qn("w:text")).get(qn("w:multiLine")) == "1"


def test_a_place_to_sign_is_for_ink(content):
    assert "signature" not in {said(control, "tag") for control in controls(content)}
    assert "（签字）：______________" in text_with_controls(content)


@pytest.mark.parametrize("letter_id", letter_definitions())
def test_every_question_is_kept_once_and_every_control_finds_it(letter_id):
    content = blank(letter_id)
    form = kept(content)
    for control in controls(content):
        if path := path_of(control):
            [answer] = kept_at(form, path)
            assert answer.text == ("false" if kind_of(control) == "checkbox" else None)
    numbers = [said(control, "id") for control in controls(content)]
    assert len(numbers) == len(set(numbers)) > 5


def test_an_answer_asked_at_several_places_is_one_answer(content):
    places = named(content, "entity_name")
    assert len(places) > 2
    assert len({path_of(place) for place in places}) == 1


def test_a_rule_comes_back_when_its_answer_is_deleted(content):
    glossary = part(content, "word/glossary/document.xml")
    rules = {
        "".join(block.xpath(".//w:name/@w:val", namespaces=block.nsmap)[:1]): "".join(block.itertext())
        for block in glossary.iter(qn("w:docPart"))
    }
    for control in controls(content):
        if kind_of(control) != "checkbox":
            [rule] = control[0].xpath("w:placeholder/w:docPart/@w:val", namespaces=control.nsmap)
            assert rules[rule] == shown(control)


@pytest.mark.parametrize(("seed", "zone"), [("0", "Asia/Shanghai"), ("4711", "Etc/GMT+12")])
def test_same_form_gives_same_bytes_in_another_process(content, seed, zone):
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", PRINT_HASH]
    there = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert there.stdout.strip() == sha256(content).hexdigest()


@needs_libreoffice
def test_libreoffice_shows_the_rules_and_fills_in_everywhere_what_is_filled_in_once(content, tmp_path):
    empty = read_by_libreoffice(content, tmp_path)
    assert bare(empty) == bare(form_of("cip-1").text)
    filled = read_by_libreoffice(filled_in(content, "entity_name", "杭州示例科技有限公司"), tmp_path)
    assert filled.count("杭州示例科技有限公司") == len(named(content, "entity_name"))
