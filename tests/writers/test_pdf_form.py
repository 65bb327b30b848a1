"""A blank form as a PDF that is filled in on a screen: true to PDF/UA-1, and filled in once it is filled everywhere."""

import os
import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from letters.definitions.catalogue import letter_definition, letter_definitions
from letters.document.build import build_blank_form
from letters.writers import pdf_form, pdf_tags
from letters.writers.form_fields import fields_to_fill
from letters.writers.options import Layout, PrintOptions
from letters.writers.pdf import render_pdf
from tests.writers.filled_pdf import FilledPage, form_opened
from tests.writers.form_rules import form_faults_of, widgets_of
from tests.writers.pdf_file import bare, opened, said_by
from tests.writers.qpdf_file import QpdfFile, needs_qpdf

ROOT = Path(__file__).parents[2]
NAME = "杭州示例科技有限公司"
PRINT_HASH = """
import django
django.setup()
from hashlib import sha256
from tests.writers.test_pdf_form import form
print(sha256(form("cip-1")).hexdigest())
"""


def form(letter_id: str, layout: Layout = Layout.OFFICIAL) -> bytes:
    definition = letter_definition(letter_id)
    return render_pdf(build_blank_form(definition), PrintOptions(layout, form=fields_to_fill(definition)))


@pytest.fixture(scope="module")
def content() -> bytes:
    return form("cip-1")


def fields(file: QpdfFile) -> dict[str, dict]:
    found = [file.value(field) for field in file.get(file.catalog, "/AcroForm", "/Fields")]
    return {file.value(field["/T"]): field for field in found}


@needs_qpdf
@pytest.mark.parametrize("letter_id", letter_definitions())
def test_every_form_can_be_read_aloud_and_says_what_the_printed_one_says(letter_id):
    content = form(letter_id)
    document = build_blank_form(letter_definition(letter_id))
    assert form_faults_of(content) == []
    assert said_by(content, document) == bare(document.text)


@needs_qpdf
def test_so_can_the_compact_layout():
    assert form_faults_of(form("osp-1", Layout.BUSINESS)) == []


@needs_qpdf
def test_questions_have_their_names_and_kinds(content):
    file = QpdfFile(content)
    found = fields(file)
    assert file.value(found["entity_name"]["/TU"]) == "承诺单位全称"
    assert len(found["entity_name"]["/Kids"]) > 2
    assert found["entity_name"]["/FT"] == "/Tx"
    assert found["legal_basis-pipl"]["/FT"] == found["clause-1"]["/FT"] == "/Btn"
    assert len(found["risk_assessment_cycle"]["/Kids"]) == 4
    dated = [file.value(found[f"sign_date-{part}"]["/TU"]) for part in (1, 2, 3)]
    assert dated == ["签署日期（年）", "签署日期（月）", "签署日期（日）"]
    assert "signature" not in found


def test_what_is_typed_once_stands_at_every_place(content):
    """Chinese too: of a font that is not in the file."""
    with form_opened(content) as file:
        page = FilledPage(file, 0)
        places = [spot for spot in page.spots() if spot.name == "entity_name"]
        before = [page.ink_in(spot) for spot in places]
        page.fill(places[0], NAME)
        assert len(places) == 2
        assert all(page.ink_in(spot) > ink + 200 for spot, ink in zip(places, before, strict=True))


def test_a_box_is_ticked_and_of_several_to_choose_from_only_one(content):
    with form_opened(content) as file:
        for number in range(len(file)):
            page = FilledPage(file, number)
            choices = [spot for spot in page.spots() if spot.name == "risk_assessment_cycle"]
            if choices:
                before = [page.ink_in(spot) for spot in choices]
                page.fill(choices[0])
                page.fill(choices[1])
                more = [page.ink_in(spot) - ink for spot, ink in zip(choices, before, strict=True)]
                assert [bool(ink) for ink in more] == [False, True, False, False]
                return
    pytest.fail("the choice is on no page")


def test_the_form_to_print_has_no_fields_and_stays_archivable():
    printed = render_pdf(build_blank_form(letter_definition("cip-1")))
    assert widgets_of(QpdfFile(printed)) == []
    assert b"pdfaid" in printed


@pytest.mark.parametrize(("seed", "zone"), [("0", "Asia/Shanghai"), ("4711", "Etc/GMT+12")])
def test_same_form_gives_same_bytes_in_another_process(content, seed, zone):
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", PRINT_HASH]
    there = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert there.stdout.strip() == sha256(content).hexdigest()


def test_a_form_has_no_date(content):
    assert re.search(rb"/(CreationDate|ModDate)", content) is None


@needs_qpdf
class TestTheRulesFindFaults:
    """Each control breaks one thing, and the rules say which."""

    def test_of_fields_that_the_structure_does_not_know(self, monkeypatch):
        monkeypatch.setattr(pdf_tags, "_text", lambda marks: [mark for mark in marks if hasattr(mark, "is_text")])
        assert "a field outside a form element of its own" in form_faults_of(form("cip-4"))

    def test_of_fields_without_words(self, monkeypatch):
        monkeypatch.setattr(pdf_form.Widget, "label", "", raising=False)
        assert "a field without words" in form_faults_of(form("cip-4"))

    def test_of_a_letter_that_is_no_form(self):
        printed = render_pdf(build_blank_form(letter_definition("cip-4")))
        assert form_faults_of(printed) == ["a form that claims to be archivable"]


def test_pages_are_as_many_as_are_printed_or_one_more(content):
    with opened(content) as filled, opened(render_pdf(build_blank_form(letter_definition("cip-1")))) as printed:
        assert len(filled) - len(printed) in (0, 1)
