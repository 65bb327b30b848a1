"""Every letter from 新建承诺书 to the finished files, left in the middle and taken up again."""

import pytest
from playwright.sync_api import Page, expect

from letters.definitions.catalogue import letter_definition
from letters.journey import Journey
from letters.questions.registry import question_for
from letters.writers.fonts import build_fonts
from tests.answers import example_answers
from tests.browser.steps import answer, answer_step, button, card, field

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
MAGIC = {"下载 PDF": (".pdf", b"%PDF-"), "下载 Word": (".docx", b"PK\x03\x04")}


@pytest.fixture(autouse=True)
def fonts():
    build_fonts()


@pytest.mark.parametrize(
    ("letter_id", "manner"),
    [
        pytest.param("cip-1", PHONE, id="cip-1 on a phone"),
        pytest.param("cip-2", {}, id="cip-2 at a desk", marks=pytest.mark.journey),
        pytest.param("osp-1", {"java_script_enabled": False}, id="osp-1 without JavaScript"),
    ],
)
def test_a_letter_is_written_from_the_first_question_to_its_files(visit, chenjing, letter_id, manner):
    """ux 2, 5, 8, 32"""
    page = visit(chenjing, **manner)
    start(page, letter_id)
    definition, answers = letter_definition(letter_id), example_answers(letter_id)
    steps = Journey(definition, answers).steps
    for place, step in enumerate(steps):
        expect(page.locator("h1")).to_have_text(step.title_zh)
        expect(page.locator(".caption").first).to_have_text(f"第 {place + 1} 步，共 {len(steps)} 步")
        if place == len(steps) // 2:
            leave_and_come_back(page, definition.fields_of(step.key)[0].key, place, answers)
        answer_step(page, definition, step.key, answers)
        button(page, "保存并继续").click()
    expect(page.locator("h1")).to_have_text("核对全部内容")
    expect(page.get_by_text("已全部填写，没有需要修改的地方。")).to_be_visible()
    for key, value in Journey(definition, answers).answers.values.items():
        expect(page.locator(".answer", has=page.locator(f"[href$='#id_{key}']"))).to_contain_text(
            question_for(definition.field(key)).show(value)
        )
    take_the_files(page, answers["entity_name"])


def start(page: Page, letter_id: str) -> None:
    page.goto("/")
    page.get_by_role("main").get_by_role("link", name="新建承诺书").click()
    card(page, letter_id).get_by_role("button", name="开始填写").click()


def leave_and_come_back(page: Page, key: str, place: int, answers: dict) -> None:
    """Half a step is answered, one leaves, opens the letter from the desk, and finds what was typed."""
    step = page.url
    answer(page, key, answers[key])
    button(page, "保存并退出").click()
    expect(page.locator("h1")).to_have_text("工作台")
    expect(page.get_by_text("已保存，可以随时回来继续填写。")).to_be_visible()
    page.get_by_role("table").get_by_role("link").click()
    page.get_by_role("link", name="继续填写").click()
    page.get_by_role("navigation", name="填写步骤").get_by_role("link").nth(place).click()
    expect(page).to_have_url(step)
    shown = page.locator(f"[name='{key}']:checked") if isinstance(answers[key], list) else field(page, key)
    expect(shown.first).to_be_visible()
    if not isinstance(answers[key], list) and shown.get_attribute("type") == "text":
        expect(shown).to_have_value(answers[key])


def take_the_files(page: Page, company: str) -> None:
    for words, (ending, magic) in MAGIC.items():
        with page.expect_download() as coming:
            page.get_by_role("link", name=words).click()
        assert coming.value.suggested_filename.startswith(company)
        assert coming.value.suggested_filename.endswith(ending)
        assert coming.value.path().read_bytes().startswith(magic)
