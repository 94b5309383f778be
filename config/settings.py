"""Settings, from the environment alone; docs/operations.md explains each variable.

RAADSLAG_ONLY=public is the citizens' process: it has the public store and neither the desk's tables,
its files nor a way to reach them.
"""

import os
from pathlib import Path
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

BASE_DIR = Path(__file__).resolve().parent.parent
HOME = Path(os.environ.get("RAADSLAG_HOME", "var")).resolve()
ONLY = os.environ.get("RAADSLAG_ONLY", "")
if ONLY not in ("", "public"):
    # a slip of the pen must not give the citizens' process the desk
    raise ImproperlyConfigured(f"RAADSLAG_ONLY kan kun være »public«, ikke »{ONLY}«.")
ONLY_PUBLIC = ONLY == "public"
DEBUG = os.environ.get("RAADSLAG_DEBUG", "") == "1"
# Nothing signed outlives the process yet, so one drawn at start will do where none is set.
SECRET_KEY = os.environ.get("RAADSLAG_SECRET_KEY") or get_random_secret_key()
ALLOWED_HOSTS = os.environ.get("RAADSLAG_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]").split(",")

MUNICIPALITY = os.environ.get("RAADSLAG_MUNICIPALITY", "Lindevad Kommune")

# The two stores: each a database and a folder of its own.
PUBLIC_FOLDER = HOME / "public"
PUBLIC_FILES_FOLDER = PUBLIC_FOLDER / "files"
SEARCH_INDEX_FOLDER = PUBLIC_FOLDER / "search"
DESK_FOLDER = None if ONLY_PUBLIC else HOME / "desk"


def database(variable: str, folder: Path) -> dict[str, Any]:
    """The database that the variable names by URL, or SQLite in the folder."""
    url = os.environ.get(variable) or f"sqlite:///{folder / 'store.sqlite3'}"
    try:
        settings: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True))
    except ValueError as error:  # the URL may hold a password: it is not repeated
        raise ImproperlyConfigured(f"{variable} er ikke en databaseadresse, som Rådslag kender.") from error
    if settings["ENGINE"] == "django.db.backends.sqlite3":
        # IMMEDIATE: a transaction that will write waits its turn at the start, instead of failing with
        # "database is locked" when it comes to write. FULL: what was said to be saved survives a power cut.
        settings["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        }
    return settings


DATABASES = {
    "default": {"ENGINE": "django.db.backends.dummy"}
    if DESK_FOLDER is None
    else database("RAADSLAG_DESK_DATABASE", DESK_FOLDER),
    "public": database("RAADSLAG_PUBLIC_DATABASE", PUBLIC_FOLDER),
}
DATABASE_ROUTERS = ["config.router.TwoStores"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The desk's: none of this is there in the citizens' process.
DESK_APPS = (
    []
    if ONLY_PUBLIC
    else [
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "django.contrib.messages",
        "allauth",
        "allauth.account",
        "allauth.mfa",
        "allauth.socialaccount",
        "allauth.socialaccount.providers.openid_connect",
        "django_htmx",
        "django_q",
        "config.apps.DeskConfig",
        "raadslag.desk",
    ]
)
DESK_MIDDLEWARE = (
    []
    if ONLY_PUBLIC
    else [
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.auth.middleware.LoginRequiredMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "django_htmx.middleware.HtmxMiddleware",
        "allauth.account.middleware.AccountMiddleware",
    ]
)
INSTALLED_APPS = [
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "raadslag.archive",
    "raadslag.public",
    *DESK_APPS,
]
MIGRATION_MODULES = {"desk": "raadslag.models.migrations"}
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    *DESK_MIDDLEWARE,
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "config.security.content_security_policy",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "raadslag.public.context.municipality",
                *(
                    []
                    if ONLY_PUBLIC
                    else [
                        "django.contrib.auth.context_processors.auth",
                        "django.contrib.messages.context_processors.messages",
                    ]
                ),
            ]
        },
    }
]

if not ONLY_PUBLIC:
    AUTH_USER_MODEL = "desk.Person"
    AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
    LOGIN_URL = "account_login"
    LOGIN_REDIRECT_URL = "desk:start"
    PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.Argon2PasswordHasher",
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    ]
    ACCOUNT_LOGIN_METHODS = {"email"}
    ACCOUNT_USER_MODEL_USERNAME_FIELD = None
    ACCOUNT_SIGNUP_FIELDS = ["email*"]
    ACCOUNT_EMAIL_VERIFICATION = "none"

# Jobs wait in the desk's database. `retry` is longer than `timeout`, so that only a job whose worker died
# runs again.
Q_CLUSTER = {
    "name": "raadslag",
    "orm": "default",
    "workers": 2,
    "timeout": 240,
    "retry": 300,
    "max_attempts": 3,
    "ack_failures": True,
    "catch_up": False,
    "bulk": 1,
}

LANGUAGE_CODE = "da"
LANGUAGES = [("da", "Dansk"), ("en", "English")]
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True

# npm builds into build/static; `raadslag serve` gathers that and the apps' own into build/collected, under
# names that hold their contents' hash. While developing, files are served from where they lie.
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "build" / "collected"
STATICFILES_DIRS = [folder for folder in [BASE_DIR / "build" / "static"] if folder.is_dir()]
WHITENOISE_USE_FINDERS = DEBUG
STORAGES = {
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"  # an attachment's page shows the PDF in a frame
CSRF_COOKIE_HTTPONLY = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
