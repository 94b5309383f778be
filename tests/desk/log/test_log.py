"""Administrators read the log, search it, and take it out; nobody else does."""

import csv
from datetime import datetime
from importlib import import_module

import pytest

from raadslag.record import Part
from tests.desk.log import COPENHAGEN

LOG = "/skrivebord/administration/log/"


@pytest.fixture
def history(lindevad):
    """Three days of it."""
    cast = lindevad.cast
    record = import_module("raadslag.models").Event.objects.record
    closed = lindevad.paper(part=Part.CLOSED)

    def at(day, hour=10):
        return datetime(2026, 3, day, hour, tzinfo=COPENHAGEN)

    record("logged_in", by=cast.anna, at=at(1, 0), about=cast.anna, how=["password"], address="10.0.0.1")
    record("read_closed", by=cast.bo, at=at(2), about=closed, address="/skrivebord/…")
    record("person_changed", by=cast.ada, at=at(3, 23), about=cast.karen, fields=["phone"])
    record("person_changed", by=None, at=at(4), about=cast.dan, fields=["=fjol", "blåbær"])
    return closed


def text(response):
    return response.content.decode()


def places(response):
    return [event.place for event in response.context["page"]]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, [4, 3, 2, 1]),
        ({"verb": "person_changed"}, [4, 3]),
        ({"noun": "paper"}, [2]),
        ({"fra": "2026-03-02", "til": "2026-03-03"}, [3, 2]),
        ({"fra": "2026-03-01", "til": "2026-03-01"}, [1]),
        ({"q": "karen"}, [3]),
        ({"q": "10.0.0.1"}, [1]),
        ({"q": "blåbær dan"}, [4]),
        ({"q": "BLÅBÆR"}, [4]),
        ({"q": "findes ikke"}, []),
        ({"verb": "vrøvl", "noun": "vrøvl", "fra": "i går", "person": "bo", "side": "x"}, [4, 3, 2, 1]),
    ],
)
def test_the_log_is_searched_by_verb_noun_days_and_words(client_of, history, asked, found):
    assert places(client_of("ada").get(LOG, asked)) == found


def test_the_log_is_searched_by_person(client_of, lindevad, history):
    assert places(client_of("ada").get(LOG, {"person": lindevad.cast.bo.key})) == [2]


def test_one_closed_papers_history_is_read_by_its_key_and_without_its_title(client_of, history):
    page = client_of("ada").get(LOG, {"noun": "paper", "key": history.key})
    assert places(page) == [2]
    assert "læste lukket" in text(page)
    assert "Lukket indstilling" in text(page)
    assert history.title not in text(page)


def test_what_is_closed_by_now_is_not_named_by_what_it_was_called_while_it_was_open(
    client_of, lindevad, history
):
    models = import_module("raadslag.models")
    paper = lindevad.paper()
    item, attachment = lindevad.item(paper=paper), lindevad.attachment(paper=paper)
    for thing in (paper, item, attachment):
        models.Event.objects.record("paper_begun", by=lindevad.cast.karen, at=lindevad.now, about=thing)
    ada = client_of("ada")
    assert places(ada.get(LOG, {"q": "Højvandsmur"})) == [6, 5]
    models.Item.objects.filter(pk=item.pk).update(part=Part.CLOSED, closed_ground="Kontrakt")
    file = b"".join(ada.post(f"{LOG}hent").streaming_content).decode()
    for told in (text(ada.get(LOG)), file):
        assert all(words in told for words in ("Lukket indstilling", "Lukket punkt", "Lukket bilag"))
        assert not any(words in told for words in ("Højvandsmur", "Notat"))
    assert places(ada.get(LOG, {"q": "Højvandsmur"})) == []
    assert places(ada.get(LOG, {"q": "lukket indstilling"})) == [2]
    assert list(import_module("raadslag.models.event").verify_log()) == []


def test_the_log_is_told_in_danish(client_of, history):
    page = text(client_of("ada").get(LOG))
    for words in (
        "loggede ind",
        "adresse: 10.0.0.1",
        "rettede person",
        "felter: telefon",
        "med: adgangskode",
        "03.03.2026 23.00.00",
    ):
        assert words in page


def test_the_log_comes_page_by_page(client_of, lindevad, history, monkeypatch):
    monkeypatch.setattr(import_module("raadslag.desk.log.log"), "A_PAGE", 3)
    first = client_of("ada").get(LOG, {"q": ""})
    assert places(first) == [4, 3, 2]
    assert 'href="?q=&amp;side=2"' in text(first)
    assert places(client_of("ada").get(LOG, {"side": "2"})) == [1]


def test_the_log_is_taken_out_as_a_table_in_which_nothing_acts_and_that_is_an_event(
    client_of, lindevad, history
):
    client = client_of("ada")
    file = client.post(f"{LOG}hent?verb=person_changed")
    assert file["Content-Type"] == "text/csv; charset=utf-8"
    lines = b"".join(file.streaming_content).decode("utf-8-sig").splitlines()
    rows = list(csv.reader(lines, delimiter=";"))
    assert rows[0][:4] == ["nr.", "tidspunkt", "hvem", "hvad"]
    assert [row[0] for row in rows[1:]] == ["4", "3"]
    assert rows[2][1:4] == ["2026-03-03 23:00:00", "Ada Bech", "rettede person"]
    newest = import_module("raadslag.models").Event.objects.first()
    assert (newest.verb, newest.by, newest.detail) == (
        "log_exported",
        lindevad.cast.ada,
        {"asked": "verb=person_changed"},
    )


@pytest.mark.parametrize("value", ["=1+1", "+45", "-1", "@SUM", "\t="])
def test_what_a_spreadsheet_would_run_is_marked_as_text(value, stores):
    assert import_module("raadslag.desk.log.export").inert(value) == f"'{value}"


@pytest.mark.parametrize("name", ["anna", "karen", "leif", "bo"])
def test_nobody_else_reads_it(client_of, history, name):
    client = client_of(name)
    assert client.get(LOG).status_code == 404
    assert client.post(f"{LOG}hent").status_code == 404


def test_to_take_it_out_is_no_link(client_of, history):
    assert client_of("ada").get(f"{LOG}hent").status_code == 405
