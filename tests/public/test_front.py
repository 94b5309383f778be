"""The front page and the list of meetings."""

import pytest
from django.template.loader import render_to_string
from lxml import html

from raadslag.archive.models import PublishedItem
from raadslag.public.meetings import is_procedure
from tests.public.conftest import MINUTES
from tests.public.pages import open_page


def test_clara_sees_the_latest_decisions_first(clara):
    page = open_page(clara, "/")
    assert page.texts("//article//h3")[0] == "Byrådet, 27. august 2025"
    assert page.texts("//article[1]//li") == [
        "Længere åbningstid på Lindevad Bibliotek Godkendt",
        "Lokalplan 117 for boliger ved Mølledammen Udsat",
        "Forslag om gratis parkering i midtbyen Forkastet",
    ]


def test_procedure_and_closed_items_make_no_headlines(clara):
    front = open_page(clara, "/").text()
    assert "Godkendelse af dagsorden" not in front
    assert "Salg af ejendom" not in front


@pytest.mark.parametrize(
    ("title", "procedure"),
    [
        ("Godkendelse af dagsorden", True),
        ("Dagsorden", True),
        ("Referat fra sidste møde", True),
        ("Godkendelse af referat", True),
        ("Evt.", True),
        ("Underskriftsark", True),
        ("Godkendelse af budget 2027", False),
        ("Protokollat om løn", False),
        ("Lokalplan 117", False),
    ],
)
def test_procedure_is_told_from_what_is_decided(title, procedure):
    assert is_procedure(PublishedItem(title=title)) is procedure


def test_clara_sees_the_coming_meetings_with_their_agendas(clara):
    coming = open_page(clara, "/").text("//section[@aria-labelledby='kommende']")
    assert "Børne- og Ungeudvalget" in coming
    assert "kl. 15.30" in coming
    assert "Dagsorden" in coming


def test_a_coming_meeting_is_not_among_those_held(clara):
    assert "Ungeudvalget" not in open_page(clara, "/").text("//section[@aria-labelledby='seneste']")


def test_every_body_is_one_click_away(clara):
    links = open_page(clara, "/").links("//section[@aria-labelledby='udvalg']//a")
    assert links == {
        "Byrådet": "/moeder/byraadet/",
        "Børne- og Ungeudvalget": "/moeder/boerne-og-ungeudvalget/",
        "Økonomiudvalget": "/moeder/oekonomiudvalget/",
    }


def test_a_meeting_in_the_list_has_all_its_documents(clara):
    links = open_page(clara, "/moeder/").links("//section[@aria-labelledby='holdte']/ul/li[1]//a")
    assert links["Referat"] == MINUTES
    assert links["Dagsorden"] == "/moeder/byraadet/2025-08-27/dagsorden/"
    assert links["Tillægsdagsorden 1"] == "/moeder/byraadet/2025-08-27/tillaegsdagsorden-1/"


def test_a_body_has_its_meetings_by_year_the_newest_first(clara):
    page = open_page(clara, "/moeder/oekonomiudvalget/")
    assert page.texts("//h2") == ["2025", "2024"]
    assert page.texts("//h3") == ["Tirsdag den 19. august 2025", "Tirsdag den 5. november 2024"]


def test_a_body_that_is_not_there_is_not_found(clara):
    assert clara.get("/moeder/kejserraadet/").status_code == 404


@pytest.mark.parametrize("address", ["/om", "/tilgaengelighed"])
def test_the_pages_about_the_site_stand_in_danish(clara, address):
    assert open_page(clara, address).root.get("lang") == "da"


def test_an_empty_archive_says_what_will_come(rf):
    page = html.fromstring(render_to_string("public/front.html", {}, request=rf.get("/")))
    said = page.xpath("//main")[0].text_content()
    assert "Der er endnu ikke offentliggjort noget møde." in said
    assert "Dagsordenen kommer her, når den er sendt ud." in said
