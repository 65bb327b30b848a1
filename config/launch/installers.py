"""Who can install packages here: uv, or the first pip that can be had."""

import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import which

from config.launch import debian
from config.launch.process import run_quietly
from config.launch.speech import say

PINNED = ("--require-hashes", "--only-binary", ":all:")
# uv would fetch a Python of its own; a user-wide pip setting would install beside the environment.
ENVIRONMENT = {"UV_PYTHON_DOWNLOADS": "never", "PIP_USER": "0", "PIP_RETRIES": "2", "PYTHONUTF8": "1"}
NONE_FOUND = f"这个 Python 没有 pip：先运行 {debian.line('python3-venv')} / No pip here: run that line first."


def installers(python: Path) -> Iterator[list[str]]:
    """Command lines that want only `-r file`. After a uv that failed comes pip: it may know a mirror."""
    uv = which("uv")
    if uv:
        yield [uv, "pip", "install", "--quiet", "--python", str(python), *PINNED]
    if pip := found_pip(python) or (None if uv else added_pip(python)):
        yield [*pip, "install", "--quiet", "--no-input", "--no-compile", *PINNED]


def found_pip(python: Path) -> list[str] | None:
    """A pip that installs into the environment of `python`, which was made without one."""
    for pip in ([sys.executable, "-m", "pip"], ["pip3"]):
        if reaches_out(pip):
            return [*pip, "--disable-pip-version-check", "--python", str(python)]
    if run_quietly([str(python), "-m", "ensurepip"])[0] == 0:
        return [str(python), "-m", "pip", "--disable-pip-version-check"]
    return None


def reaches_out(pip: list[str]) -> bool:
    """A pip older than 22.3 knows no --python."""
    return run_quietly([*pip, "--python", sys.executable, "--version"])[0] == 0


def added_pip(python: Path) -> list[str] | None:
    """Debian keeps ensurepip in a package of its own."""
    if not debian.may_install():
        return None
    say("安装 python3-venv … / Installing python3-venv")
    return found_pip(python) if debian.install("python3-venv") else None
