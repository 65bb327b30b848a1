#!/usr/bin/env python3
"""Starts 诺成 Nuocheng: `python3 run.py` serves, `… test` tests, `… manage …` passes on to manage.py.

This file is kept to what Python 3.6 can parse, so that an old Python answers with a sentence and not a traceback.
"""

import os
import subprocess
import sys

OLDEST, NEWEST = (3, 11), (3, 14)


def answers(name):
    """A name on the path may be a shim with nothing behind it: only running it tells."""
    try:
        return subprocess.run([name, "-c", ""], stderr=subprocess.DEVNULL).returncode == 0  # noqa: S603 (fixed names)
    except OSError:
        return False


def refusal(version, system=os.name, answers=answers):
    """The sentence for a Python that cannot run the product, or an empty string."""
    if system == "nt":
        return "诺成在 Linux 和 macOS 上运行；在 Windows 上用 WSL。 / On Windows, run it inside WSL."
    if OLDEST <= tuple(version[:2]) <= NEWEST:
        return ""
    here = ".".join(str(part) for part in version[:3])
    need = f"诺成需要 Python 3.{OLDEST[1]} 至 3.{NEWEST[1]}，这里是 {here}。"
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        if answers(f"python3.{minor}"):
            return f"{need}改用：python3.{minor} run.py / Use: python3.{minor} run.py"
    return f"{need}先安装其中一个，再运行一次。 / Install one of these and run this again."


if __name__ == "__main__":
    sentence = refusal(sys.version_info)
    if sentence:
        # Python 3.6 under LC_ALL=C cannot print Chinese; its byte stream can.
        sys.stderr.buffer.write((sentence + "\n").encode("utf-8"))
        sys.exit(1)

    # Only here: an old Python cannot even read that module.
    from config.launch.command import launch

    sys.exit(launch(sys.argv[1:]))
