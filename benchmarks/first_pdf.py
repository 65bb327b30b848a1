"""The first PDF as soon as the server says that it is there, against the ones after it."""

import os
import signal
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from django.conf import settings

from benchmarks.measure import seconds
from benchmarks.paper import LETTER
from config.launch.address import next_free

ROOT = Path(__file__).resolve().parents[1]
STARTS, DOWNLOADS = 7, 10
SIGN_IN = """
import django
django.setup()
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from benchmarks.site import signed_in
from letters.permissions import DRAFTER
call_command("prepare", verbosity=0)
user = User.objects.create_user("benchmark")
user.groups.add(Group.objects.get(name=DRAFTER))
print(signed_in(user).cookies["sessionid"].value)
"""


def after_the_start() -> None:
    with tempfile.TemporaryDirectory(prefix="benchmark-", dir=settings.NUOCHENG_DATA) as folder:
        (Path(folder) / "fonts").symlink_to(settings.NUOCHENG_DATA / "fonts")
        environment = os.environ | {"NUOCHENG_DATA": folder}
        session = _signed_in(environment)
        starts = [_downloads(environment, session) for _ in range(STARTS)]
    first = median(downloads[0] for downloads in starts)
    warm = median(download for downloads in starts for download in downloads[1:])
    print(f"first PDF: {1000 * first:.0f} ms after the start, {1000 * warm:.0f} ms later on, {STARTS} starts")
    ratio = median(downloads[0] / median(downloads[1:]) for downloads in starts)
    print(f"  {ratio:.2f} × in the same start; target: ≤ 1.5 ×")


def _signed_in(environment: dict[str, str]) -> str:
    command = [sys.executable, "-c", SIGN_IN]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)  # noqa: S603
    return run.stdout.strip()


def _downloads(environment: dict[str, str], session: str) -> list[float]:
    with _server(environment) as address:
        asked = urllib.request.Request(  # noqa: S310
            f"{address}/library/{LETTER}/blank.pdf", headers={"Cookie": f"sessionid={session}"}
        )
        return [seconds(lambda: _download(asked)) for _ in range(DOWNLOADS)]


@contextmanager
def _server(environment: dict[str, str]) -> Iterator[str]:
    """Its address, as soon as it has said it."""
    port = next_free("127.0.0.1", 8800)
    command = [sys.executable, "-m", "gunicorn", "--config", "python:config.launch.server", "config.wsgi"]
    server = subprocess.Popen(  # noqa: S603
        [*command, "--bind", f"127.0.0.1:{port}"], cwd=ROOT, stdout=subprocess.PIPE, text=True, env=environment
    )
    try:
        next(line for line in server.stdout if "诺成" in line)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.send_signal(signal.SIGINT)
        server.communicate()


def _download(asked: urllib.request.Request) -> None:
    with urllib.request.urlopen(asked) as reply:  # noqa: S310
        assert reply.read().startswith(b"%PDF-")
