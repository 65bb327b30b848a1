"""What the launcher says: progress and refusals to stderr, one calm line each."""

import sys
from typing import TextIO


class LaunchRefused(Exception):
    """The start cannot go on; the message is a sentence that says what to do."""


def speak_utf8(*streams: TextIO) -> None:
    """Under LC_ALL=C or a Latin-1 locale a Chinese line must not end the program."""
    for stream in streams or (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", line_buffering=True)


def say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
