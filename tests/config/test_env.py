"""The environment is read loudly; secrets are private, written once, and the same for all who start at once."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import env

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(("value", "read"), [("1", True), ("yes", True), ("0", False), ("", False), (" ON ", True)])
def test_yes_and_no(monkeypatch, value, read):
    monkeypatch.setenv("X", value)
    assert env.boolean("X") is read


def test_a_wrong_yes_or_no_is_named(monkeypatch):
    monkeypatch.setenv("X", "maybe")
    with pytest.raises(ImproperlyConfigured, match="X='maybe'"):
        env.boolean("X")


def test_a_folder_that_is_not_there_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("X", str(tmp_path / "none"))
    with pytest.raises(ImproperlyConfigured, match="none"):
        env.optional_folder("X")


@pytest.mark.parametrize("scheme", ["postgresql", "postgres"])
def test_an_address_names_a_postgresql(monkeypatch, scheme):
    monkeypatch.setenv("X", f"{scheme}://chen:p%40ss@db.example.cn:5433/letters?sslmode=require")
    found = env.postgresql("X")
    assert found["ENGINE"] == "django.db.backends.postgresql"
    assert [found[part] for part in ("USER", "PASSWORD", "HOST", "PORT", "NAME")] == [
        "chen", "p@ss", "db.example.cn", 5433, "letters",
    ]  # fmt: skip
    assert found["CONN_MAX_AGE"] == 60
    assert found["CONN_HEALTH_CHECKS"] is True
    assert found["OPTIONS"] == {"connect_timeout": 10, "sslmode": "require"}


@pytest.mark.parametrize("address", ["", "  ", None])
def test_without_an_address_there_is_no_postgresql(monkeypatch, address):
    monkeypatch.delenv("X", raising=False)
    if address is not None:
        monkeypatch.setenv("X", address)
    assert env.postgresql("X") is None


@pytest.mark.parametrize(
    "address",
    [
        "mysql://chen:geheim@host/letters",
        "sqlite:///letters.sqlite3",
        "postgresql://chen:geheim@host:99999/letters",
        "postgresql://chen:geheim@host",
        "postgresql://chen:geheim@[host/letters",
        "postgresql://chen:geheim@host/" + "x" * 64,
        "letters",
        "甲",
    ],
)
def test_a_wrong_address_is_refused_without_its_password(monkeypatch, address):
    monkeypatch.setenv("X", address)
    with pytest.raises(ImproperlyConfigured, match="X：应为 postgresql://") as refused:
        env.postgresql("X")
    assert "geheim" not in str(refused.value)


def test_a_secret_is_private_and_stays(tmp_path):
    path = tmp_path / "keys" / "secret"
    first = env.secret(path)
    assert env.secret(path) == first
    assert len(first) > 40
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert list(path.parent.iterdir()) == [path]


def test_processes_that_start_at_once_read_one_secret(tmp_path):
    line = f"from pathlib import Path; from config import env; print(env.secret(Path({str(tmp_path / 'secret')!r})))"
    with ThreadPoolExecutor(4) as pool:
        starts = [pool.submit(subprocess.check_output, [sys.executable, "-c", line], cwd=ROOT) for _ in range(4)]
    said = {start.result() for start in starts}
    assert len(said) == 1
    assert len(said.pop()) > 40


def test_manage_says_a_wrong_setting_in_one_sentence(tmp_path):
    wrong = {"NUOCHENG_DEBUG": "maybe", "NUOCHENG_DATA": str(tmp_path), "PATH": "/usr/bin:/bin"}
    run = subprocess.run(
        [sys.executable, "manage.py", "check"], cwd=ROOT, env=wrong, capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert "NUOCHENG_DEBUG='maybe'" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize(("value", "expected"), [("", 0), ("0", 0), ("2", 2), (" 1 ", 1)])
def test_a_number_is_read(monkeypatch, value, expected):
    monkeypatch.setenv("NUOCHENG_TRIAL", value)
    assert env.number("NUOCHENG_TRIAL") == expected


@pytest.mark.parametrize("value", ["-1", "one", "１", "1.5"])
def test_anything_else_is_no_number(monkeypatch, value):
    monkeypatch.setenv("NUOCHENG_TRIAL", value)
    with pytest.raises(ImproperlyConfigured, match="NUOCHENG_TRIAL"):
        env.number("NUOCHENG_TRIAL")
