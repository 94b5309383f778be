"""`raadslag person` makes the first administrator; `raadslag audit verify` proves the log."""

import re
import sqlite3
import subprocess
from pathlib import Path

import psycopg
import pytest

from tests.conftest import RAADSLAG


@pytest.fixture
def raadslag(home):
    def run(*given, **more):
        return subprocess.run(
            [RAADSLAG, *given], env={**home, **more}, capture_output=True, text=True, check=False
        )

    return run


ADD = ("person", "add", "Ada@Lindevad.example", "--name", "Ada Bech", "--admin")


def test_the_first_administrator_gets_a_link_to_choose_a_password_with(raadslag):
    done = raadslag(*ADD, "--site", "https://skrivebord.lindevad.example/")
    assert done.returncode == 0
    assert re.search(
        r"^https://skrivebord\.lindevad\.example/konto/adgangskode/[0-9a-f-]{36}/\S+/$", done.stdout, re.M
    )
    again = raadslag(*ADD)
    assert (again.returncode, again.stdout) == (2, "")
    assert "Der er allerede en person med adressen ada@lindevad.example" in again.stderr
    assert "/konto/adgangskode/" in raadslag("person", "link", "ada@lindevad.example").stdout


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (("person", "add", "ikke en adresse", "--name", "X"), "ikke en adresse er ikke en e-postadresse."),
        (("person", "add", "x@y.dk"), "--name mangler."),
        (("person", "link", "ingen@lindevad.example"), "Der er ingen åben person"),
        (("person", "fjern"), "Kommandoen fjern findes ikke."),
    ],
)
def test_what_cannot_be_done_is_a_sentence(raadslag, given, sentence):
    refused = raadslag(*given)
    assert refused.returncode == 2
    assert sentence in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize("command", ["person", "audit"])
def test_the_citizens_process_has_neither(raadslag, command):
    refused = raadslag(command, RAADSLAG_ONLY="public")
    assert refused.returncode == 2
    assert "sekretariatets lager" in refused.stderr


def tamper(home, statement):
    """Edits the log as the database's owner can."""
    if url := home.get("RAADSLAG_DESK_DATABASE"):
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("ALTER TABLE desk_event DISABLE TRIGGER USER")
            connection.execute(statement)
        return
    with sqlite3.connect(Path(home["RAADSLAG_HOME"]) / "desk" / "store.sqlite3") as connection:
        connection.execute("DROP TRIGGER desk_event_no_update")
        connection.execute("DROP TRIGGER desk_event_no_delete")
        connection.execute(statement)


def test_the_log_is_proved_and_what_was_noted_must_still_be_there(raadslag, home):
    raadslag(*ADD)
    proved = raadslag("audit", "verify")
    assert (proved.returncode, proved.stderr) == (0, "")
    noted = re.search(r"Den har 3 hændelser; den sidste er (\w{64})\.", proved.stdout)[1]
    assert raadslag("audit", "verify", "--noted", noted).returncode == 0
    lost = raadslag("audit", "verify", "--noted", "0" * 64)
    assert lost.returncode == 1
    assert "står ikke længere i loggen" in lost.stderr
    tamper(home, "UPDATE desk_event SET verb = 'logged_in' WHERE place = 2")
    found = raadslag("audit", "verify")
    assert (found.returncode, found.stdout) == (1, "")
    assert found.stderr == "Hændelse nr. 2 er ændret.\n"


def test_a_whole_log_written_anew_is_found_by_what_was_noted(raadslag, home):
    raadslag(*ADD)
    noted = re.search(r"er (\w{64})\.", raadslag("audit", "verify").stdout)[1]
    tamper(home, "DELETE FROM desk_event")
    assert "Loggen skulle slutte med hændelse nr. 3" in raadslag("audit", "verify").stderr
    assert raadslag("audit", "verify", "--noted", noted).returncode == 1
