"""A meeting's page."""

import json

from tests.public.conftest import MINUTES
from tests.public.pages import open_page


def test_the_meetings_own_address_leads_to_the_minutes(clara):
    response = clara.get("/moeder/byraadet/2025-08-27/")
    assert (response.status_code, response["Location"]) == (302, MINUTES)


def test_each_item_shows_its_decision_and_outcome(clara):
    page = open_page(clara, MINUTES)
    library = page.text("//li[@id='punkt-2']")
    assert "Byrådet godkendte indstillingen med 15 stemmer for og 4 imod." in library
    assert page.text("//li[@id='punkt-2']//*[contains(@class, 'badge')]") == "Godkendt"
    assert page.text("//li[@id='punkt-4']//*[contains(@class, 'badge')]") == "Udsat"


def test_votes_dissents_and_follow_ups_are_there(clara):
    library = open_page(clara, MINUTES).text("//li[@id='punkt-2']")
    assert "For 15 A, B, F" in library
    assert "Imod 4 V: Dan Hedegaard" in library
    assert "Dan Hedegaard: Pengene" in library
    assert "Opgørelse af det første år (Kultur og Fritid, marts 2027)" in library


def test_the_head_says_when_and_where(clara):
    head = open_page(clara, MINUTES).text("//main//header")
    assert "Byrådet 27. august 2025" in head
    assert "Onsdag den 27. august 2025 kl. 16.00–18.30, Byrådssalen, Torvet 1" in head


def test_participants_are_listed_with_what_there_is_to_say_of_them(clara):
    people = open_page(clara, MINUTES).texts("//details//li")
    assert people == [
        "Inger Toftegård, borgmester",
        "Bo Egeskov",
        "Rita Solvang, afbud, ferie",
        "Ove Mosegaard, stedfortræder, for Rita Solvang, fra 16.20",
        "Dina Fuglsang, 16.00–16.10, besøg fra skolen",
    ]


def test_the_meetings_other_documents_are_tabs(clara):
    links = open_page(clara, MINUTES).links("//nav[@aria-label='Mødets dokumenter']//a")
    assert list(links) == ["Referat", "Dagsorden", "Tillægsdagsorden 1"]


def test_an_agenda_has_items_and_no_decisions(clara):
    page = open_page(clara, "/moeder/byraadet/2025-08-27/dagsorden/")
    assert "Længere åbningstid på Lindevad Bibliotek" in page.text()
    assert page.texts("//*[contains(@class, 'decision')]") == []


def test_search_engines_get_the_meeting_as_an_event(clara):
    page = open_page(clara, MINUTES)
    event = json.loads(page.root.xpath("//script[@type='application/ld+json']")[0].text)
    assert event["@type"] == "Event"
    assert event["startDate"] == "2025-08-27T16:00:00"
    assert event["location"]["name"] == "Byrådssalen, Torvet 1"
    assert event["url"].endswith(MINUTES)


def test_unknown_meetings_and_documents_are_not_found(clara):
    for address in (
        "/moeder/byraadet/2025-08-28/",
        "/moeder/byraadet/2025-08-27/lydoptagelse/",
        "/moeder/byraadet/2025-08-27/referat/version-9/",
    ):
        assert clara.get(address).status_code == 404, address
