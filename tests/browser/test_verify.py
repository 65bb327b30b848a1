"""The public check in a real browser: by code, by a dropped file, without scripts, and through the gate."""

import pytest
from django.test import override_settings
from playwright.sync_api import Page, expect

from letters.actions.void import void_letter
from letters.models import Letter
from letters.models.verification import new_code, spelled
from letters.workflow import Status
from tests.browser.gate import faults
from tests.browser.steps import button, field
from tests.register.dated import valid_until
from tests.states import approved, letter_in, print_quickly

DROP = """([name, content]) => {
  const data = new DataTransfer();
  data.items.add(new File([content], name));
  document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
}"""
NO_SUBTLE = "Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined });"
CASES = {
    "the issued file": ("", "一致"),
    "a file with another name": ("别的名字.bin", "一致"),
    "a wrong file": (None, "不一致"),
}


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    print_quickly(monkeypatch)


@pytest.fixture
def letter(chenjing, lintao) -> Letter:
    return valid_until(chenjing, lintao, None)


@pytest.fixture
def page(visit, db) -> Page:
    return visit()


def address(letter: Letter) -> str:
    return f"/verify/{spelled(letter.code)}/"


def received(letter: Letter, name: str | None) -> tuple[str, str]:
    """A file's name and content: None is a file of somebody else's."""
    issued = letter.artefacts.get(kind="pdf")
    content = issued.path.read_text(encoding="utf-8")
    return (issued.name, content + "。") if name is None else (name or issued.name, content)


def drop(page: Page, name: str, content: str) -> None:
    """Once the page has said that it listens: what is dropped before that no script can take up."""
    expect(page.get_by_text("不会离开这台设备")).to_be_visible()
    page.evaluate(DROP, [name, content])


def bodies(page: Page) -> list[str]:
    """What is posted from now on."""
    sent = []
    page.on("request", lambda request: sent.append(request.post_data or "") if request.method == "POST" else None)
    return sent


def test_the_form(page):
    page.goto("/verify/")
    assert faults(page) == []


@pytest.mark.parametrize("status", [Status.ISSUED, Status.VOID, Status.SUPERSEDED, Status.EXPIRED])
def test_every_answer(page, chenjing, lintao, status):
    """ux 34"""
    page.goto(address(letter_in(status, chenjing, lintao, "cip-2")))
    assert faults(page) == []


def test_a_valid_letter_and_one_that_is_unknown(page, letter):
    page.goto(address(letter))
    expect(page.get_by_text("有效 Valid")).to_be_visible()
    assert faults(page) == []
    page.goto(f"/verify/{new_code()}/")
    expect(page.get_by_text("查不到 Not found")).to_be_visible()
    assert faults(page) == []


def test_too_many_tries(page, letter, monkeypatch, expected_errors):
    expected_errors.append("status of 429")
    monkeypatch.setattr("letters.register.verify_page.MOST", 1)
    page.goto(address(letter))
    page.goto(address(letter))
    expect(page.locator("h1")).to_have_text("次数过多。")
    assert faults(page) == []


def test_typed_in_small_letters_without_dashes(page, letter):
    page.goto("/verify/")
    page.get_by_label("核验码").fill(letter.code.lower())
    button(page, "核验").click()
    expect(page.get_by_text(letter.number)).to_be_visible()


def test_a_forged_code(page, letter):
    page.goto("/verify/")
    forged = letter.code[:-1] + ("0" if letter.code[-1] != "0" else "1")
    page.get_by_label("核验码").fill(spelled(forged))
    button(page, "核验").click()
    expect(page.get_by_text("查不到 Not found")).to_be_visible()
    expect(page.get_by_label("查另一个核验码")).to_have_value(spelled(forged))


@pytest.mark.parametrize(("name", "said"), CASES.values(), ids=CASES)
def test_a_dropped_file_is_compared_and_never_sent(page, letter, name, said):
    """ux 34"""
    name, content = received(letter, name)
    page.goto(address(letter))
    sent = bodies(page)
    drop(page, name, content)
    expect(page.get_by_role("alert").filter(has_text=said)).to_be_focused()
    assert sent
    assert "sha256" in sent[0]
    assert content not in sent[0]
    assert faults(page) == []


@pytest.mark.parametrize(("name", "said"), CASES.values(), ids=CASES)
def test_a_chosen_file_on_an_address_that_is_not_secure(page, letter, name, said):
    name, content = received(letter, name)
    page.add_init_script(NO_SUBTLE)
    page.goto(address(letter))
    expect(page.get_by_text("不保存")).to_be_visible()
    page.get_by_label("选择文件").set_input_files(
        {"name": name, "mimeType": "application/pdf", "buffer": content.encode()}
    )
    button(page, "核对").click()
    expect(page.get_by_role("alert").filter(has_text=said)).to_be_visible()


def test_without_scripts(visit, letter):
    """ux 8"""
    page = visit(java_script_enabled=False)
    name, content = received(letter, "")
    page.goto(address(letter))
    page.get_by_label("选择文件").set_input_files(
        {"name": name, "mimeType": "application/pdf", "buffer": content.encode()}
    )
    button(page, "核对").click()
    expect(page.get_by_text("完全相同")).to_be_visible()


def test_an_empty_file_and_none_at_all(page, letter, expected_errors):
    expected_errors.append("status of 422")
    page.goto(address(letter))
    button(page, "核对").click()
    expect(page.get_by_text("先选择收到的文件")).to_be_visible()
    assert faults(page) == []
    drop(page, "空.pdf", "")
    expect(page.get_by_role("alert").filter(has_text="是空的")).to_be_visible()


def test_back_from_the_answer_another_file_can_be_chosen(page, letter):
    page.goto(address(letter))
    drop(page, "别的.pdf", "别的")
    expect(page.get_by_role("alert").filter(has_text="不一致")).to_be_visible()
    page.go_back()
    name, content = received(letter, "")
    drop(page, name, content)
    expect(page.get_by_role("alert").filter(has_text="完全相同")).to_be_visible()


def test_from_issuing_to_the_public_check(visit, chenjing, lintao):
    """Issued in one window, checked in another that nobody is signed in to, declared void, checked again."""
    letter = approved(chenjing, lintao, "cip-1")
    legal, outside = visit(lintao), visit()
    legal.goto(f"/letters/{letter.pk}/issue/")
    field(legal, "valid_from").fill("2020-01-01")
    button(legal, "签发承诺书").click()
    with legal.expect_download() as download:
        legal.locator(".file-name").first.click()
    outside.goto("/verify/")
    outside.get_by_label("核验码").fill(legal.locator(".code").inner_text())
    button(outside, "核验").click()
    expect(outside.get_by_text("有效 Valid")).to_be_visible()
    drop(outside, "改了名字.pdf", download.value.path().read_text(encoding="utf-8"))
    expect(outside.get_by_role("alert").filter(has_text="完全相同")).to_be_visible()
    letter.refresh_from_db()
    void_letter(letter, by=lintao, reason="盖错印章")
    outside.reload()
    expect(outside.get_by_text("已作废 Void")).to_be_visible()
    expect(outside.get_by_text(letter.number)).to_be_visible()


@override_settings(NUOCHENG_VERIFY=False)
def test_switched_off(page, letter, expected_errors):
    expected_errors.append("status of 404")
    page.goto(address(letter))
    expect(page.locator("h1")).to_have_text("没有找到这个页面。")
    expect(page.get_by_role("link", name="核验承诺书")).to_have_count(0)
