"""One at a time: two first starts must not write one folder together."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from config.launch.speech import say


@contextlib.contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Children inherit the lock: an installer that outlives its killed run.py keeps the next one waiting."""
    handle = os.open(folder, os.O_RDONLY)
    os.set_inheritable(handle, True)
    try:
        lock(handle)
        yield
    finally:
        os.close(handle)


def lock(handle: int) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        say("另一个 run.py 正在准备，等它完成 … / Waiting for another start to finish")
        fcntl.flock(handle, fcntl.LOCK_EX)
