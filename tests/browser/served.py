"""The program as it is served to people: gunicorn with its own configuration, packed files, a data folder of its own."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from config.launch.serve import gunicorn
from letters.writers.fonts import build_fonts

ANY_PORT = 0
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")
ACCOUNT = re.compile(r"^account (?P<name>\S+) (?P<password>\S+) ", re.M)
GRACE = 30


@dataclass(frozen=True)
class Served:
    url: str
    passwords: dict[str, str]


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """Fonts are those that the tests have: they take long, and no page needs them."""
    build_fonts()
    (folder / "fonts").symlink_to(settings.NUOCHENG_DATA / "fonts")
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("NUOCHENG_", "DJANGO_"))}
    command = gunicorn(Path(sys.executable), "127.0.0.1", ANY_PORT)
    server = subprocess.Popen(
        command,
        cwd=settings.BASE_DIR,
        env=environ | {"NUOCHENG_DATA": str(folder)},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        yield _announced(server)
    finally:
        server.terminate()
        server.wait(GRACE)
        server.stdout.close()


def _announced(server: subprocess.Popen) -> Served:
    said = ""
    for line in server.stdout:
        said += line
        if found := ADDRESS.search(line):
            return Served(found[0], {account["name"]: account["password"] for account in ACCOUNT.finditer(said)})
    raise AssertionError(f"the server ended: {said}")
