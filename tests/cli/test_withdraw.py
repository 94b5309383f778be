"""`raadslag withdraw` takes what has an address off the site, and says in Danish what it cannot."""

from importlib import import_module

import pytest
from click.testing import CliRunner

from tests.lindevad import ANNA, PUBLISHED_AT, council_minutes

pytestmark = pytest.mark.usefixtures("stores")

MINUTES = "/moeder/byraadet/2025-08-27/referat/"


@pytest.fixture
def published():
    publish = import_module("raadslag.publishing").publish
    return publish(council_minutes(), {}, by=ANNA, at=PUBLISHED_AT, why="Godkendt").publication


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(import_module("raadslag.cli.withdraw").command, arguments)
    return done.exit_code, done.output


@pytest.mark.parametrize("address", [MINUTES, f"https://moeder.lindevad.example/en{MINUTES}"])
def test_a_document_is_withdrawn_by_its_address(published, address):
    assert run(address, "--why", "Forkert udgave", "--by", ANNA) == (
        0,
        f"{MINUTES} er trukket tilbage. Grunden står i stedet.\n",
    )
    withdrawal = import_module("raadslag.archive.models").Withdrawal.objects.get()
    assert (withdrawal.withdrawn_by, withdrawal.why) == (ANNA, "Forkert udgave")
    assert published.is_withdrawn
    assert run(MINUTES, "--why", "Igen")[0] == 2


@pytest.mark.parametrize(
    "address",
    ["/moeder/byraadet/", "/moeder/byraadet/2025-08-28/referat/", f"{MINUTES}punkt-1/bilag-9", "x", "/"],
)
def test_an_address_of_nothing_is_refused(published, address):
    code, said = run(address, "--why", "Forkert udgave")
    assert (code, "Der er intet udgivet på" in said) == (2, True)
    assert not published.is_withdrawn


def test_a_reason_is_wanted(published):
    code, said = run(MINUTES, "--why", " ")
    assert (code, "Skriv, hvorfor" in said) == (2, True)
