"""Searching, as Clara does it."""

import pytest

from raadslag.publishing.index import rebuild
from tests.public.conftest import MINUTES
from tests.public.pages import open_page


def test_a_hit_shows_where_it_is_and_the_word_that_was_found(clara):
    page = open_page(clara, "/soeg?q=rækkehus")
    hit = page.text("//main//ol/li[1]")
    assert "Lokalplan 117 for boliger ved Mølledammen" in hit
    assert "Byrådet · 27. august 2025" in hit
    assert "rækkehuse" in page.texts("//mark")


def test_the_hit_leads_to_the_page(clara):
    links = open_page(clara, "/soeg?q=prøveordning&udvalg=byraadet&udfald=approved&type=item").links("//h3/a")
    assert list(links.values()) == [f"{MINUTES}punkt-2"]


def test_facets_count_and_narrow(clara):
    wide = open_page(clara, "/soeg?q=bibliotek")
    body = wide.text("//fieldset[legend='Udvalg']")
    assert "Økonomiudvalget (" in body
    narrow = open_page(clara, "/soeg?q=bibliotek&udvalg=oekonomiudvalget")
    assert narrow.root.xpath("//input[@checked]/@value") == ["oekonomiudvalget"]
    hits = narrow.texts("//ol[contains(@class, 'hits')]/li/p[1]")
    assert hits
    assert all("Økonomiudvalget" in hit for hit in hits)


def test_dates_limit_both_ways(clara):
    hits = open_page(clara, "/soeg?q=bibliotek&fra=2025-01-01&til=2025-08-20").texts("//main//ol/li/p[1]")
    assert hits
    assert all("19. august 2025" in hit for hit in hits)


def test_sorting_by_date(clara):
    oldest = open_page(clara, "/soeg?q=bibliotek&orden=aeldste").texts(
        "//ol[contains(@class, 'hits')]/li/p[1]"
    )
    assert "5. november 2024" in oldest[0]


def test_nothing_found_says_what_to_do(clara):
    page = open_page(clara, "/soeg?q=enhjørningestald&aar=2025")
    assert "Ingen resultater" in page.text()
    assert page.links("//main//section//li/a")["Fjern afgrænsningerne"] == "/soeg?q=enhj%C3%B8rningestald"


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("fra=i+går", "„i går“ er ikke en dato."),
        ("fra=2025-02-30", "„2025-02-30“ er ikke en dato."),
        ("fra=2025-09-01&til=2025-08-01", "Den første dato ligger efter den sidste."),
    ],
)
def test_a_date_that_is_none_is_explained_and_kept(clara, query, sentence):
    page = open_page(clara, f"/soeg?q=bibliotek&{query}")
    assert page.status == 200
    assert page.text("//*[@role='alert']").startswith(sentence)
    assert page.root.xpath("//input[@name='fra']/@value")[0] in ("i går", "2025-02-30", "2025-09-01")


@pytest.mark.parametrize(
    "query",
    [
        "q=" + "x" * 5000,
        "q=%22",
        "q=AND+OR+NOT+(",
        "q=%00",
        "side=99999999",
        "side=-1",
        "aar=ottende",
        "aar=²²²²",
        "type=hest&slags=hest&udfald=hest&udvalg=hest",
        "orden=omvendt",
        "q=a%ff",
    ],
)
def test_whatever_is_asked_gets_a_page(clara, query):
    assert clara.get(f"/soeg?{query}").status_code == 200


def test_what_clara_typed_is_text_and_never_mark_up(clara):
    page = clara.get("/soeg?q=<script>alert(1)</script>").content.decode()
    assert "<script>alert" not in page


def test_suggestions_come_while_typing(clara):
    found = clara.get("/soeg/forslag?q=bibl").json()["suggestions"]
    assert any("ibliotek" in each for each in found)


def test_search_that_is_being_made_says_so(clara, settings, tmp_path):
    settings.SEARCH_INDEX_FOLDER = tmp_path / "nowhere"
    response = clara.get("/soeg?q=bibliotek")
    assert response.status_code == 503
    assert "Søgningen er lukket lige nu" in response.content.decode()
    assert clara.get("/soeg/forslag?q=bib").json() == {"suggestions": []}


def test_an_index_made_anew_is_used_at_once(clara):
    before = open_page(clara, "/soeg?q=bibliotek").text("//h2")
    rebuild()
    assert open_page(clara, "/soeg?q=bibliotek").text("//h2") == before
