"""The command line: what is asked for, and what is refused with code 2."""

import os
import signal

import pytest

from config.launch import command
from config.launch.speech import LaunchRefused


@pytest.fixture
def called(monkeypatch):
    """The jobs that were handed over, instead of doing them; the process's own state comes back afterwards."""
    jobs = []
    for job in ("serve", "test", "manage"):
        monkeypatch.setattr(command, job, lambda *given, job=job: jobs.append((job, *given[:-1])))
    monkeypatch.setattr(command, "speak_utf8", lambda: None)
    monkeypatch.chdir(os.getcwd())
    before = signal.getsignal(signal.SIGTERM)
    yield jobs
    signal.signal(signal.SIGTERM, before)


@pytest.mark.parametrize(
    ("arguments", "job"),
    [
        ([], ("serve", "127.0.0.1", 8000)),
        (["--port", "8123"], ("serve", "127.0.0.1", 8123)),
        (["--host", "192.168.1.2"], ("serve", "192.168.1.2", 8000)),
        (["test", "-k", "launch", "--port"], ("test", ["-k", "launch", "--port"])),
        (["manage", "shell", "--help"], ("manage", ["shell", "--help"])),
    ],
)
def test_each_job_gets_its_arguments(called, arguments, job):
    assert command.launch(arguments) == 0
    assert called == [job]


@pytest.mark.parametrize(
    "words", ["--bogus", "serve", "--por 8001", "--port", "--port x", "--port 0", "--port 65536", "--port -1"]
)
def test_an_unknown_option_is_answered_with_usage_and_code_2(called, capsys, words):
    with pytest.raises(SystemExit) as end:
        command.launch(words.split())
    assert end.value.code == 2
    assert "python3 run.py [--host" in capsys.readouterr().err
    assert called == []


def test_help_names_the_environment(called, capsys):
    with pytest.raises(SystemExit) as end:
        command.launch(["--help"])
    assert end.value.code == 0
    said = capsys.readouterr().out
    assert all(name in said for name in ("--port", "--host", "NUOCHENG_DATA", "DATABASE_URL", "manage", "test"))


def test_a_refusal_is_one_line_and_code_1(called, capsys, monkeypatch):
    def refuse(*given):
        raise LaunchRefused("端口 8000 已被占用：用 --port 8001 换一个。")

    monkeypatch.setattr(command, "serve", refuse)
    assert command.launch([]) == 1
    assert capsys.readouterr().err == "端口 8000 已被占用：用 --port 8001 换一个。\n"


def test_a_full_disk_is_one_line_too(called, capsys, monkeypatch):
    def fail(*given):
        raise OSError(28, "No space left on device", "/somewhere")

    monkeypatch.setattr(command, "serve", fail)
    assert command.launch([]) == 1
    assert "检查磁盘空间" in capsys.readouterr().err


def test_control_c_ends_quietly(called, capsys, monkeypatch):
    def interrupt(*given):
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "serve", interrupt)
    assert command.launch([]) == 130
    assert capsys.readouterr().err == ""


def test_sigterm_during_the_set_up_ends_with_0(called, monkeypatch):
    monkeypatch.setattr(command, "serve", lambda *given: os.kill(os.getpid(), signal.SIGTERM))
    with pytest.raises(SystemExit) as end:
        command.launch([])
    assert end.value.code == 0


def test_children_get_full_paths_and_unbuffered_utf8(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NUOCHENG_DATA", "here")
    monkeypatch.setenv("NUOCHENG_FONTS", "fonts")
    environ = command.child_environment()
    assert environ["NUOCHENG_DATA"] == str(tmp_path / "here")
    assert environ["NUOCHENG_FONTS"] == str(tmp_path / "fonts")
    assert environ["PYTHONUTF8"] == environ["PYTHONUNBUFFERED"] == "1"
