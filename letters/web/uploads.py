"""Files that people send: what a scan of the signed paper may be, judged by its content and not by its name."""

from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.utils.translation import gettext as _

from letters.web.scan_contents import PNG_BEGINNING, ScanRefused, check_jpeg, check_pdf, check_png
from letters.writers.filenames import letter_filename

__all__ = ["CappedUploadHandler", "Scan", "ScanRefused", "read_scan"]

MOST_BYTES = 20 * 1024 * 1024
# How each begins, its ending, what it is served as, and what it has to be to the end.
KINDS = (
    (b"%PDF-", "pdf", "application/pdf", check_pdf),
    (PNG_BEGINNING, "png", "image/png", check_png),
    (b"\xff\xd8\xff", "jpg", "image/jpeg", check_jpeg),
)


@dataclass(frozen=True)
class Scan:
    name: str
    content_type: str
    content: bytes


def read_scan(file: UploadedFile | None) -> Scan:
    if file is None:
        raise ScanRefused(_("先选择扫描件，再上传。"))
    if not file.size:
        raise ScanRefused(_("这个文件是空的，重新扫描后再上传。"))
    if file.size > MOST_BYTES:
        raise ScanRefused(_("扫描件最大 20 MB，压缩或降低分辨率后再上传。"))
    content = file.read()
    for beginning, ending, content_type, check in KINDS:
        if content.startswith(beginning):
            check(content)
            title = (file.name or "").rpartition(".")[0] or file.name or ""
            return Scan(letter_filename(title, "", "", None, ending), content_type, content)
    raise ScanRefused(_("扫描件只收 PDF、PNG 或 JPG 文件，转换格式后再上传。"))


class CappedUploadHandler(TemporaryFileUploadHandler):
    """Of a file that is too large only the size is kept: it fills no disk, and its sender still gets a sentence."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start + len(raw_data) <= MOST_BYTES:
            super().receive_data_chunk(raw_data, start)
