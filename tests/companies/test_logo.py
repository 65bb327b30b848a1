"""A company's logo: uploaded, shown, taken off again; what is no picture is refused with a sentence."""

import hashlib
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from letters.models import Company
from letters.models.artefact import file_path
from letters.models.companies import archive_company, change_company, change_logo
from tests.companies.records import company_of
from tests.companies.test_pages import words
from tests.writers.logos import bomb, picture

PNG, JPEG = picture("PNG", (300, 100)), picture("JPEG", (300, 100))
REFUSED = {
    "none": (None, "先选择图片"),
    "empty": (b"", "无法读取"),
    "no picture": (b"MZ" + bytes(500), "无法读取"),
    "svg": (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "无法读取"),
    "half a picture": (PNG[: len(PNG) // 2], "无法读取"),
    "a bomb": (bomb(5_000, 5_000), "尺寸过大"),
    "too large": (PNG + bytes(1024 * 1024), "超过 1 MB"),
}


@pytest.fixture
def client(as_person, chenjing):
    return as_person(chenjing)


@pytest.fixture
def company(chenjing):
    return company_of(chenjing)


def upload(client, company: Company, content: bytes | None, name: str = "logo.png"):
    sent = {} if content is None else {"logo": SimpleUploadedFile(name, content)}
    return client.post(reverse("company_logo", args=[company.pk]), sent, follow=True)


def stored(company: Company) -> str:
    return Company.objects.get(pk=company.pk).logo


@pytest.mark.parametrize("content", [PNG, JPEG], ids=["png", "jpeg"])
def test_a_logo_is_kept_under_its_hash_and_shown(client, company, content):
    page = upload(client, company, content)
    assert "已换上标志" in words(page)
    kept = file_path(stored(company)).read_bytes()
    assert hashlib.sha256(kept).hexdigest() == stored(company)
    shown = client.get(reverse("logo_picture", args=[company.pk]))
    assert shown.headers["Content-Type"] == "image/png"
    assert shown.content == kept
    assert Image.open(BytesIO(kept)).size == (300, 100)
    assert reverse("logo_picture", args=[company.pk]) in client.get(company.get_absolute_url()).content.decode()


@pytest.mark.parametrize(("content", "said"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_logo_is_refused_and_the_old_one_stays(client, company, content, said):
    upload(client, company, PNG)
    before = stored(company)
    page = upload(client, company, content)
    assert page.status_code == 422
    assert said in words(page)
    assert stored(company) == before != ""


def test_a_logo_is_taken_off_again(client, company):
    upload(client, company, PNG)
    page = client.post(reverse("remove_logo", args=[company.pk]), follow=True)
    assert "已去掉标志" in words(page)
    assert stored(company) == ""
    assert client.get(reverse("logo_picture", args=[company.pk])).status_code == 404


def test_a_company_out_of_use_gets_no_logo(client, company, chenjing):
    archive_company(company, by=chenjing)
    page = upload(client, company, PNG)
    assert page.status_code == 409
    assert "单位已停用" in words(page)
    assert stored(company) == ""


def test_who_looked_at_an_older_record_is_told(client, company, chenjing, monkeypatch):
    def somebody_was_first(found, sha256, *, by):
        change_company(found, {"contact_name": "对方的人"}, by=chenjing, version=found.version)
        found.version -= 1
        change_logo(found, sha256, by=by)

    monkeypatch.setattr("letters.companies.logo_page.change_logo", somebody_was_first)
    page = upload(client, company, PNG)
    assert page.status_code == 409
    assert "再操作一次" in words(page)


@pytest.mark.parametrize(("role", "may_see"), [("helei", 200), ("administrator", 200), ("zhoumin", 403)])
def test_others_see_a_logo_and_change_none(request, as_person, client, company, role, may_see):
    upload(client, company, PNG)
    before, other = stored(company), as_person(request.getfixturevalue(role))
    assert other.get(reverse("logo_picture", args=[company.pk])).status_code == may_see
    assert upload(other, company, JPEG).status_code == 403
    assert other.post(reverse("remove_logo", args=[company.pk])).status_code == 403
    assert stored(company) == before


def test_saving_the_record_leaves_the_logo(client, company):
    upload(client, company, PNG)
    found = Company.objects.get()
    client.post(company.get_absolute_url(), {"entity_name": "改名后的有限公司", "version": found.version})
    assert stored(company) == found.logo != ""
