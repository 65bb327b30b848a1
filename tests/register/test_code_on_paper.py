"""The code on the issued letter: in words on PDF and Word file, and as a picture that a telephone reads."""

import re
from io import BytesIO
from zipfile import ZipFile

import pypdfium2
import pytest
from django.urls import resolve
from PIL import Image

from letters.actions.printing import printed
from letters.models import Letter
from letters.models.verification import spelled
from tests.register.pages import words
from tests.states import approved, issue
from tests.writers.word_file import open_word_file

zxingcpp = pytest.importorskip("zxingcpp", reason="zxing-cpp reads the QR code; it is in requirements-dev.txt.")
SITE = "https://letters.example.cn"


@pytest.fixture
def letter(chenjing, lintao, settings) -> Letter:
    settings.NUOCHENG_URL = SITE
    return approved(chenjing, lintao, "cip-1")


def files(letter: Letter) -> dict[str, bytes]:
    return {file.extension: file.content for file in printed(letter)}


def read(picture: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(picture)]


def pages(pdf: bytes) -> list[tuple[str, Image.Image]]:
    """Text and picture of every page, as a telephone would see it at 150 dpi."""
    with pypdfium2.PdfDocument(pdf) as file:
        return [(page.get_textpage().get_text_range(), page.render(scale=150 / 72).to_pil()) for page in file]


def test_the_picture_on_the_last_page_of_the_pdf_is_the_address_of_the_check(letter):
    *before, (text, picture) = pages(files(letter)["pdf"])
    assert read(picture) == [f"{SITE}/verify/{letter.code}/"]
    assert spelled(letter.code) in text.replace("\r\n", "")
    assert not [found for _text, earlier in before for found in read(earlier)]


def test_the_picture_in_the_word_file_says_the_same(letter):
    content = files(letter)["docx"]
    with ZipFile(BytesIO(content)) as word:
        pictures = [name for name in word.namelist() if name.startswith("word/media/")]
        (said,) = [found for name in pictures for found in read(Image.open(BytesIO(word.read(name))))]
    assert said == f"{SITE}/verify/{letter.code}/"
    text = "\n".join(paragraph.text for paragraph in open_word_file(BytesIO(content)).paragraphs)
    assert spelled(letter.code) in text


def test_what_the_picture_says_opens_the_letter(client, letter, lintao):
    """ux 32"""
    issue(letter, lintao)
    pdf = letter.artefacts.get(kind="pdf").path.read_bytes()
    (address,) = read(pages(pdf)[-1][1])
    path = address.removeprefix(SITE)
    assert resolve(path).url_name == "verify_code"
    assert letter.number in words(client.get(path))


def test_switched_off_nothing_is_printed(letter, settings):
    settings.NUOCHENG_VERIFY = False
    printed_files = files(letter)
    assert not [found for _text, picture in pages(printed_files["pdf"]) for found in read(picture)]
    assert not re.search("核验码", "".join(text for text, _picture in pages(printed_files["pdf"])))
    with ZipFile(BytesIO(printed_files["docx"])) as word:
        assert not [name for name in word.namelist() if name.startswith("word/media/")]
