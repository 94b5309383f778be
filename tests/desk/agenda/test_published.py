"""What is out of a meeting, and taking it back: gone for citizens at once, with who, when and why."""

from importlib import import_module
from time import perf_counter
from uuid import uuid4

import pytest
from django.test import Client

WHY = "Kortet viste en borgers bolig."
MOST = 10  # seconds: the machine may be busy; the time is printed


@pytest.fixture
def out(stores, monkeypatch):
    now = import_module("tests.cast").NOW
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    return import_module("tests.desk.agenda.out").Out()


@pytest.fixture
def anna(out):
    return out.client(Client(), "anna")


@pytest.fixture
def text_of():
    return import_module("tests.desk.agenda.out").text_of


def events(verb):
    return import_module("raadslag.models").Event.objects.filter(verb=verb)


def test_the_secretary_sees_what_is_out_and_nothing_of_what_is_closed(out, anna, text_of):
    text = text_of(anna.get(out.page))
    for there in ("Dagsorden", "Udgave 1", "Kort", "Overstreg", "Træk hele dokumentet tilbage"):
        assert there in text
    assert "Tilbud" not in text
    empty = out.meeting.body.meetings.create(
        starts_at=out.meeting.starts_at.replace(hour=6), ends_at=out.meeting.starts_at.replace(hour=7)
    )
    nothing = anna.get(f"/skrivebord/moeder/{empty.key}/dagsorden/offentliggjort/")
    assert "Der er ikke offentliggjort noget om mødet." in text_of(nothing)


def test_an_attachment_that_is_taken_back_is_gone_for_citizens_within_the_request(out, anna, text_of):
    clara = Client()
    paths = [out.map_address, f"{out.map_address}.pdf"]
    assert {clara.get(path).status_code for path in paths} == {200}
    address = f"{out.page}dagsorden/1/punkt-1/bilag-1/traek-tilbage"
    unsure = anna.post(address, {"why": WHY})
    assert unsure.status_code == 422
    assert WHY in text_of(unsure)
    assert clara.get(paths[0]).status_code == 200
    began = perf_counter()
    answer = anna.post(address, {"why": WHY, "sure": "on"})
    gone = [clara.get(path) for path in paths]
    took = perf_counter() - began
    print(f"taken back and seen to be gone in {took:.2f} s")
    assert took < MOST
    assert (answer.status_code, answer["Location"]) == (302, out.page)
    assert {each.status_code for each in gone} == {410}
    assert all(WHY in each.content.decode() for each in gone)
    assert clara.get(out.document).status_code == 200
    assert "Bilag, der er trukket tilbage" in text_of(clara.get(f"{out.document}punkt-1"))
    (event,) = events("published_attachment_withdrawn")
    assert (event.by, event.detail) == (out.cast.anna, {"address": out.map_address, "why": WHY})
    page = text_of(anna.get(out.page))
    assert WHY in page
    assert "Anna Lund" in page
    assert anna.get(address).status_code == 404  # it is not there to be taken back twice


def test_a_whole_document_that_is_taken_back_is_gone_with_all_its_files_and_from_the_search(
    out, anna, text_of
):
    clara = Client()
    assert "Højvandsmur" in text_of(clara.get("/soeg?q=højvandsmur"))
    address = f"{out.page}dagsorden/traek-tilbage"
    assert "Grunden står i stedet." in text_of(anna.get(address))
    assert anna.post(address, {"why": "  ", "sure": "on"}).status_code == 422
    assert anna.post(address, {"why": WHY, "sure": "on"}).status_code == 302
    for path in (out.document, f"{out.document[:-1]}.pdf", f"{out.map_address}.pdf"):
        assert clara.get(path).status_code == 410
    assert out.document not in clara.get("/soeg?q=højvandsmur").content.decode()
    assert str(out.meeting.held_on) not in clara.get("/moeder/").content.decode()
    (event,) = events("publication_withdrawn")
    assert event.noun_key == str(out.meeting.key)
    assert "Trukket tilbage" in text_of(anna.get(out.page))


@pytest.mark.parametrize(
    "below", ["", "dagsorden/traek-tilbage", "dagsorden/1/punkt-1/bilag-1/traek-tilbage"]
)
def test_nobody_but_the_bodys_secretary_reaches_it(out, below):
    for name, status in (("anna", 200), ("bo", 404), ("karen", 404), ("dan", 404)):
        client = out.client(Client(), name)
        assert client.get(f"{out.page}{below}").status_code == status, name
        if status == 404:
            assert client.post(f"{out.page}{below}", {"why": WHY, "sure": "on"}).status_code in (404, 405)
    anna = out.client(Client(), "anna")
    assert anna.delete(f"{out.page}{below}").status_code == 405
    other = out.page.replace(str(out.meeting.key), str(uuid4()))
    assert anna.get(f"{other}{below}").status_code == 404
    assert Client().get(f"{out.page}{below}").status_code == 302


def test_what_does_not_exist_or_belongs_to_another_meeting_is_not_found(out, anna):
    another = out.meeting.body.meetings.create(
        starts_at=out.meeting.starts_at.replace(hour=6), ends_at=out.meeting.starts_at.replace(hour=7)
    )
    page = f"/skrivebord/moeder/{another.key}/dagsorden/offentliggjort/"
    assert anna.get(f"{page}dagsorden/traek-tilbage").status_code == 404
    for below in ("referat/traek-tilbage", "dagsorden/1/punkt-2/bilag-1/traek-tilbage"):
        assert anna.get(f"{out.page}{below}").status_code == 404
