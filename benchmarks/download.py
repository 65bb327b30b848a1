"""Downloading an issued letter against the same bytes from WhiteNoise, and from a bare view that asks who is there.

WhiteNoise asks nobody: what lies between it and the bare view is the price of signing in, two queries of Django's own.
"""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.http import FileResponse, HttpRequest
from django.test import Client, override_settings
from django.urls import path, reverse

from benchmarks.measure import in_turns, report, seconds
from benchmarks.site import signed_in, site
from config.urls import urlpatterns as served
from letters.actions.attach import attach_scan
from letters.models import Artefact
from letters.models.artefact import file_path
from letters.permissions import LEGAL
from tests.states import issued

ROUNDS = 100
LARGEST = b"%PDF-1.7".ljust(20 * 1024 * 1024, b"x")


def bare(request: HttpRequest, sha256: str) -> FileResponse:
    """Behind the sign-in like everything, and looks nothing up."""
    return FileResponse(file_path(sha256).open("rb"), content_type="application/pdf")


urlpatterns = [*served, path("bare/<str:sha256>/", bare)]


def main() -> None:
    with (
        site() as (_, user),
        tempfile.TemporaryDirectory(dir=settings.NUOCHENG_DATA) as folder,
        override_settings(ROOT_URLCONF=__name__, STATIC_ROOT=folder, MEDIA_ROOT=Path(folder) / "files"),
    ):
        for name, file in _files(user).items():
            shutil.copy(file.path, Path(folder) / f"{file.sha256}.pdf")
            times = in_turns(_works(signed_in(user), file), ROUNDS)
            print(f"download of {name}, {file.size:,} bytes: median of {ROUNDS} rounds in turn")
            report(times, "WhiteNoise", "≤ 1.5 × of WhiteNoise, which asks nobody who they are")


def _files(user: User) -> dict[str, Artefact]:
    reviewer = User.objects.create_user("reviewer")
    reviewer.groups.add(Group.objects.get(name=LEGAL))
    letter = issued(user, reviewer)
    kept = {"name": "scan.pdf", "content_type": "application/pdf", "content": LARGEST}
    return {
        "the issued PDF": letter.artefacts.get(kind="pdf"),
        "a scan of the largest size": attach_scan(letter, by=user, **kept),
    }


def _works(client: Client, file: Artefact) -> dict[str, Callable[[], float]]:
    addresses = {
        "WhiteNoise": f"/static/{file.sha256}.pdf",
        "a bare view behind the sign-in": f"/bare/{file.sha256}/",
        "the letter's download": reverse("attachment", args=[file.letter_id, file.pk]),
    }
    return {name: _fetching(client, address, file.size) for name, address in addresses.items()}


def _fetching(client: Client, address: str, size: int) -> Callable[[], float]:
    def fetch() -> None:
        reply = client.get(address)
        assert sum(map(len, reply.streaming_content)) == size
        reply.close()

    return lambda: seconds(fetch)


if __name__ == "__main__":
    main()
