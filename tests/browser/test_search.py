"""The search box: a key leads there, but never away from what is being typed; it works without scripts, too."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import field
from tests.wizard.pages import begun, fill_url

BOX = {"name": "搜索承诺书、单位、编号、法律"}


@pytest.fixture
def page(visit, chenjing) -> Page:
    return visit(chenjing)


def box(page: Page):
    return page.get_by_role("searchbox", **BOX)


def test_the_key_leads_to_the_box_and_enter_to_what_it_finds(page, chenjing):
    """ux 41"""
    begun("cip-1", chenjing, entity_name="杭州示例科技有限公司")
    page.goto("/library/")
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()
    expect(box(page)).to_have_value("")
    page.keyboard.insert_text("示例")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="承诺书", exact=True)).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="消费者信息保护服务承诺书").first.click()
    expect(page.locator("h1")).to_have_text("消费者信息保护服务承诺书")


def test_while_typing_the_key_is_a_character(page, chenjing):
    """ux 41, WCAG 2.1.4"""
    page.goto(fill_url(begun("cip-2", chenjing), "parties"))
    typed = field(page, "entity_name")
    typed.fill("甲")
    typed.press("/")
    expect(typed).to_have_value("甲/")
    expect(typed).to_be_focused()


@pytest.mark.parametrize("key", ["Control+/", "Alt+/", "Meta+/"])
def test_with_another_key_held_it_is_somebody_elses(page, key):
    page.goto("/library/")
    page.keyboard.press(key)
    expect(box(page)).not_to_be_focused()


def test_the_key_can_be_switched_off_and_stays_off(page):
    """ux 41, WCAG 2.1.4"""
    page.goto("/search/")
    switch = page.get_by_role("button", name="在任何页面按 / 键到搜索框")
    for is_on in (False, True):
        switch.click()
        expect(switch).to_have_attribute("aria-pressed", str(is_on).lower())
        page.goto("/library/")
        page.keyboard.press("/")
        assert box(page).evaluate("node => node === document.activeElement") is is_on
        page.goto("/search/")


def test_on_a_small_screen_key_and_button_lead_to_the_page_of_the_search(page):
    """ux 42"""
    page.set_viewport_size({"width": 390, "height": 800})
    for go in (lambda: page.keyboard.press("/"), page.get_by_role("button", name="搜索").click):
        page.goto("/library/")
        go()
        expect(page.locator("h1")).to_have_text("搜索")
        expect(page.get_by_label("承诺书、单位、编号、范本、法律或规则")).to_be_focused()


def test_it_works_without_scripts(visit, chenjing):
    """ux 8"""
    page = visit(chenjing, java_script_enabled=False)
    page.goto("/")
    box(page).fill("个人信息保护法")
    box(page).press("Enter")
    expect(page.get_by_role("link", name="《中华人民共和国个人信息保护法》", exact=True)).to_be_visible()
