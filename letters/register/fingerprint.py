"""The SHA-256 of a file to be checked: taken in the browser, or here as the file passes by, which is kept nowhere."""

import hashlib
import re
from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest

MOST_BYTES = 20 * 1024 * 1024
SHA256 = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True)
class Fingerprint:
    """`size` in bytes; of what is larger than MOST_BYTES nothing else is known."""

    size: int
    sha256: str


class PassingBy(FileUploadHandler):
    """Hashes a file piece by piece and hands nothing on."""

    found: Fingerprint | None = None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.hash = hashlib.sha256()
        self.size = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.size += len(raw_data)
        if self.size > MOST_BYTES:
            self.found = Fingerprint(self.size, "")
            raise StopUpload
        self.hash.update(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile | None:
        self.found = Fingerprint(self.size, self.hash.hexdigest())
        return None


def sent_fingerprint(request: HttpRequest) -> Fingerprint | None:
    """Of the file that a form sent, or as the browser took it; None when there is neither."""
    passing = PassingBy(request)
    request.upload_handlers = [passing]
    sha256, size = request.POST.get("sha256", ""), request.POST.get("size", "")
    if passing.found:
        return passing.found
    if not (size.isascii() and size.isdecimal() and len(size) < 20):
        return None
    if SHA256.fullmatch(sha256) or int(size) > MOST_BYTES:
        return Fingerprint(int(size), sha256)
    return None
