"""Other programs: their exit codes, their words, and their end."""

import os
import signal
import subprocess
import sys

import pytest

from config.launch import process
from config.launch.process import become, end, run, run_quietly


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_the_exit_code_comes_back():
    assert run(python("raise SystemExit(3)")) == 3


def test_what_it_said_comes_back_as_text():
    code, said = run_quietly(python("import sys; print('out'); print('err', file=sys.stderr); sys.exit(4)"))
    assert code == 4
    assert "out" in said
    assert "err" in said


def test_a_program_nobody_has_is_127():
    assert run_quietly(["/nowhere/uv"])[0] == 127


def test_it_cannot_wait_for_a_keyboard():
    assert run(python("import sys; sys.exit(5 if sys.stdin.read() == '' else 6)")) == 5


def test_control_c_ends_the_child_before_us(monkeypatch):
    children = []

    class Interrupted(subprocess.Popen):
        def wait(self, timeout=None):
            if not children:
                children.append(self)
                raise KeyboardInterrupt
            return super().wait(timeout)

    monkeypatch.setattr(process.subprocess, "Popen", Interrupted)
    with pytest.raises(KeyboardInterrupt):
        run(python("import time; time.sleep(60)"))
    assert children[0].returncode == -signal.SIGTERM


def test_a_child_that_does_not_listen_is_killed(monkeypatch):
    monkeypatch.setattr(process, "SECONDS_TO_END", 0.01)
    code = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(flush=True); time.sleep(60)"
    child = subprocess.Popen(python(code), stdout=subprocess.PIPE, start_new_session=True)
    with child:
        child.stdout.readline()
        end(child)
        assert child.wait() == -signal.SIGKILL


def test_becoming_another_program_hands_over_the_environment(monkeypatch):
    calls = []
    monkeypatch.setattr(os, "execve", lambda *given: calls.append(given))
    become(["/bin/program", "one"], {"A": "b"})
    assert calls == [("/bin/program", ["/bin/program", "one"], {"A": "b"})]
