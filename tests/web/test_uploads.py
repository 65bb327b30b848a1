"""What a scan may be: by its content, whole, and nothing besides; each refusal says what to do."""

import random
import zipfile
from contextlib import suppress
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from PIL import Image

from letters.web import scan_contents, uploads
from letters.web.uploads import MOST_BYTES, ScanRefused, read_scan
from tests.scans import JPEG, PDF, PNG, chunk, jpeg, png, segment

KINDS = {"application/pdf": PDF, "image/png": PNG, "image/jpeg": JPEG}
INCOMPLETE = "这个文件不完整"
MORE_INSIDE = "夹带了别的内容"
WRONG_KIND = "只收 PDF、PNG 或 JPG"


def sent(content: bytes, name: str = "扫描件.pdf", content_type: str = "application/pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type)


def refusal(content: bytes, name: str = "扫描件.pdf") -> str:
    with pytest.raises(ScanRefused) as refused:
        read_scan(sent(content, name))
    return str(refused.value)


def picture(kind: str, **options) -> bytes:
    file = BytesIO()
    Image.effect_noise((64, 48), 50).convert(options.pop("mode", "RGB")).save(file, kind, **options)
    return file.getvalue()


def archive() -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("run.exe", b"MZ")
    return file.getvalue()


@pytest.mark.parametrize("content_type", KINDS)
def test_the_three_kinds_are_taken_as_they_are(content_type):
    scan = read_scan(sent(KINDS[content_type]))
    assert (scan.content_type, scan.content) == (content_type, KINDS[content_type])


@pytest.mark.parametrize(
    "content",
    [
        picture("PNG"),
        picture("PNG", mode="P"),
        picture("PNG", mode="1"),
        picture("JPEG"),
        picture("JPEG", progressive=True),
        picture("JPEG", mode="CMYK"),
        picture("JPEG", comment="扫描".encode()),
        picture("JPEG") + b"SEFT notes of a camera",
        picture("PDF"),
        picture("PDF", resolution=300) + b"\r\n\r\n",
    ],
    ids=lambda content: f"{content[:4]!r} {len(content)}",
)
def test_what_scanners_and_cameras_make_is_taken(content):
    assert read_scan(sent(content)).content == content


@pytest.mark.parametrize("name", ["公章.exe", "letter.html", "无", "", "../../etc/passwd", "a\u202efdp.exe", "x" * 300])
def test_the_name_decides_nothing_and_is_made_safe(name):
    file = sent(PNG, "a")
    file._name = name
    scan = read_scan(file)
    assert scan.content_type == "image/png"
    assert scan.name.endswith(".png")
    assert not set(scan.name) & set('/\\:*?"<>|\u202e')
    assert len(scan.name) <= 120


@pytest.mark.parametrize(
    "content",
    [
        b"MZ\x90\0 program",
        b"<html><script>alert(1)</script>",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"GIF89a\x01\0\x01\0",
        b"RIFF\0\0\0\0WEBPVP8 ",
        b"II*\0",
        b"BM",
        b"\0" * 100,
        b" %PDF-1.4 %%EOF",
        b"%!PS-Adobe",
        archive(),
        "承诺书".encode(),
    ],
    ids=lambda content: repr(content[:8]),
)
def test_everything_else_is_refused_whatever_it_is_called(content):
    assert WRONG_KIND in refusal(content, "扫描件.pdf")


def test_nothing_and_an_empty_file_are_told_apart():
    with pytest.raises(ScanRefused, match="先选择扫描件"):
        read_scan(None)
    assert "是空的" in refusal(b"")


def test_too_large_is_said_before_anything_is_read(monkeypatch):
    file = sent(PDF)
    file.size = MOST_BYTES + 1
    monkeypatch.setattr(SimpleUploadedFile, "read", lambda file: pytest.fail("read"))
    with pytest.raises(ScanRefused, match="最大 20 MB"):
        read_scan(file)


@pytest.mark.parametrize(
    "content", [PNG, picture("PNG"), JPEG, picture("JPEG"), PDF], ids=lambda content: repr(content[:4])
)
def test_a_file_cut_off_anywhere_is_incomplete(content):
    beginnings = [kind[0] for kind in uploads.KINDS if content.startswith(kind[0])]
    for end in range(len(beginnings[0]), len(content.rstrip()) - 1, max(1, len(content) // 200)):
        assert INCOMPLETE in refusal(content[:end]), end


@pytest.mark.parametrize(
    "content",
    [
        PNG[:20] + b"\xff" + PNG[21:],
        PNG.replace(b"IDAT", b"IDAX"),
        b"\x89PNG\r\n\x1a\n" + chunk(b"IDAT", b"") + chunk(b"IEND", b""),
        png(0, 1),
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", b"") + chunk(b"IDAT", b"x") + chunk(b"IEND", b""),
        b"\x89PNG\r\n\x1a\n" + b"\xff\xff\xff\xffIHDR" + bytes(40),
        jpeg(0, 1),
        b"\xff\xd8\xff\xd9",
        b"\xff\xd8\xff" + b"\xff" * 1000,
        b"\xff\xd8\xff\xe0\0\0" + bytes(40),
        b"\xff\xd8" + segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\xff\xd9",
        b"%PDF-1.4",
    ],
    ids=range(12),
)
def test_a_broken_file_is_incomplete(content):
    assert INCOMPLETE in refusal(content)


@pytest.mark.parametrize(
    "content",
    [
        PDF + archive(),
        PNG + archive(),
        PNG + b"<script>alert(1)</script>",
        PNG + PDF,
        JPEG + archive(),
        JPEG + PDF,
        PDF.replace(b"trailer", PDF + b"trailer"),
        b"\xff\xd8" + segment(0xFE, PDF) + JPEG[2:],
        PDF + archive() + b"%%EOF",
    ],
    ids=range(9),
)
def test_two_files_in_one_are_refused(content):
    assert MORE_INSIDE in refusal(content)


@pytest.mark.parametrize(
    "content", [png(100_000, 100_000), png(2**31 - 1, 2**31 - 1), jpeg(65_535, 65_535)], ids=range(3)
)
def test_a_bomb_is_known_by_its_size_and_never_unpacked(content):
    assert "像素，太大" in refusal(content)


def test_a_large_scan_is_no_bomb():
    """A3 at 600 dots per inch."""
    assert read_scan(sent(png(7_016, 9_921)))
    assert read_scan(sent(jpeg(7_016, 9_921)))


@pytest.mark.parametrize(
    ("added", "words"),
    [
        (b"/Encrypt 9 0 R", "加了密码"),
        (b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>", "有脚本"),
        (b"/AA<</O<</S/JavaScript>>>>", "有脚本"),
        (b"<</S/Launch/F(cmd.exe)>>", "有脚本"),
    ],
)
def test_a_pdf_that_cannot_be_read_or_that_acts_is_refused(added, words):
    assert words in refusal(PDF.replace(b"trailer<<", b"trailer<<" + added))


def test_our_own_pdf_with_its_attachments_is_no_script():
    assert read_scan(sent(PDF.replace(b"trailer<<", b"trailer<</AF[4 0 R]/Names<</EmbeddedFiles 5 0 R>>")))


@pytest.mark.parametrize("seed", range(20))
def test_no_bytes_bring_it_down(seed):
    """5,000 scans with bytes changed, dropped and doubled at random: taken, or refused in words."""
    chance = random.Random(seed)
    for _ in range(250):
        content = bytearray(chance.choice([*KINDS.values(), picture("JPEG")[:600]]))
        for _ in range(chance.randint(1, 8)):
            place = chance.randrange(len(content))
            content[place : place + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 5))
        with suppress(ScanRefused):
            read_scan(sent(bytes(content)))


def test_no_pixel_is_unpacked(monkeypatch):
    monkeypatch.setattr("zlib.decompress", lambda *args: pytest.fail("unpacked"))
    monkeypatch.setattr(Image, "open", lambda *args: pytest.fail("opened"))
    for content in KINDS.values():
        assert read_scan(sent(content))


def test_a_full_scan_is_judged_quickly():
    """20 MB of pixels in one chunk are taken; in a million nobody counts them."""
    size = MOST_BYTES - 1_000
    whole = PNG[:33] + chunk(b"IDAT", bytes(size)) + PNG[-12:]
    assert read_scan(sent(whole)).content == whole
    many = PNG[:33] + chunk(b"IDAT", b"") * (size // 12) + PNG[-12:]
    markers = b"\xff\xd8" + segment(0xFE, b"") * (size // 4) + JPEG[2:]
    for content in (many, markers):
        assert INCOMPLETE in refusal(content)


@pytest.mark.parametrize("size", [MOST_BYTES, MOST_BYTES + 1, 3 * MOST_BYTES])
def test_what_is_too_large_fills_no_disk(size):
    handler = uploads.CappedUploadHandler()
    handler.new_file("scan", "a.pdf", "application/pdf", None)
    piece = bytes(1024 * 1024)
    for start in range(0, size, len(piece)):
        handler.receive_data_chunk(piece[: size - start], start)
    file = handler.file_complete(size)
    assert file.size == size
    assert file.seek(0, 2) <= MOST_BYTES
    file.close()


def test_a_form_with_too_large_a_file_gets_its_sentence():
    large = sent(PDF + bytes(2 * MOST_BYTES))
    request = RequestFactory().post("/", {"scan": large, "note": "甲"})
    with pytest.raises(ScanRefused, match="最大 20 MB"):
        read_scan(request.FILES["scan"])
    assert request.POST["note"] == "甲"
    assert request.FILES["scan"].seek(0, 2) <= MOST_BYTES
    request.FILES["scan"].close()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("length", "status"), [("11", 200), (str(101 * 1024 * 1024), 400), ("9" * 5000, 400), ("-1", 400)]
)
def test_a_body_beyond_all_measure_is_not_even_read(client, length, status):
    page = client.post("/account/login/", {"username": "a"}, CONTENT_LENGTH=length)
    assert page.status_code == status


def test_the_checks_are_those_of_the_three_kinds():
    assert [kind[3] for kind in uploads.KINDS] == [
        scan_contents.check_pdf,
        scan_contents.check_png,
        scan_contents.check_jpeg,
    ]
