"""A site of its own to measure: a fresh database file with the project's settings, a person, and a client signed in."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.db import connection
from django.test import Client

from letters.permissions import DRAFTER


def signed_in(user: User) -> Client:
    """Without Django's test environment, whose instrumented templates would slow pages that a server serves quickly."""
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(user)
    return client


@contextmanager
def site() -> Iterator[tuple[Client, User]]:
    """The whole stack as it is served: middleware, sessions, SQLite with synchronous=FULL on the data folder's disk."""
    folder = Path(tempfile.mkdtemp(prefix="benchmark-", dir=settings.NUOCHENG_DATA))
    kept = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = str(folder / "nuocheng.sqlite3")
    try:
        call_command("migrate", verbosity=0)
        user = User.objects.create_user("benchmark")
        user.groups.add(Group.objects.get(name=DRAFTER))
        yield signed_in(user), user
    finally:
        connection.close()
        connection.settings_dict["NAME"] = kept
        shutil.rmtree(folder)
