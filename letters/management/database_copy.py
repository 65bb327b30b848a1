"""The whole database as one file, taken while people go on saving, and put back into an empty one."""

import os
import sqlite3
import subprocess
from collections.abc import Mapping
from pathlib import Path
from shutil import which

from django.conf import settings
from django.db import connection

# What libpq's programs read from the environment; a password on a command line could be read by everybody.
SHARED_OPTIONS = ("sslmode", "sslrootcert", "sslcert", "sslkey", "sslpassword", "passfile")
NO_PROGRAM = (
    "没有找到 {program}：安装 PostgreSQL 的客户端程序（apt-get install postgresql-client），再运行一次。"
    " / {program} is missing: install PostgreSQL's client programs."
)
FAILED = "{program} 没有完成：{reason} / {program} failed."
DAMAGED = "{file} 中的数据库不完整：{reason} / The database in it is damaged."


class CopyFailed(Exception):
    """The message is a sentence that says what to do."""


def copy_name() -> str:
    """What the copy is called in a back-up: it tells which database it came from."""
    return {"sqlite": "database.sqlite3", "postgresql": "database.dump"}[connection.vendor]


def copy_out(copy: Path) -> None:
    if connection.vendor == "sqlite":
        _copy_sqlite(copy)
    else:
        _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={copy}")


def copy_in(copy: Path) -> None:
    """All of it or nothing, into a database that is_empty() has seen."""
    if connection.vendor == "sqlite":
        target = Path(connection.settings_dict["NAME"])
        connection.close()
        _check_sqlite(copy)
        copy.chmod(0o600)
        copy.replace(target)
    else:
        database = connection.settings_dict["NAME"]
        options = ("--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction")
        _run("pg_restore", *options, f"--dbname={database}", str(copy))


def is_empty() -> bool:
    """Never opens a SQLite that is not there, for that would make it."""
    if connection.vendor == "sqlite":
        file = Path(connection.settings_dict["NAME"])
        # The journal of a database that was removed would be played into the next one of its name.
        return not any(file.parent.glob(f"{file.name}*"))
    return not connection.introspection.table_names()


def _copy_sqlite(copy: Path) -> None:
    """The back-up API sees one moment; a copy of the file would miss what the journal beside it still holds."""
    if is_empty():
        raise CopyFailed(f"{settings.NUOCHENG_DATA} 中没有数据库。 / There is no database in it.")
    connection.ensure_connection()
    target = sqlite3.connect(copy)
    try:
        connection.connection.backup(target)
        # The copy shall be one file, not one with a journal beside it.
        target.execute("PRAGMA journal_mode=DELETE")
    finally:
        target.close()
    _check_sqlite(copy)


def _check_sqlite(copy: Path) -> None:
    found = sqlite3.connect(copy)
    try:
        faults = [fault for (fault,) in found.execute("PRAGMA integrity_check(1)")]
    except sqlite3.DatabaseError as error:
        faults = [str(error)]
    finally:
        found.close()
    if faults != ["ok"]:
        raise CopyFailed(DAMAGED.format(file=copy.name, reason=faults[0]))


def _run(program: str, *arguments: str) -> None:
    path = which(program)
    if path is None:
        raise CopyFailed(NO_PROGRAM.format(program=program))
    done = subprocess.run(  # noqa: S603 (a fixed program with our own arguments)
        [path, "--no-password", *arguments], env=os.environ | _address(), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise CopyFailed(FAILED.format(program=program, reason=(done.stderr.strip() or "?").splitlines()[0]))


def _address() -> Mapping[str, str]:
    """The server that Django talks to, as libpq's programs are told of it."""
    connection.ensure_connection()
    info, options = connection.connection.info, connection.settings_dict["OPTIONS"]
    named = {name: str(options[name]) for name in SHARED_OPTIONS if name in options}
    named |= {"host": info.host, "port": str(info.port), "user": info.user, "database": info.dbname}
    if info.password:
        named["password"] = info.password
    connection.close()
    return {f"PG{name.upper()}": value for name, value in named.items()}
