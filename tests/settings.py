"""Settings of the tests: the project's own, quicker where the difference cannot matter."""

import os

from config import env
from config.settings import *  # noqa: F403
from config.settings import DATABASES, NUOCHENG_DATA, SQLITE, STORAGES
from tests.private_postgresql import is_asked_for, private_postgresql

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}

if is_asked_for() and "DATABASE_URL" not in os.environ:
    # In the environment, because the workers of xdist inherit it: one server for all of them.
    os.environ["DATABASE_URL"] = private_postgresql()
    DATABASES["default"] = env.postgresql("DATABASE_URL")
# A file, because the live server's threads would share one in-memory connection; unsynced, because nothing is at stake.
SQLITE["TEST"] = {"NAME": NUOCHENG_DATA / "test.sqlite3"}
SQLITE["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF"
DATABASES["default"]["CONN_MAX_AGE"] = 0
STATIC_ROOT = NUOCHENG_DATA / "test-static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
