"""Settings come from the environment alone."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

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
