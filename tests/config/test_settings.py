"""Settings come from the environment alone."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SHOW = """
import json, config.settings as settings
print(json.dumps({name: getattr(settings, name) for name in dir(settings) if name.isupper()}, default=str))
"""


def settings_in(tmp_path: Path, **environment: str) -> dict[str, Any]:
    """What the settings are in such an environment."""
    command = [sys.executable, "-c", SHOW]
    done = subprocess.run(
        command, env=environment, cwd=Path.cwd(), capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def raadslag_in(tmp_path: Path, *typed: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What a command says in such an environment."""
    command = [Path(sys.executable).with_name("raadslag"), *typed]
    home = {"RAADSLAG_HOME": str(tmp_path)}
    return subprocess.run(command, env=home | environment, capture_output=True, text=True)


def test_out_of_the_box_both_stores_are_sqlite_in_the_home(tmp_path):
    settings = settings_in(tmp_path, RAADSLAG_HOME=str(tmp_path))
    assert settings["DATABASES"]["public"]["NAME"] == str(tmp_path / "public" / "store.sqlite3")
    assert settings["DATABASES"]["default"]["NAME"] == str(tmp_path / "desk" / "store.sqlite3")
    assert settings["DATABASES"]["public"]["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert settings["DEBUG"] is False


def test_a_store_may_be_postgresql_by_url(tmp_path):
    settings = settings_in(tmp_path, RAADSLAG_PUBLIC_DATABASE="postgresql://raad@db.example/arkiv")
    public = settings["DATABASES"]["public"]
    assert (public["ENGINE"], public["HOST"], public["NAME"]) == (
        "django.db.backends.postgresql",
        "db.example",
        "arkiv",
    )
    assert "transaction_mode" not in public.get("OPTIONS", {})


def test_a_slip_of_the_pen_does_not_give_the_citizens_process_the_desk(tmp_path):
    refused = raadslag_in(tmp_path, "verify", RAADSLAG_ONLY="Public")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == "RAADSLAG_ONLY kan kun være »public«, ikke »Public«.\n"


def test_the_citizens_process_cannot_import(tmp_path):
    refused = raadslag_in(tmp_path, "import", "referat.pdf", RAADSLAG_ONLY="public")
    assert refused.returncode == 2
    assert refused.stderr.startswith("raadslag import bruger sekretariatets lager")
    assert len(refused.stderr.splitlines()) == 1


def test_a_database_of_an_unknown_sort_is_refused_without_showing_the_password(tmp_path):
    refused = raadslag_in(
        tmp_path, "verify", RAADSLAG_PUBLIC_DATABASE="oracel://anna:hemmeligt@db.example/arkiv"
    )
    assert refused.returncode == 2
    assert refused.stderr == "RAADSLAG_PUBLIC_DATABASE er ikke en databaseadresse, som Rådslag kender.\n"


def test_two_starts_without_a_secret_key_have_different_ones(tmp_path):
    assert settings_in(tmp_path)["SECRET_KEY"] != settings_in(tmp_path)["SECRET_KEY"]


def test_the_sqlite_stores_are_durable_and_do_not_lock_readers_out(tmp_path):
    for store in ("desk", "public"):
        (tmp_path / store).mkdir()
    show = """
import config.start
from django.db import connections
for alias in ("default", "public"):
    with connections[alias].cursor() as cursor:
        print([cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")])
"""
    home = {"RAADSLAG_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", show], env=home, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["['wal', 2]", "['wal', 2]"]


def test_mail_settings_that_cannot_be_are_refused_without_showing_the_password(tmp_path):
    for variable, value in (
        ("RAADSLAG_SMTP_URL", "http://anna:hemmeligt@mail.example"),
        ("RAADSLAG_MAIL_FROM", "raadslag"),
        ("RAADSLAG_SITE", "moeder.lindevad.example"),
    ):
        refused = raadslag_in(tmp_path, "verify", **{variable: value})
        assert refused.returncode == 2
        assert refused.stderr.startswith(variable)
        assert "hemmeligt" not in refused.stderr
        assert len(refused.stderr.splitlines()) == 1


def test_mail_comes_from_the_municipality_where_no_other_name_is_given(tmp_path):
    settings = settings_in(
        tmp_path, RAADSLAG_MAIL_FROM="moeder@lindevad.example", RAADSLAG_SITE="https://lindevad.example/"
    )
    assert settings["MAIL_FROM"] == '"Lindevad Kommune" <moeder@lindevad.example>'
    assert settings["SITE"] == "https://lindevad.example"


def test_the_desks_key_is_drawn_once_and_read_by_its_owner_alone(tmp_path):
    desk = tmp_path / "desk"
    desk.mkdir()
    keys = {settings_in(tmp_path, RAADSLAG_HOME=str(tmp_path))["SECRET_KEY"] for _run in range(2)}
    assert keys == {(desk / "secret_key").read_text()}
    assert (desk / "secret_key").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in desk.iterdir()] == ["secret_key"]


def test_where_nothing_is_served_yet_no_key_is_kept(tmp_path):
    settings_in(tmp_path, RAADSLAG_HOME=str(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_key_that_is_set_is_used_and_the_citizens_process_reads_none_of_the_desks(tmp_path):
    (tmp_path / "desk").mkdir()
    assert settings_in(tmp_path, RAADSLAG_HOME=str(tmp_path), RAADSLAG_SECRET_KEY="x")["SECRET_KEY"] == "x"
    settings_in(tmp_path, RAADSLAG_HOME=str(tmp_path), RAADSLAG_ONLY="public")
    assert list((tmp_path / "desk").iterdir()) == []


def test_cookies_go_over_tls_unless_all_is_on_the_machine_itself(tmp_path):
    def secure(**environment):
        settings = settings_in(tmp_path, RAADSLAG_HOME=str(tmp_path), **environment)
        return settings["SESSION_COOKIE_SECURE"], settings["CSRF_COOKIE_SECURE"]

    assert secure() == (False, False)
    assert secure(RAADSLAG_ALLOWED_HOSTS="desk.lindevad.example") == (True, True)
    assert secure(RAADSLAG_ALLOWED_HOSTS="localhost,desk.lindevad.example") == (True, True)
    assert secure(RAADSLAG_ALLOWED_HOSTS="desk.lindevad.example", RAADSLAG_DEBUG="1") == (False, False)


PROVIDER = {
    "RAADSLAG_OIDC_ISSUER": "https://log-ind.lindevad.example/",
    "RAADSLAG_OIDC_CLIENT_ID": "raadslag",
    "RAADSLAG_OIDC_CLIENT_SECRET": "hemmelig",
}


def test_the_identity_provider_is_what_the_environment_says(tmp_path):
    settings = settings_in(tmp_path, RAADSLAG_HOME=str(tmp_path), **PROVIDER)
    (app,) = settings["SOCIALACCOUNT_PROVIDERS"]["openid_connect"]["APPS"]
    assert app["settings"]["server_url"] == "https://log-ind.lindevad.example"
    assert app["settings"]["oauth_pkce_enabled"] is True
    assert app["settings"]["verified_email"] is False
    assert settings_in(tmp_path, RAADSLAG_HOME=str(tmp_path))["SOCIALACCOUNT_PROVIDERS"] == {}


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({**PROVIDER, "RAADSLAG_OIDC_CLIENT_SECRET": ""}, "RAADSLAG_OIDC_CLIENT_SECRET mangler."),
        ({**PROVIDER, "RAADSLAG_OIDC_ROLES": "{"}, "RAADSLAG_OIDC_ROLES er ikke JSON."),
        ({**PROVIDER, "RAADSLAG_OIDC_ROLES": "[1]"}, "RAADSLAG_OIDC_ROLES skal oversætte værdier til roller"),
        ({"RAADSLAG_SESSION_HOURS": "0"}, "RAADSLAG_SESSION_HOURS skal være et helt tal fra 1, ikke »0«."),
        ({"RAADSLAG_SESSION_IDLE_MINUTES": "ti"}, "ikke »ti«."),
        ({"RAADSLAG_PROXIES": "to"}, "RAADSLAG_PROXIES"),
    ],
)
def test_log_in_that_cannot_be_is_refused_with_a_sentence(tmp_path, environment, sentence):
    refused = raadslag_in(tmp_path, "verify", **environment)
    assert refused.returncode == 2
    assert sentence in refused.stderr
    assert "hemmelig" not in refused.stderr
    assert "Traceback" not in refused.stderr
