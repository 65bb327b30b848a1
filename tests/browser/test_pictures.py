"""The pictures of the README, taken from the running program: `python3 run.py test tests/browser/test_pictures.py --pictures`

Without the flag they are taken all the same, and thrown away: so the way to new ones is never broken.
"""

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.utils import timezone
from PIL import Image
from playwright.sync_api import Page, expect

from letters.actions.comment import add_comment, reply_to
from letters.actions.return_ import return_letter
from letters.definitions.catalogue import letter_definition
from letters.models import Letter
from tests.answers import example_answers
from tests.browser.letter_sheet import editions, letter_sheet, save_sheet, shown_on
from tests.browser.steps import SAVED, field, paper, status, step_page
from tests.states import approved, expiring, print_quickly, reread, submitted
from tests.wizard.pages import begun

IMAGES = Path(__file__).resolve().parents[2] / "docs" / "images"
SIZE = {"width": 1280, "height": 800}
COLOURS = 128
OURS, SHOP, SERVICE = "杭州示例科技有限公司", "宁波示例商贸有限公司", "杭州示例客服外包有限公司"


@pytest.fixture
def folder(request, tmp_path):
    return IMAGES if request.config.getoption("--pictures") else tmp_path


@pytest.fixture
def take(folder):
    def picture(page: Page, name: str) -> None:
        taken = Image.open(BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        taken.save(folder / f"{name}.png", optimize=True)
        assert taken.size == (SIZE["width"], SIZE["height"])
        assert (folder / f"{name}.png").stat().st_size < 150_000

    return picture


def ago(letter: Letter, **passed: int) -> Letter:
    """As if it had been touched so long ago."""
    Letter.objects.filter(pk=letter.pk).update(updated_at=timezone.now() - timedelta(**passed))
    return reread(letter)


def answered(owner, letter_id: str, steps: int, **changed) -> Letter:
    """The first few steps filled in."""
    definition, answers = letter_definition(letter_id), example_answers(letter_id, **changed)
    asked = {asked.key for step in definition.steps[:steps] for asked in definition.fields_of(step.key)}
    return begun(letter_id, owner, **{key: typed for key, typed in answers.items() if key in asked})


def remarked(owner, reviewer) -> Letter:
    """Waits for legal, with a suggestion that was answered and a remark."""
    letter = submitted(owner, "cip-1", incident_report_hours="6", entity_name=OURS)
    first = add_comment(letter, by=reviewer, revision=1, text="写明由哪个部门负责，出了事找得到人。", block=3)
    reply_to(first, by=owner, text="由信息安全部负责，已与他们确认。")
    add_comment(letter, by=reviewer, revision=1, text="与去年那份的口径一致，很好。", block=5)
    return letter


def test_the_desk(visit, take, monkeypatch, chenjing, lintao):
    print_quickly(monkeypatch)
    ago(answered(chenjing, "osp-1", 5, entity_name=OURS), days=3)
    ago(submitted(chenjing, "csq-2", entity_name=SERVICE), days=2)
    returned = ago(submitted(chenjing, "ipc-2", entity_name=SHOP), hours=5)
    add_comment(returned, by=lintao, revision=1, text="退订路径写到第几级菜单。", block=4)
    ago(return_letter(returned, by=lintao, revision=1, note="补上退订路径。"), hours=3)
    ago(approved(chenjing, lintao, "cip-1", entity_name=OURS), hours=1)
    ago(expiring(chenjing, lintao, entity_name=SHOP), days=353)
    ago(answered(chenjing, "cip-2", 3, entity_name=OURS), minutes=12)
    page = visit(chenjing, viewport=SIZE)
    page.goto("/")
    expect(page.locator(".waiting-group")).to_have_count(2)
    take(page, "desk")


def test_a_step(visit, take, chenjing):
    letter = answered(chenjing, "cip-1", 4, entity_name=OURS)
    page = step_page(visit(chenjing, viewport=SIZE, reduced_motion="reduce"), letter, "deadlines")
    typed = field(page, "incident_report_hours")
    typed.fill("6")
    expect(page.locator("#id_incident_report_hours-advice")).to_contain_text("不得提交")
    expect(status(page)).to_have_text(SAVED)
    expect(paper(page).locator("[data-field=incident_report_hours]")).to_be_in_viewport()
    take(page, "step")


def test_a_review(visit, take, chenjing, lintao):
    letter = remarked(chenjing, lintao)
    page = visit(lintao, viewport=SIZE, reduced_motion="reduce")
    page.goto(f"/letters/{letter.pk}/review/")
    page.locator("#letter").scroll_into_view_if_needed()
    page.keyboard.press("n")
    expect(page.locator(".thread").first).to_be_focused()
    take(page, "review")


def test_the_letters(folder):
    file = folder / "letters.png"
    save_sheet(letter_sheet(), file)
    assert shown_on(file) == shown_on(IMAGES / file.name) == editions()
    assert file.stat().st_size < 1_500_000
