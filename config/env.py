"""Reads the environment and the data folder; a wrong value stops the start with one sentence."""

import os
import secrets
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

TRUE, FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off", ""}
POSTGRESQL = "django.db.backends.postgresql"
LONGEST_NAME = 63


def boolean(name: str, default: bool = False) -> bool:
    value = os.environ.get(name)
    if value is None:
        return default
    if value.strip().lower() in TRUE:
        return True
    if value.strip().lower() in FALSE:
        return False
    raise ImproperlyConfigured(f"{name}={value!r}：应为 1 或 0。 / {name} must be 1 or 0.")


def number(name: str, default: int = 0) -> int:
    value = os.environ.get(name, "").strip() or str(default)
    if value.isascii() and value.isdigit():
        return int(value)
    raise ImproperlyConfigured(f"{name}={value!r}：应为 0 或正整数。 / {name} must be 0 or a positive number.")


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


def word(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def address(name: str, default: str) -> str:
    """http://host or https://host, without a slash at the end."""
    value = word(name, default).rstrip("/")
    if urlsplit(value).scheme not in {"http", "https"} or not urlsplit(value).netloc:
        raise ImproperlyConfigured(f"{name}={value!r}：应以 http:// 或 https:// 开头。 / {name} must be an address.")
    return value


def words(name: str, default: str = "") -> list[str]:
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def postgresql(name: str) -> dict | None:
    """The database at an address, or None where no address is given. A refusal never repeats the password."""
    address = os.environ.get(name, "").strip()
    if not address:
        return None
    try:
        found = dj_database_url.parse(address, conn_max_age=60, conn_health_checks=True)
    except ValueError:
        found = {}
    if found.get("ENGINE") != POSTGRESQL or not 0 < len(found["NAME"]) <= LONGEST_NAME:
        raise ImproperlyConfigured(
            f"{name}：应为 postgresql://用户:口令@主机:5432/数据库；用 SQLite 时不设。"
            f" / {name} must be postgresql://user:password@host:5432/name; leave it unset for SQLite."
        )
    # A server behind a firewall says nothing at all: without this the start would hang for minutes.
    found["OPTIONS"] = {"connect_timeout": 10} | found.get("OPTIONS", {})
    return found


def secret(path: Path) -> str:
    """The secret kept in a file that only its owner reads; written on first use and never replaced."""
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write_once(path, secrets.token_urlsafe(50))
    return path.read_text(encoding="ascii").strip()


def _write_once(path: Path, value: str) -> None:
    """Appears whole or not at all: of two processes that start at once, one writes and both read the same."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(value + "\n")
    with suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()
