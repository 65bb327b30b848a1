"""A database that does not answer, or was made for another language, is one sentence that says what to do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, OperationalError, connection

from letters.management import database
from letters.management.commands import prepare

ROOT = Path(__file__).resolve().parents[2]
NOBODY = "postgresql://chen:geheim@127.0.0.1:9/letters"


def manage(*arguments: str, address: str, data: Path) -> subprocess.CompletedProcess:
    environ = os.environ | {"DATABASE_URL": address, "NUOCHENG_DATA": str(data), "PYTHONUTF8": "1"}
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)


@pytest.fixture
def on_postgresql(monkeypatch):
    monkeypatch.setattr(database, "is_postgresql", lambda: True)
    monkeypatch.setattr(prepare, "is_postgresql", lambda: True)


@pytest.mark.parametrize("command", ["prepare", "migrate", "showmigrations"])
@pytest.mark.parametrize("address", [NOBODY, "postgresql:///letters?colour=red"])
def test_a_server_that_does_not_answer_is_one_sentence(tmp_path, command, address):
    run = manage(command, address=address, data=tmp_path)
    assert run.returncode == 1
    assert "PostgreSQL 不能使用（" in run.stderr
    assert "核对 DATABASE_URL" in run.stderr
    assert run.stderr.count("\n") == 1
    assert "geheim" not in run.stderr


def test_only_the_first_line_of_a_long_reason_is_said(on_postgresql):
    error = OperationalError("no pg_hba.conf entry\n\tIs the server running?\nMore")
    assert "（no pg_hba.conf entry）" in database.refusal(error)


def test_a_full_disk_is_the_data_folders_fault_on_postgresql_too(on_postgresql):
    assert "中的数据不能读写（[Errno 28]" in database.refusal(OSError(28, "No space left on device"))


def test_an_error_without_words_is_named(on_postgresql):
    assert "（DatabaseError）" in database.refusal(DatabaseError())


@pytest.mark.django_db
def test_a_database_in_another_encoding_is_refused(on_postgresql, monkeypatch):
    monkeypatch.setattr(database, "_ask", lambda question: "LATIN1")
    with pytest.raises(CommandError, match="编码是 LATIN1"):
        call_command("prepare")


def test_a_database_that_sorts_otherwise_is_said_so_and_serves(on_postgresql, monkeypatch):
    answers = {"SHOW server_encoding": "UTF8"}
    monkeypatch.setattr(database, "_ask", answers.get)
    assert database.wrong_encoding() == ""
    assert "--locale=C" in database.wrong_order()


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "postgresql", reason="asks a real PostgreSQL")
def test_the_database_of_the_tests_is_as_it_should_be():
    assert database.wrong_encoding() == database.wrong_order() == ""
