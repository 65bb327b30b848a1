"""Runs other programs: as a child that ends with us, or in our place."""

import contextlib
import os
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from typing import IO

SECONDS_TO_END = 10


def run(command: Sequence[str], *, environ: Mapping[str, str] | None = None, output: IO[bytes] | None = None) -> int:
    """The exit code. In a session of its own the child gets Ctrl-C only through us, so apt-get ends in good order."""
    child = subprocess.Popen(  # noqa: S603 (fixed command lines; paths of this machine only)
        command,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output,
        start_new_session=True,
        close_fds=False,  # the installation lock is handed down
    )
    try:
        return child.wait()
    except BaseException:
        end(child)
        raise


def run_quietly(command: Sequence[str], *, environ: Mapping[str, str] | None = None) -> tuple[int, str]:
    """The exit code and everything the program printed; 127 when there is no such program."""
    with tempfile.TemporaryFile() as output:
        try:
            code = run(command, environ=environ, output=output)
        except OSError as error:
            return 127, str(error)
        output.seek(0)
        return code, output.read().decode("utf-8", "replace")


def end(child: subprocess.Popen) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGTERM)
    try:
        child.wait(SECONDS_TO_END)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)


def become(command: Sequence[str], environ: Mapping[str, str]) -> None:
    """Signals and the exit code then belong to the program itself."""
    os.execve(command[0], command, environ)  # noqa: S606 (no shell wanted)
