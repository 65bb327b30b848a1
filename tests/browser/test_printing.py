"""Layout, logo and bundle in a real browser: every page through the gate, and each used by hand."""

import hashlib
from io import BytesIO
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from letters.models.companies import change_logo
from letters.models.files import keep_file
from letters.writers.logo import read_logo
from tests.browser.gate import faults
from tests.browser.steps import button
from tests.companies.records import company_of
from tests.states import finished, issued, print_quickly, reread
from tests.writers.logos import picture

LONG = "内蒙古自治区呼和浩特市示例信息科技股份有限公司浙江省杭州市分公司"
LOGO = picture("PNG", (900, 200))


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    print_quickly(monkeypatch)


@pytest.fixture
def page(visit, lintao) -> Page:
    return visit(lintao)


def test_a_company_without_a_logo_and_its_upload_refused(page, lintao, expected_errors):
    expected_errors.append("status of 422")
    page.goto(f"/companies/{company_of(lintao, entity_name=LONG).pk}/logo/")
    assert faults(page) == []
    button(page, "上传").click()
    expect(page.get_by_role("alert")).to_contain_text("先选择图片")
    assert faults(page) == []


def test_a_logo_is_uploaded_shown_and_taken_off(page, lintao):
    company = company_of(lintao, entity_name=LONG)
    page.goto(f"/companies/{company.pk}/")
    page.get_by_role("link", name="上传标志").click()
    page.get_by_label("选择图片").set_input_files({"name": "标志.png", "mimeType": "image/png", "buffer": LOGO})
    button(page, "上传").click()
    logo = page.get_by_role("img", name=f"{LONG}的标志")
    expect(logo).to_have_js_property("naturalWidth", 900)
    assert faults(page) == []
    button(page, "去掉标志").click()
    expect(page.get_by_text("已去掉标志")).to_be_visible()
    expect(logo).to_have_count(0)


@pytest.mark.parametrize("role", ["lintao", "helei"])
def test_a_record_with_a_logo(request, visit, lintao, role):
    company = company_of(lintao, entity_name=LONG)
    change_logo(company, keep_file(read_logo(LOGO).png), by=lintao)
    page = visit(lintao if role == "lintao" else request.getfixturevalue(role))
    page.goto(company.get_absolute_url())
    assert faults(page) == []


def test_a_layout_is_chosen_on_the_page_of_the_letter(page, lintao):
    letter = finished(lintao)
    page.goto(letter.get_absolute_url())
    page.get_by_label("版式").select_option("商务版式")
    button(page, "换用").click()
    expect(page.get_by_text("以后下载的文件用商务版式")).to_be_visible()
    assert reread(letter).layout == "business"
    assert faults(page) == []


def test_all_letters_of_a_page_are_packed_at_once(page, chenjing, lintao):
    letters = [issued(chenjing, lintao, letter_id) for letter_id in ("cip-1", "cip-2")]
    page.goto("/register/")
    page.get_by_label(f"选择 {letters[0].number}").check()
    every = page.get_by_label("全选本页已签发的")
    assert every.evaluate("(box) => box.indeterminate")
    every.check()
    with page.expect_download() as sent:
        button(page, "打包下载所选").click()
    with ZipFile(BytesIO(sent.value.path().read_bytes())) as bundle:
        inside = {hashlib.sha256(bundle.read(name)).hexdigest() for name in bundle.namelist()}
    assert inside >= {file.sha256 for letter in letters for file in letter.artefacts.all()}
    assert faults(page) == []


def test_nothing_was_chosen(page, expected_errors):
    expected_errors.append("status of 422")
    page.goto("/register/letters.zip")
    expect(page.locator("h1")).to_have_text("没有打包")
    assert faults(page) == []
