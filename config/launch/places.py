"""Where things are: the code, its environment, the data folder; and whether they may be written."""

import os
import tempfile
from pathlib import Path

from config.launch.speech import LaunchRefused

ROOT = Path(__file__).resolve().parent.parent.parent
VENV = ROOT / ".venv"


def data_folder(environ: dict[str, str]) -> Path:
    return Path(environ.get("NUOCHENG_DATA") or ROOT / "data").expanduser().resolve()


def require_writable(folder: Path, advice: str) -> None:
    """Makes the folder, closed to other people, when it is missing, and tries a file: only that tells on every disk."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise LaunchRefused(f"{folder} 不能写入（{reason}）。{advice}") from error


def require_data_folder(environ: dict[str, str]) -> Path:
    folder = data_folder(environ)
    require_writable(
        folder, "把 NUOCHENG_DATA 设为可写的文件夹，再运行一次。 / Set NUOCHENG_DATA to a folder that can be written."
    )
    return folder
