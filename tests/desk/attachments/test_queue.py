"""The queue says what waits, runs and failed: titles to those who may see them, numbers to the others."""

import fcntl
from pathlib import Path

import pytest

from raadslag.record import Part

QUEUE = "/skrivebord/koe/"


@pytest.fixture
def queued(lindevad, ready):
    """One that waits, one in the middle of it, one that failed, and one that is closed and waits."""
    paper = lindevad.paper()
    made = {}
    for title in ("Venter", "Omdannes", "Slog fejl", "Hemmeligt"):
        part = Part.CLOSED if title == "Hemmeligt" else Part.OPEN
        attachment = lindevad.attachment(paper=paper, part=part)
        attachment.title = f"Bilag: {title}"
        attachment.save()
        made[title] = ready(attachment)
    made["Venter"].wait_again(tries=0)
    made["Hemmeligt"].wait_again(tries=0)
    made["Omdannes"].start(lindevad.now)
    made["Slog fejl"].fail("Filen er låst med adgangskode; fjern den.", lindevad.now)
    return made


def test_it_shows_all_of_them_to_the_writer(client_of, queued):
    page = client_of("karen").get(QUEUE).content.decode()
    for title in queued:
        assert f"Bilag: {title}" in page
    assert "Filen er låst med adgangskode" in page
    assert f"/skrivebord/bilag/{queued['Slog fejl'].attachment.key}/proev-igen" in page


def test_of_what_one_may_not_see_one_gets_the_number(client_of, queued):
    page = client_of("jens").get(QUEUE).content.decode()
    assert "Bilag: Venter" in page
    assert "Bilag: Hemmeligt" not in page
    assert "Og 1 fil mere." in page
    stranger = client_of("mette").get(QUEUE).content.decode()
    assert "Bilag:" not in stranger
    assert "Og 2 filer mere." in stranger


def test_the_start_page_leads_there_whoever_has_put_up_something_that_is_not_done(client_of, queued):
    """Karen has put all of it up."""
    names = ("karen", "ada", "jens", "bo")
    pages = {name: client_of(name).get("/skrivebord/").content.decode() for name in names}
    assert "Dine bilag i kø" in pages["karen"]
    for name in ("karen", "ada"):
        assert "3 bilag venter eller omdannes." in pages[name]
        assert "1 bilag kunne ikke omdannes." in pages[name]
        assert f'href="{QUEUE}"' in pages[name]
    for name in ("jens", "bo"):
        assert QUEUE not in pages[name]


@pytest.mark.parametrize(
    ("name", "status"), [("anna", 200), ("leif", 200), ("ada", 200), ("bo", 404), ("olga", 404)]
)
def test_it_is_for_those_who_work_at_the_desk(client_of, name, status):
    assert client_of(name).get(QUEUE).status_code == status


def test_it_says_when_nobody_works(client_of, stores):
    page = client_of("karen").get(QUEUE).content.decode()
    assert "Ingen arbejder på køen" in page
    assert "Køen er tom" in page
    with Path(stores / "desk" / "working" / "workers").open("a") as worker:
        fcntl.flock(worker, fcntl.LOCK_SH)
        assert "Ingen arbejder på køen" not in client_of("karen").get(QUEUE).content.decode()


def test_it_takes_no_other_method(client_of):
    assert client_of("karen").post(QUEUE).status_code == 405
