"""The virtual environment in .venv: made once, filled from hash-pinned lists, and left alone while its stamp holds."""

import contextlib
import hashlib
import os
import sys
import sysconfig
import venv
from collections.abc import Mapping
from pathlib import Path

from config.launch.installers import ENVIRONMENT, NONE_FOUND, installers
from config.launch.places import ROOT, VENV, require_writable
from config.launch.process import run_quietly
from config.launch.speech import LaunchRefused, say
from config.launch.turns import alone_in

PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed.txt"
LOG = VENV / "install.log"
RUNTIME, TESTS = "requirements.txt", "requirements-dev.txt"


def ensure_environment(*lists: str) -> Path:
    """The environment's Python, with everything of these lists installed."""
    if missing(lists):
        with alone_in(ROOT):
            install_missing(lists)
    return PYTHON


def require_room(*lists: str) -> None:
    """Asked before anything else is: a read-only copy of the project cannot hold its environment."""
    if missing(lists):
        require_writable(ROOT, "把整个文件夹复制到可写的地方，在那里运行。 / Copy it to a folder you may write in.")


def install_missing(lists: tuple[str, ...]) -> None:
    """Asked again under the lock: another start may just have installed everything."""
    if not is_sound():
        say("建立 Python 环境 … / Making a virtual environment")
        venv.create(VENV, clear=True, symlinks=True, with_pip=False)
    for name in missing(lists):
        say(f"安装 {name} 中的 Python 包，约一分钟 … / Installing Python packages, about a minute")
        install(name)


def missing(lists: tuple[str, ...]) -> list[str]:
    installed = stamp_lines() if is_sound() else []
    return [name for name in lists if stamp_line(name) not in installed]


def is_sound() -> bool:
    """An interrupted installation has left no stamp, another Python a foreign one."""
    return os.access(PYTHON, os.X_OK) and stamp_lines()[:1] == [python_line()]


def python_line() -> str:
    return f"python {sys.implementation.cache_tag} {sysconfig.get_platform()}"


def stamp_line(name: str) -> str:
    return f"{name} {hashlib.sha256((ROOT / name).read_bytes()).hexdigest()}"


def stamp_lines() -> list[str]:
    try:
        return STAMP.read_text(encoding="utf-8").splitlines()
    except OSError:
        return []


def install(name: str) -> None:
    """The stamp is away while packages are being written, and comes back as it was when nothing could be downloaded."""
    before = stamp_lines() or [python_line()]
    STAMP.unlink(missing_ok=True)
    output = None
    for installer in installers(PYTHON):
        code, output = run_quietly([*installer, "-r", str(ROOT / name)], environ={**os.environ, **ENVIRONMENT})
        if code == 0:
            kept = [line for line in before if not line.startswith(f"{name} ")]
            write_stamp([*kept, stamp_line(name)])
            return
    if len(before) > 1:
        write_stamp(before)
    raise LaunchRefused(NONE_FOUND if output is None else explain(output))


def write_stamp(lines: list[str]) -> None:
    draft = STAMP.with_suffix(".new")
    draft.write_text("\n".join(lines) + "\n", encoding="utf-8")
    draft.replace(STAMP)


WRONG_HASH = "下载的包与清单上的校验值不符：换一个软件源，再运行一次。 / Hashes differ: try another index."
REASONS: Mapping[str, str] = {
    "No space left": "磁盘已满：腾出约 300 MB，再运行一次。 / The disk is full: free about 300 MB and run this again.",
    "DO NOT MATCH THE HASHES": WRONG_HASH,
    "Hash mismatch": WRONG_HASH,
}
DOWNLOAD_FAILED = (
    "Python 包没有下载成：检查网络或代理（PIP_INDEX_URL、UV_INDEX_URL 可换软件源），再运行一次。"
    " / Download failed: check the network and run this again."
)


def explain(output: str) -> str:
    with contextlib.suppress(OSError):
        LOG.write_text(output, encoding="utf-8")
    sentence = next((said for sign, said in REASONS.items() if sign in output), DOWNLOAD_FAILED)
    return f"{sentence} ({LOG})"
