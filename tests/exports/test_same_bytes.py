"""The same revision gives the same bytes: over processes, hash seeds, time zones and days, in both layouts and formats."""

import hashlib
import json
import os
import pickle
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from letters.actions.lay_out import choose_layout, print_options
from letters.actions.printing import ISSUED_FORMATS, _document, printed
from letters.definitions.catalogue import letter_definition
from letters.document.blocks import Document
from letters.models import Letter
from letters.models.companies import change_logo
from letters.models.drafting import start_letter
from letters.models.files import keep_file
from letters.workflow import Status
from letters.writers.logo import read_logo
from letters.writers.options import Layout, PrintOptions
from tests.answers import example_answers
from tests.companies.records import company_of
from tests.states import brought_to
from tests.writers.logos import picture

ROOT = Path(__file__).resolve().parent.parent.parent
# Twenty-six hours apart, so that it is never the same day in both.
ELSEWHERE = (("0", "Pacific/Kiritimati", "400"), ("4711", "Etc/GMT+12", "-400"))


@pytest.fixture
def letter(chenjing, lintao) -> Letter:
    """Approved, of a company with a logo."""
    company = company_of(chenjing, entity_name="杭州示例科技有限公司")
    change_logo(company, keep_file(read_logo(picture("PNG", (300, 100))).png), by=chenjing)
    draft = start_letter(letter_definition("cip-1"), by=chenjing, answers=example_answers("cip-1"), company=company)
    return brought_to(Status.APPROVED, draft, lintao)


def laid_out(letter: Letter, layout: Layout, by) -> Letter:
    choose_layout(letter, layout, by=by)
    return Letter.objects.get(pk=letter.pk)


def printed_elsewhere(jobs: list[tuple[str, Document, PrintOptions]], seed: str, zone: str, ahead: str) -> dict:
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.exports.print_elsewhere", ahead]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, input=pickle.dumps(jobs), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def test_any_process_on_any_day_prints_the_same_files(letter, lintao):
    here, jobs = [], []
    for layout in Layout:
        found = laid_out(letter, layout, lintao)
        here += [hashlib.sha256(file.content).hexdigest() for file in printed(found)]
        jobs += [(kind, _document(found), print_options(found)) for kind in ISSUED_FORMATS]
    assert len(set(here)) == len(jobs) == 4
    there = [printed_elsewhere(jobs, *where) for where in ELSEWHERE]
    days = [date.fromisoformat(each["day"]) for each in there]
    assert min(abs((day - date.today()).days) for day in days) > 300
    assert [each["digests"] for each in there] == [here, here]


def test_another_logo_gives_other_bytes(letter, lintao, chenjing):
    """The negative control: what is compared above does depend on what is printed."""
    before = {file.extension: file.content for file in printed(laid_out(letter, Layout.BUSINESS, lintao))}
    company = letter.company_record
    change_logo(company, keep_file(read_logo(picture("PNG", (200, 100))).png), by=chenjing)
    after = {file.extension: file.content for file in printed(Letter.objects.get(pk=letter.pk))}
    assert not [kind for kind in ISSUED_FORMATS if before[kind] == after[kind]]
