"""Stores the bytes of artefacts under their SHA-256: written once, whole or not at all, never changed."""

import hashlib
import os
from contextlib import suppress

from letters.models.artefact import file_path


def keep_file(content: bytes) -> str:
    """The SHA-256 by which the bytes are found again (file_path); they are on the disk when this returns."""
    sha256 = hashlib.sha256(content).hexdigest()
    path = file_path(sha256)
    if path.exists():
        return sha256
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f"{sha256}.{os.getpid()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    with suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()
    return sha256
