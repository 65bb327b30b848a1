"""Reads the environment and the data folder; a wrong value stops the start with one sentence."""

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

TRUE, FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off", ""}


def boolean(name: str, default: bool = False) -> bool:
    value = os.environ.get(name)
    if value is None:
        return default
    if value.strip().lower() in TRUE:
        return True
    if value.strip().lower() in FALSE:
        return False
    raise ImproperlyConfigured(f"{name}={value!r}：应为 1 或 0。 / {name} must be 1 or 0.")


def folder(name: str, default: Path) -> Path:
    return Path(os.environ.get(name) or default).expanduser().resolve()


def optional_folder(name: str) -> Path | None:
    """A folder that has to exist when it is named at all."""
    if not os.environ.get(name):
        return None
    path = folder(name, Path())
    if not path.is_dir():
        raise ImproperlyConfigured(f"{name}={path}：没有这个文件夹。 / No such folder.")
    return path


def words(name: str, default: str = "") -> list[str]:
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def secret(path: Path) -> str:
    """The secret kept in a file that only its owner reads; written on first use and never replaced."""
    try:
        return path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    return _write_secret(path)


def _write_secret(path: Path) -> str:
    value = secrets.token_urlsafe(50)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(value + "\n")
    return value
