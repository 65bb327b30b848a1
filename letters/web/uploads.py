"""Files that people send: what a scan of the signed paper may be, judged by its content and not by its name."""

from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from letters.writers.filenames import letter_filename

MOST_BYTES = 20 * 1024 * 1024
# How each begins, its ending, and what it is served as.
KINDS = (
    (b"%PDF-", "pdf", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "png", "image/png"),
    (b"\xff\xd8\xff", "jpg", "image/jpeg"),
)


@dataclass(frozen=True)
class Scan:
    name: str
    content_type: str
    content: bytes


class ScanRefused(ValueError):
    """The message says what to send instead."""


def read_scan(file: UploadedFile | None) -> Scan:
    if file is None:
        raise ScanRefused(_("先选择扫描件，再上传。"))
    if not file.size:
        raise ScanRefused(_("这个文件是空的，重新扫描后再上传。"))
    if file.size > MOST_BYTES:
        raise ScanRefused(_("扫描件最大 20 MB，压缩或降低分辨率后再上传。"))
    content = file.read()
    for beginning, ending, content_type in KINDS:
        if content.startswith(beginning):
            title = (file.name or "").rpartition(".")[0] or file.name or ""
            return Scan(letter_filename(title, "", "", None, ending), content_type, content)
    raise ScanRefused(_("扫描件只收 PDF、PNG 或 JPG 文件，转换格式后再上传。"))
