"""Settings of the tests: the project's own, quicker where the difference cannot matter."""

from config.settings import *  # noqa: F403
from config.settings import DATABASES, NUOCHENG_DATA, STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}

# A file, because the live server's threads would share one in-memory connection; unsynced, because nothing is at stake.
DATABASES["default"]["TEST"] = {"NAME": NUOCHENG_DATA / "test.sqlite3"}
DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF"
DATABASES["default"]["CONN_MAX_AGE"] = 0
STATIC_ROOT = NUOCHENG_DATA / "test-static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
