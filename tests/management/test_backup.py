"""Back-up and restore, drilled: what comes back is what was there, whole and provable, or one sentence says why not."""

import json
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from letters.management import backup, database_copy

# Programs of their own do the work, on the database of this lane.
pytestmark = pytest.mark.database
ROOT = Path(__file__).resolve().parents[2]
ON_SQLITE = connection.vendor == "sqlite"


class House:
    """A data folder with its database."""

    def __init__(self, folder: Path):
        self.data, self.address = folder / "data", new_database(folder.name)
        self.data.mkdir(parents=True)

    def run(self, *command: str, **changed: str) -> subprocess.CompletedProcess:
        own = {"NUOCHENG_DATA": str(self.data), "DATABASE_URL": self.address}
        environ = os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings", "PYTHONUTF8": "1"} | own | changed
        command = [sys.executable, *command]
        return subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)

    def manage(self, *arguments: str, **changed: str) -> subprocess.CompletedProcess:
        return self.run("manage.py", *arguments, **changed)

    def rows(self) -> list:
        said = self.manage("dumpdata")
        assert said.returncode == 0, said.stderr
        return json.loads(said.stdout)

    def files(self) -> dict[str, bytes]:
        kept = [path for name in ("files", "keys", "trail") for path in (self.data / name).rglob("*") if path.is_file()]
        return {str(path.relative_to(self.data)): path.read_bytes() for path in kept}


def new_database(name: str) -> str:
    """The address of an empty database; an empty address is the SQLite in the data folder."""
    if ON_SQLITE:
        return ""
    server = urlsplit(os.environ["DATABASE_URL"])
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    with psycopg.connect(server._replace(path="/postgres").geturl(), autocommit=True) as session:
        session.execute(f'DROP DATABASE IF EXISTS "{name}{worker}" WITH (FORCE)')
        session.execute(f'CREATE DATABASE "{name}{worker}" TEMPLATE template0')
    return server._replace(path=f"/{name}{worker}").geturl()


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> House:
    made = House(tmp_path_factory.mktemp("house"))
    done = made.run("-m", "tests.management.house")
    assert done.returncode == 0, done.stderr
    return made


@pytest.fixture(scope="module")
def archive(house, tmp_path_factory) -> Path:
    file = tmp_path_factory.mktemp("shelf") / "letters.zip"
    done = house.manage("backup", str(file))
    assert done.returncode == 0, done.stderr
    assert str(file) in done.stdout
    return file


@pytest.fixture
def empty(tmp_path) -> House:
    return House(tmp_path)


def test_what_comes_back_is_what_was_there(house, archive, empty):
    done = empty.manage("restore", str(archive))
    assert done.returncode == 0, done.stderr
    assert empty.rows() == house.rows()
    assert empty.files() == house.files()
    assert {path.stat().st_mode & 0o077 for path in empty.data.rglob("*") if path.is_file()} == {0}
    proved = empty.manage("verify_trail")
    assert (proved.returncode, proved.stdout) == (0, house.manage("verify_trail").stdout)
    assert len(empty.files()) >= 2 + 1 + 2
    next(path for path in (empty.data / "files").rglob("*") if path.is_file()).unlink()
    assert empty.manage("verify_trail").returncode == 1, "the proof would have passed without a file"


def test_the_rules_in_the_database_come_back_too(archive, empty):
    empty.manage("restore", str(archive))
    line = "from letters.models import Event; Event.objects.all()._raw_delete('default')"
    refused = empty.manage("shell", "--no-imports", "--command", line)
    assert "append-only" in refused.stderr
    assert empty.manage("check", "--database", "default").returncode == 0


def test_a_backup_is_readable_by_its_owner_only(archive):
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600
    assert list(archive.parent.iterdir()) == [archive]


def test_a_backup_is_never_written_over_another(house, archive):
    before = archive.read_bytes()
    refused = house.manage("backup", str(archive))
    assert refused.returncode == 1
    assert "已存在" in refused.stderr
    assert archive.read_bytes() == before


def test_where_data_is_nothing_is_restored(house, archive):
    before = house.files()
    refused = house.manage("restore", str(archive))
    assert refused.returncode == 1
    assert "里已有数据" in refused.stderr
    assert house.files() == before


@pytest.mark.parametrize("left", ["files/ab/abc", "trail/anchors.log"])
def test_files_that_are_left_are_data_too(archive, empty, left):
    (empty.data / left).parent.mkdir(parents=True)
    (empty.data / left).write_text("1")
    refused = empty.manage("restore", str(archive))
    assert "里已有数据" in refused.stderr
    assert (empty.data / left).read_text() == "1"


@pytest.mark.skipif(not ON_SQLITE, reason="SQLite only")
def test_the_journal_of_a_removed_database_is_data_too(archive, empty):
    (empty.data / "nuocheng.sqlite3-wal").write_text("1")
    assert "里已有数据" in empty.manage("restore", str(archive)).stderr


def shortened(content: bytes) -> bytes:
    return content[: len(content) // 2]


def with_another_byte(content: bytes) -> bytes:
    """In the middle of the database, which is most of the file."""
    place = len(content) // 2
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]


@pytest.mark.parametrize("damage", [shortened, with_another_byte, lambda content: b"", lambda content: b"PK"])
def test_a_damaged_backup_is_refused_and_changes_nothing(archive, empty, damage):
    file = empty.data.parent / "damaged.zip"
    file.write_bytes(damage(archive.read_bytes()))
    refused = empty.manage("restore", str(file))
    assert refused.returncode == 1
    assert "不是完整的备份" in refused.stderr
    assert refused.stderr.count("\n") == 1
    assert {path.name for path in empty.data.iterdir()} <= {"keys"}


def repacked(archive: Path, file: Path, keep) -> Path:
    with zipfile.ZipFile(archive) as whole, zipfile.ZipFile(file, "w") as part:
        for name in filter(keep, whole.namelist()):
            part.writestr(name, whole.read(name))
    return file


@pytest.mark.parametrize("part", ["database.", "keys/"])
def test_a_backup_without_its_database_or_keys_is_none(archive, empty, part):
    file = repacked(archive, empty.data.parent / "part.zip", lambda name: not name.startswith(part))
    assert "不是完整的备份" in empty.manage("restore", str(file)).stderr


def test_a_backup_of_the_other_database_says_so(archive, empty):
    file = empty.data.parent / "other.zip"
    there = "database.dump" if ON_SQLITE else "database.sqlite3"
    repacked(archive, file, lambda name: name.startswith("keys/"))
    with zipfile.ZipFile(file, "a") as other:
        other.writestr(there, b"")
    assert f"另一种数据库（其中是 {there}" in empty.manage("restore", str(file)).stderr


def test_a_database_that_is_none_is_refused(archive, empty):
    file = empty.data.parent / "none.zip"
    repacked(archive, file, lambda name: not name.startswith("database."))
    with zipfile.ZipFile(file, "a") as none:
        none.writestr("database.sqlite3" if ON_SQLITE else "database.dump", b"no database " * 100)
    refused = empty.manage("restore", str(file))
    assert refused.returncode == 1
    assert "数据库不完整" in refused.stderr or "pg_restore 没有完成" in refused.stderr
    assert not (empty.data / "files").exists()


def test_a_place_that_cannot_be_written_is_one_sentence(house, tmp_path):
    refused = house.manage("backup", str(tmp_path / "nowhere" / "letters.zip"))
    assert refused.returncode == 1
    assert "检查路径" in refused.stderr
    assert refused.stderr.count("\n") == 1


@pytest.mark.skipif(not ON_SQLITE, reason="SQLite only")
def test_what_stands_in_the_journal_only_is_backed_up(house, tmp_path):
    """A copy of the file is the negative control: it lacks what was acknowledged last."""
    file = house.data / "nuocheng.sqlite3"
    with_it, copied, saved = tmp_path / "with.zip", tmp_path / "copy.sqlite3", sqlite3.connect(file)
    saved.execute("PRAGMA wal_autocheckpoint=0")
    saved.execute("INSERT INTO auth_group (name) VALUES ('最后一笔')")
    saved.commit()
    shutil.copy(file, copied)
    assert house.manage("backup", str(with_it)).returncode == 0
    saved.execute("DELETE FROM auth_group WHERE name = '最后一笔'")
    saved.commit()
    saved.close()
    with zipfile.ZipFile(with_it) as archive:
        archive.extract("database.sqlite3", tmp_path)
    assert names_of_groups(tmp_path / "database.sqlite3") - names_of_groups(copied) == {"最后一笔"}


def names_of_groups(file: Path) -> set[str]:
    found = sqlite3.connect(file)
    names = {name for (name,) in found.execute("SELECT name FROM auth_group")}
    found.close()
    return names


@pytest.mark.skipif(not ON_SQLITE, reason="SQLite only")
def test_an_empty_folder_has_nothing_to_back_up(empty):
    refused = empty.manage("backup", str(empty.data.parent / "letters.zip"))
    assert "没有数据库" in refused.stderr
    assert not (empty.data / "nuocheng.sqlite3").exists()


@pytest.mark.skipif(ON_SQLITE, reason="PostgreSQL only")
@pytest.mark.parametrize(("command", "program"), [("backup", "pg_dump"), ("restore", "pg_restore")])
def test_a_missing_program_is_named_with_its_package(house, archive, empty, command, program):
    where, file = (house, empty.data.parent / "new.zip") if command == "backup" else (empty, archive)
    refused = where.manage(command, str(file), PATH="/nowhere")
    assert refused.returncode == 1
    assert f"没有找到 {program}：安装" in refused.stderr


@pytest.mark.skipif(ON_SQLITE, reason="PostgreSQL only")
def test_a_server_that_is_gone_is_one_sentence(house, tmp_path):
    refused = house.manage("backup", str(tmp_path / "new.zip"), DATABASE_URL="postgresql://chen:geheim@127.0.0.1:9/x")
    assert "PostgreSQL 不能使用" in refused.stderr
    assert "geheim" not in refused.stderr


def test_a_program_that_fails_is_quoted_in_one_line(monkeypatch, tmp_path):
    program = tmp_path / "pg_dump"
    program.write_text("#!/bin/sh\necho 'server version mismatch' >&2; echo more >&2; exit 1\n")
    program.chmod(0o700)
    monkeypatch.setattr(database_copy, "which", lambda name: str(program))
    monkeypatch.setattr(database_copy, "_address", dict)
    monkeypatch.setattr(database_copy.connection, "vendor", "postgresql")
    monkeypatch.setattr(backup, "_anchors", lambda: tmp_path / "none")
    with pytest.raises(CommandError, match=r"^pg_dump 没有完成：server version mismatch / pg_dump failed\.$"):
        call_command("backup", str(tmp_path / "new.zip"))
    assert [path.name for path in tmp_path.iterdir()] == ["pg_dump"]
