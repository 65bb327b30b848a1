"""System libraries: looked for, installed where that is allowed, otherwise named with the exact line."""

import pytest

from config.launch import debian, system
from config.launch.system import ensure_libraries, install_line, missing_packages

EVERY_PACKAGE = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"]


@pytest.fixture
def machine(monkeypatch):
    """A machine without any of the libraries; apt-get is a fake that may bring them."""
    return Machine(monkeypatch)


class Machine:
    def __init__(self, monkeypatch):
        self.has, self.root, self.tools, self.apt, self.answers = [], False, ["apt-get"], [], []
        monkeypatch.setattr(
            system, "missing_packages", lambda: [name for name in EVERY_PACKAGE if name not in self.has]
        )
        monkeypatch.setattr(debian.os, "geteuid", lambda: 0 if self.root else 1000)
        for module in (debian, system):
            monkeypatch.setattr(module, "which", lambda name: name if name in self.tools else None)
        monkeypatch.setattr(debian, "run_quietly", self.run)

    def run(self, command, *, environ=None):
        words = [word for word in command if "::" not in word and word != "-o"]
        self.apt.append(" ".join(words))
        code = self.answers.pop(0) if self.answers else 0
        if code == 0 and "install" in words:
            assert environ["DEBIAN_FRONTEND"] == "noninteractive"
            self.has += [word for word in words if word.startswith("lib")]
        return code, ""


INSTALL = "apt-get install -y --no-install-recommends " + " ".join(EVERY_PACKAGE)


def test_what_does_not_load_is_missing_by_its_package():
    assert missing_packages(lambda name: True) == []
    assert missing_packages(lambda name: False) == EVERY_PACKAGE
    assert missing_packages(lambda name: name != "harfbuzz-subset") == ["libharfbuzz-subset0"]


def test_a_library_nobody_has_does_not_load():
    assert not system.loads("no-such-library-of-nuocheng")


def test_with_everything_there_it_says_nothing(machine, capsys):
    machine.has = EVERY_PACKAGE
    assert ensure_libraries()
    assert capsys.readouterr().err == ""
    assert machine.apt == []


def test_root_on_debian_installs_them(machine):
    machine.root = True
    assert ensure_libraries()
    assert machine.apt == [INSTALL]


def test_package_lists_are_fetched_when_the_first_try_fails(machine):
    machine.root, machine.answers = True, [100, 0, 0]
    assert ensure_libraries()
    assert machine.apt == [INSTALL, "apt-get update", INSTALL]


def test_a_failed_installation_names_the_line_and_goes_on(machine, capsys):
    machine.root, machine.answers = True, [100, 100, 100]
    assert not ensure_libraries()
    assert f"sudo apt-get update && sudo {INSTALL}" in capsys.readouterr().err


def test_anybody_else_gets_the_exact_line(machine, capsys):
    assert not ensure_libraries()
    said = capsys.readouterr().err
    assert "除 PDF 外都可使用" in said
    assert f"  sudo apt-get update && sudo {INSTALL}\n" in said
    assert machine.apt == []


@pytest.mark.parametrize(
    ("tool", "start"), [("dnf", "sudo dnf install"), ("apk", "sudo apk add"), ("brew", "brew install")]
)
def test_other_systems_get_their_own_line(machine, tool, start):
    machine.tools = [tool]
    assert install_line(EVERY_PACKAGE).startswith(start)


def test_an_unknown_system_gets_debians_names(machine):
    machine.tools = []
    assert "libharfbuzz-subset0" in install_line(EVERY_PACKAGE)
