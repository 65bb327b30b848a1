"""The one settings file; what differs between machines comes from the environment (config/env.py)."""

from pathlib import Path

from csp.constants import NONE, SELF

from config import env

BASE_DIR = Path(__file__).resolve().parent.parent
NUOCHENG_DATA = env.folder("NUOCHENG_DATA", BASE_DIR / "data")
NUOCHENG_FONTS = env.optional_folder("NUOCHENG_FONTS")

DEBUG = env.boolean("NUOCHENG_DEBUG")
SECRET_KEY = env.secret(NUOCHENG_DATA / "keys" / "secret_key")
TRAIL_KEY = env.secret(NUOCHENG_DATA / "keys" / "trail_key")
TRAIL_ANCHORS = NUOCHENG_DATA / "trail" / "anchors.log"
ALLOWED_HOSTS = env.words("NUOCHENG_HOSTS", "127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = env.words("NUOCHENG_ORIGINS")
HTTPS = env.boolean("NUOCHENG_HTTPS")
# Where people reach this site: for links in mails and for the code printed on letters.
NUOCHENG_URL = env.address("NUOCHENG_URL", "http://127.0.0.1:8000")
# Whether whoever holds a letter may check its code without signing in.
NUOCHENG_VERIFY = env.boolean("NUOCHENG_VERIFY", default=True)
# How many proxies stand in front: whose word about a visitor's address is taken.
NUOCHENG_PROXIES = env.number("NUOCHENG_PROXIES")

INSTALLED_APPS = [
    "config.administration.AdministrationConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "csp",
    "formtools",
    "letters",
]

MIDDLEWARE = [
    # These three first: what is answered by those after them, errors and redirects too, bears their headers.
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "letters.web.doors.NoStoreMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "letters.web.compression.TextCompressionMiddleware",
    "letters.web.unreadable.UnreadableMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "letters.web.language.ChosenLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "letters.web.doors.SignInMiddleware",
    "letters.web.errors.TooManyMiddleware",
    "letters.web.refusals.RefusalMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "letters.web.theme.chosen_theme",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# FULL: what was acknowledged survives a power cut. IMMEDIATE: a transaction that reads first never fails on its write.
SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": NUOCHENG_DATA / "nuocheng.sqlite3",
    "CONN_MAX_AGE": 600,
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL",
    },
}
DATABASES = {"default": env.postgresql("DATABASE_URL") or SQLITE}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# Msgids are Chinese; English is the one translation. Accept-Language is not asked: English only when chosen.
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "letters" / "locale"]
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = NUOCHENG_DATA / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = DEBUG
MEDIA_ROOT = NUOCHENG_DATA / "files"

# Every answer at 100,000 characters still fits (7 steps never come in one request).
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
DATA_UPLOAD_MAX_NUMBER_FILES = 4
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "letters.web.uploads.CappedUploadHandler",
]

# Mail goes to the console until a server is named.
EMAIL_HOST = env.word("NUOCHENG_SMTP_HOST", "localhost")
EMAIL_PORT = env.number("NUOCHENG_SMTP_PORT", 587)
EMAIL_HOST_USER = env.word("NUOCHENG_SMTP_USER")
EMAIL_HOST_PASSWORD = env.word("NUOCHENG_SMTP_PASSWORD")
EMAIL_USE_TLS = env.boolean("NUOCHENG_SMTP_TLS", default=True)
EMAIL_TIMEOUT = 10
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if env.word('NUOCHENG_SMTP_HOST') else 'console'}.EmailBackend"
DEFAULT_FROM_EMAIL = env.word("NUOCHENG_MAIL_FROM", "nuocheng@localhost")

CSRF_FAILURE_VIEW = "letters.web.errors.csrf_expired"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 14 * 24 * 3600
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
