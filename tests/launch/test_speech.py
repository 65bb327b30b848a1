"""Chinese lines survive a locale that cannot spell them."""

import io
import os
import subprocess
import sys

from config.launch.places import ROOT
from config.launch.speech import speak_utf8


def test_an_ascii_stream_learns_chinese():
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    speak_utf8(stream)
    print("诺成", file=stream)
    assert raw.getvalue().decode() == "诺成\n"


def test_help_is_readable_under_a_latin_locale():
    result = subprocess.run(
        [sys.executable, str(ROOT / "run.py"), "--help"],
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        check=True,
    )
    assert "诺成" in result.stdout.decode()
