"""A private PostgreSQL for the tests: in a temporary folder, on a socket only, gone when the tests are."""

import atexit
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlencode

import pytest

ASKED_WITH, POSTGRESQL, SQLITE = "NUOCHENG_TEST_DATABASE", "postgresql", "sqlite"
# Debian keeps the server's programs off the path; the newest version sorts last.
PLACES = ["/usr/lib/postgresql/*/bin", "/opt/homebrew/opt/postgresql*/bin", "/usr/local/opt/postgresql*/bin"]
ABSENT = f"{ASKED_WITH}={POSTGRESQL}: no PostgreSQL on this machine; run apt-get install postgresql."
# Like SQLite: names sort by code point, and only a to z have two cases. Without --no-sync initdb waits for the disk.
INITDB = ("--locale=C", "--encoding=UTF8", "--auth=trust", "--username=nuocheng", "--no-sync")
UNSYNCED = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300"


def is_asked_for() -> bool:
    asked = os.environ.get(ASKED_WITH, "")
    if asked not in ("", SQLITE, POSTGRESQL):
        raise pytest.UsageError(f"{ASKED_WITH}={asked}: {SQLITE} or {POSTGRESQL}.")
    return asked == POSTGRESQL


def private_postgresql() -> str:
    """The address of a new server, which ends with this process however that ends: it waits for our end of a pipe."""
    if programs() is None:
        raise pytest.UsageError(ABSENT)
    keeper = subprocess.Popen(
        [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    atexit.register(keeper.communicate)
    address = keeper.stdout.readline().strip()
    if not address:
        raise pytest.UsageError(f"{ASKED_WITH}={POSTGRESQL}: the server did not start, see above.")
    return address


def programs() -> Path | None:
    """The folder of initdb and pg_ctl."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    folders = [folder for place in PLACES for folder in Path("/").glob(place.removeprefix("/"))]
    return max((folder for folder in folders if (folder / "initdb").exists()), default=None)


def unprivileged() -> dict:
    """PostgreSQL refuses to run as root; whose account it runs under instead does not matter."""
    if os.geteuid() != 0:
        return {}
    known = {account.pw_name: account for account in pwd.getpwall()}
    account = known.get("postgres") or known["nobody"]
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def keep() -> None:
    """Runs the server until our input ends."""
    owner = unprivileged()
    with tempfile.TemporaryDirectory(prefix="nuocheng-") as folder:
        os.chown(folder, owner.get("user", -1), owner.get("group", -1))
        data = Path(folder) / "data"

        def run(program: str, *arguments: str) -> None:
            command = [programs() / program, "--pgdata", data, *arguments]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder, **owner)

        run("initdb", *INITDB)
        only_a_socket = f"-c listen_addresses='' -c unix_socket_directories='{folder}'"
        run("pg_ctl", "start", "--log", f"{folder}/log", "--options", f"{only_a_socket} {UNSYNCED}")
        try:
            print(f"postgresql:///nuocheng?{urlencode({'user': 'nuocheng', 'host': folder})}", flush=True)
            sys.stdin.read()
        finally:
            run("pg_ctl", "stop", "--mode", "immediate")


if __name__ == "__main__":
    keep()
