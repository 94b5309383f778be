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

from config.identity_provider import as_allauth_has_it, identity_provider
from config.mail import mail_from, site, smtp_url
from config.secret_key import kept_key

BASE_DIR = Path(__file__).resolve().parent.parent
HOME = Path(os.environ.get("RAADSLAG_HOME", "var")).resolve()
ONLY = os.environ.get("RAADSLAG_ONLY", "")
if ONLY not in ("", "public"):
    # a slip of the pen must not give the citizens' process the desk
    raise ImproperlyConfigured(f"RAADSLAG_ONLY kan kun være »public«, ikke »{ONLY}«.")
ONLY_PUBLIC = ONLY == "public"
DEBUG = os.environ.get("RAADSLAG_DEBUG", "") == "1"
ALLOWED_HOSTS = os.environ.get("RAADSLAG_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]").split(",")

MUNICIPALITY = os.environ.get("RAADSLAG_MUNICIPALITY", "Lindevad Kommune")

# The two stores: each a database and a folder of its own.
PUBLIC_FOLDER = HOME / "public"
PUBLIC_FILES_FOLDER = PUBLIC_FOLDER / "files"
SEARCH_INDEX_FOLDER = PUBLIC_FOLDER / "search"
DESK_FOLDER = None if ONLY_PUBLIC else HOME / "desk"
# What the citizens' process signs need not outlive it.
SECRET_KEY = os.environ.get("RAADSLAG_SECRET_KEY") or (
    get_random_secret_key() if DESK_FOLDER is None else kept_key(DESK_FOLDER)
)


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
        "raadslag.mail",
        "raadslag.desk",  # before allauth, whose templates it has in its own words
        "allauth",
        "allauth.account",
        "allauth.mfa",
        "allauth.socialaccount",
        "allauth.socialaccount.providers.openid_connect",
        "django_q",
        "config.apps.DeskConfig",
    ]
)
DESK_MIDDLEWARE = (
    []
    if ONLY_PUBLIC
    else [
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "raadslag.desk.accounts.sessions.expiring",
        "raadslag.desk.accounts.sessions.LogInFirst",
        "allauth.account.middleware.AccountMiddleware",
        "raadslag.desk.accounts.second_factor.DemandSecondFactor",
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


def number(variable: str, default: int, least: int = 1) -> int:
    """A setting that is a whole number."""
    text = os.environ.get(variable) or str(default)
    if not text.isdecimal() or int(text) < least:
        raise ImproperlyConfigured(f"{variable} skal være et helt tal fra {least}, ikke »{text}«.")
    return int(text)


# The citizens' pages keep nothing here. What limits log-in must be one and the same for all processes.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    if ONLY_PUBLIC
    else {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "desk_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
# Cookies go over TLS alone, except on the machine itself.
LOOPBACK = {"localhost", "127.0.0.1", "[::1]"}
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEBUG and not set(ALLOWED_HOSTS) <= LOOPBACK

if not ONLY_PUBLIC:
    AUTH_USER_MODEL = "desk.Person"
    AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
    LOGIN_URL = "account_login"
    LOGIN_REDIRECT_URL = "desk:start"
    LOGOUT_REDIRECT_URL = "account_login"
    PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.Argon2PasswordHasher",
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    ]
    AUTH_PASSWORD_VALIDATORS = [
        {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
        for name, options in [
            ("UserAttributeSimilarityValidator", {"user_attributes": ["name", "email"]}),
            ("MinimumLengthValidator", {"min_length": 12}),
            ("CommonPasswordValidator", {}),
            ("NumericPasswordValidator", {}),
        ]
    ]
    PASSWORD_LINK_HOURS = 72
    PASSWORD_RESET_TIMEOUT = PASSWORD_LINK_HOURS * 3600
    SESSION_IDLE_MINUTES = number("RAADSLAG_SESSION_IDLE_MINUTES", 120)
    SESSION_HOURS = number("RAADSLAG_SESSION_HOURS", 12)
    SESSION_COOKIE_AGE = SESSION_HOURS * 3600
    SESSION_COOKIE_NAME = "raadslag"
    SECOND_FACTOR = os.environ.get("RAADSLAG_SECOND_FACTOR", "1") != "0"
    IDENTITY_PROVIDER = identity_provider(os.environ)

    ACCOUNT_ADAPTER = "raadslag.desk.accounts.adapter.DeskAccounts"
    ACCOUNT_LOGIN_METHODS = {"email"}
    ACCOUNT_USER_MODEL_USERNAME_FIELD = None
    ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
    ACCOUNT_EMAIL_VERIFICATION = "none"
    ACCOUNT_SESSION_REMEMBER = True  # until it expires by our own rules
    ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
    ACCOUNT_RATE_LIMITS = {
        "login": "30/m/ip",
        "login_failed": "10/m/ip,5/5m/key",
        "reauthenticate": "10/m/user",
        "change_password": "10/m/user",
    }
    ALLAUTH_TRUSTED_PROXY_COUNT = number("RAADSLAG_PROXIES", 0, least=0)
    MFA_ADAPTER = "raadslag.desk.accounts.second_factor.DeskSecondFactor"
    ACCOUNT_FORMS = {"login": "raadslag.desk.accounts.forms.LogInForm"}
    MFA_FORMS = {
        "authenticate": "raadslag.desk.accounts.second_factor.CodeForm",
        "activate_totp": "raadslag.desk.accounts.forms.AppForm",
    }
    MFA_TOTP_ISSUER = MUNICIPALITY
    MFA_TOTP_TOLERANCE = 1
    SOCIALACCOUNT_ADAPTER = "raadslag.desk.accounts.provider.DeskProvider"
    SOCIALACCOUNT_PROVIDERS = as_allauth_has_it(IDENTITY_PROVIDER)
    # Asked for by a link: a form may lead to no other site than this, which would stop it at the provider's.
    SOCIALACCOUNT_LOGIN_ON_GET = True
    SOCIALACCOUNT_EMAIL_VERIFICATION = "none"

if not ONLY_PUBLIC:
    SMTP_URL = smtp_url(os.environ)
    MAIL_FROM = mail_from(os.environ, MUNICIPALITY)
    SITE = site(os.environ)
    EMAIL_BACKEND = "raadslag.mail.backend.OutboxBackend"
    DEFAULT_FROM_EMAIL = MAIL_FROM

# How large a file that is put up may be.
UPLOAD_MEGABYTES = int(os.environ.get("RAADSLAG_UPLOAD_MEGABYTES", "100"))

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
