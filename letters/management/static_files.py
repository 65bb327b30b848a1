"""Gathers style sheets and scripts into the data folder, and only when one of them has changed."""

import hashlib
from importlib.metadata import distributions
from pathlib import Path

from django.conf import settings
from django.core.management import call_command


def collect_static() -> bool:
    """True when there was something to do."""
    stamp, digest = Path(settings.STATIC_ROOT) / "collected.txt", sources_digest()
    if stamp.exists() and stamp.read_text(encoding="ascii") == digest:
        return False
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(digest, encoding="ascii")
    return True


def sources_digest() -> str:
    """Of our own files' contents, and of the versions of the packages that bring theirs."""
    digest = hashlib.sha256()
    for folder in settings.STATICFILES_DIRS:
        for path in sorted(Path(folder).rglob("*")):
            if path.is_file():
                digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    for package in sorted(f"{found.name} {found.version}" for found in distributions()):
        digest.update(package.encode())
    return digest.hexdigest()
