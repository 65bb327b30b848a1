"""Installs Debian packages when that is allowed, and otherwise knows the line that does."""

import os
from shutil import which

from config.launch.process import run_quietly

# A machine without network should hear so within seconds.
PATIENCE = ("-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=20", "-o", "DPkg::Lock::Timeout=60")
INSTALL = ("install", "-y", "--no-install-recommends")


def may_install() -> bool:
    return os.geteuid() == 0 and which("apt-get") is not None


def install(*packages: str) -> bool:
    """A bare machine has no package lists yet, and an old one stale lists: fetch them when the first try fails."""
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    wanted = ["apt-get", *PATIENCE, *INSTALL, *packages]
    if run_quietly(wanted, environ=environ)[0] == 0:
        return True
    run_quietly(["apt-get", *PATIENCE, "update"], environ=environ)
    return run_quietly(wanted, environ=environ)[0] == 0


def line(*packages: str) -> str:
    """What a person types."""
    return " ".join(("sudo apt-get update && sudo apt-get", *INSTALL, *packages))
