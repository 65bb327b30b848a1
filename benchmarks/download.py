"""Downloading an issued letter against the same bytes from WhiteNoise, over one connection to the server as it is run.

WhiteNoise asks nobody: half of what lies between is the price of signing in, two queries of Django's own.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import override_settings
from django.urls import reverse

from benchmarks.measure import in_turns, report, seconds
from benchmarks.site import signed_in, site
from letters.actions.attach import attach_scan
from letters.models import Artefact
from letters.permissions import LEGAL
from tests.browser.served import served
from tests.states import issued

ROUNDS = 200
LARGEST = b"%PDF-1.7".ljust(20 * 1024 * 1024, b"x")


@dataclass(frozen=True)
class Reader:
    """Somebody signed in, at one connection that stays open."""

    line: HTTPConnection
    session: str

    def seconds_for(self, address: str, size: int) -> Callable[[], float]:
        return lambda: seconds(lambda: self._read(address, size))

    def _read(self, address: str, size: int) -> None:
        self.line.request("GET", address, headers={"Cookie": f"sessionid={self.session}"})
        reply = self.line.getresponse()
        assert reply.status == 200, (address, reply.status)
        assert len(reply.read()) == size


def main() -> None:
    with site() as (_, user):
        folder = Path(connection.settings_dict["NAME"]).parent
        with override_settings(MEDIA_ROOT=folder / "files"):
            files = _files(user)
            (folder / "static").mkdir()
            for file in files.values():
                shutil.copy(file.path, folder / "static" / f"{file.sha256}.pdf")
        (folder / "keys").symlink_to(settings.NUOCHENG_DATA / "keys")
        session = signed_in(user).cookies["sessionid"].value
        with served(folder) as server:
            reader = Reader(HTTPConnection(urlsplit(server.url).netloc), session)
            for name, file in files.items():
                print(f"download of {name}, {file.size:,} bytes: median of {ROUNDS} rounds in turn, over a socket")
                report(in_turns(_works(reader, file), ROUNDS), "WhiteNoise", "≤ 1.5 × of WhiteNoise, which asks nobody")


def _files(user: User) -> dict[str, Artefact]:
    reviewer = User.objects.create_user("reviewer")
    reviewer.groups.add(Group.objects.get(name=LEGAL))
    letter = issued(user, reviewer)
    kept = {"name": "scan.pdf", "content_type": "application/pdf", "content": LARGEST}
    return {
        "the issued PDF": letter.artefacts.get(kind="pdf"),
        "a scan of the largest size": attach_scan(letter, by=user, **kept),
    }


def _works(reader: Reader, file: Artefact) -> dict[str, Callable[[], float]]:
    return {
        "WhiteNoise": reader.seconds_for(f"/static/{file.sha256}.pdf", file.size),
        "the letter's download": reader.seconds_for(reverse("attachment", args=[file.letter_id, file.pk]), file.size),
    }


if __name__ == "__main__":
    main()
