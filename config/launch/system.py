"""Looks for the system libraries that PDF needs; installs them on Debian as root, else names the exact line."""

import ctypes
import sys
from collections.abc import Callable
from ctypes.util import find_library
from shutil import which

from config.launch import debian
from config.launch.speech import say

# Without HarfBuzz's subsetter a letter takes 8 to 47 times as long: it counts as missing.
LIBRARIES = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz-subset": "libharfbuzz-subset0",
}
OTHER_LINES = {
    "dnf": "sudo dnf install -y pango harfbuzz",
    "apk": "sudo apk add pango harfbuzz-subset",
    "pacman": "sudo pacman -S --needed pango harfbuzz",
    "brew": "brew install pango harfbuzz",
}


def loads(name: str) -> bool:
    file = find_library(name) if sys.platform == "darwin" else f"lib{name}.so.0"
    try:
        return file is not None and ctypes.CDLL(file) is not None
    except OSError:
        return False


def missing_packages(loads: Callable[[str], bool] = loads) -> list[str]:
    return [package for library, package in LIBRARIES.items() if not loads(library)]


def install_line(packages: list[str]) -> str:
    if which("apt-get") is None:
        for tool, line in OTHER_LINES.items():
            if which(tool):
                return line
    return debian.line(*packages)


def ensure_libraries() -> bool:
    """True when PDF can be written. The start goes on either way."""
    packages = missing_packages()
    if packages and debian.may_install():
        say(f"安装系统库 {' '.join(packages)} … / Installing system libraries")
        debian.install(*packages)
        packages = missing_packages()
    if packages:
        say("缺少系统库，除 PDF 外都可使用；运行下面一行补上。 / Everything but PDF works; this line mends it:")
        say(f"  {install_line(packages)}")
    return not packages
