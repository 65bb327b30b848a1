"""uv when present, else the first pip that can be had, ensurepip or not."""

import sys
from pathlib import Path

import pytest

from config.launch import installers
from config.launch.installers import ENVIRONMENT

PYTHON = Path("/house/.venv/bin/python")


@pytest.fixture
def machine(monkeypatch):
    return Machine(monkeypatch)


class Machine:
    """What the machine has: `works` holds the beginnings of command lines that succeed."""

    def __init__(self, monkeypatch):
        self.uv, self.works, self.may_install, self.installed = None, [], False, []
        monkeypatch.setattr(installers, "which", lambda name: self.uv if name == "uv" else None)
        monkeypatch.setattr(installers, "run_quietly", self.run)
        monkeypatch.setattr(installers.debian, "may_install", lambda: self.may_install)
        monkeypatch.setattr(installers.debian, "install", self.install)

    def run(self, command):
        return (0 if any(command[: len(start)] == start for start in self.works) else 1), ""

    def install(self, package):
        self.installed.append(package)
        self.works.append([str(PYTHON), "-m", "ensurepip"])
        return True

    def lines(self):
        return list(installers.installers(PYTHON))


def test_uv_comes_first_and_is_told_which_python(machine):
    machine.uv, machine.works = "/usr/bin/uv", [[sys.executable, "-m", "pip"]]
    uv, pip = machine.lines()
    assert uv[:3] == ["/usr/bin/uv", "pip", "install"]
    assert uv[uv.index("--python") + 1] == str(PYTHON)
    assert pip[:3] == [sys.executable, "-m", "pip"]


def test_uv_never_downloads_a_python():
    assert ENVIRONMENT["UV_PYTHON_DOWNLOADS"] == "never"


def test_every_line_demands_hashes_and_builds_nothing(machine):
    machine.uv, machine.works = "/usr/bin/uv", [[sys.executable, "-m", "pip"]]
    for line in machine.lines():
        assert line[-3:] == ["--require-hashes", "--only-binary", ":all:"]


def test_the_running_pythons_pip_reaches_into_the_environment(machine):
    machine.works = [[sys.executable, "-m", "pip"]]
    (pip,) = machine.lines()
    assert pip[pip.index("--python") + 1] == str(PYTHON)


def test_a_pip_on_the_path_serves_as_well(machine):
    machine.works = [["pip3"]]
    (pip,) = machine.lines()
    assert pip[0] == "pip3"
    assert pip[pip.index("--python") + 1] == str(PYTHON)


def test_without_pip_ensurepip_puts_one_into_the_environment(machine):
    machine.works = [[str(PYTHON), "-m", "ensurepip"]]
    (pip,) = machine.lines()
    assert pip[:3] == [str(PYTHON), "-m", "pip"]


def test_without_both_root_on_debian_installs_what_is_missing(machine, capsys):
    machine.may_install = True
    (pip,) = machine.lines()
    assert machine.installed == ["python3-venv"]
    assert pip[:3] == [str(PYTHON), "-m", "pip"]
    assert "python3-venv" in capsys.readouterr().err


def test_anybody_else_has_no_installer(machine):
    assert machine.lines() == []


def test_nothing_is_installed_for_the_sake_of_a_second_try(machine):
    machine.uv, machine.may_install = "/usr/bin/uv", True
    assert len(machine.lines()) == 1
    assert machine.installed == []
