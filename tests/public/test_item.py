"""An item's page, and the case it belongs to."""

from tests.public.conftest import MINUTES
from tests.public.lindevad import CASE
from tests.public.pages import open_page

ITEM = f"{MINUTES}punkt-2"


def test_the_decision_stands_before_everything_else(clara):
    headings = open_page(clara, ITEM).texts("//article//h2")
    assert headings == ["Beslutning Godkendt", "Indstilling", "Sagsfremstilling", "Økonomi", "Bilag"]


def test_the_clauses_of_the_recommendation_are_a_list(clara):
    clauses = open_page(clara, ITEM).texts("//ol[contains(@class, 'clauses')]/li")
    assert len(clauses) == 2
    assert clauses[1].startswith("udgiften på 480.000 kr.")


def test_attachments_say_what_they_are(clara):
    attachments = open_page(clara, ITEM).texts("//section[@aria-labelledby='bilag']//li")
    assert attachments[0].startswith("Evaluering af prøveordningen PDF, 2 sider, ")
    assert attachments[2] == "Høringssvar fra brugerrådet kun omtalt, filen er ikke offentliggjort"


def test_the_course_of_the_case_goes_through_the_bodies(clara):
    course = open_page(clara, ITEM).texts("//section[@aria-labelledby='forloeb']//li")
    assert course == [
        "5. november 2024 Økonomiudvalget, referat Anbefalet",
        "19. august 2025 Økonomiudvalget, referat Anbefalet",
        "27. august 2025 Byrådet, referat Godkendt",
    ]


def test_on_an_agenda_the_course_includes_the_agenda_itself(clara):
    course = open_page(clara, "/moeder/byraadet/2025-08-27/dagsorden/punkt-2").texts(
        "//section[@aria-labelledby='forloeb']//li[@aria-current]"
    )
    assert course == ["27. august 2025 Byrådet, dagsorden"]


def test_those_who_came_for_the_item_are_named(clara):
    assert open_page(clara, ITEM).texts("//section[@aria-labelledby='deltagelse']//li") == [
        "Karla Bjørnebo, til 16.45, bibliotekets åbningstid"
    ]


def test_clara_can_go_on_to_the_items_before_and_after(clara):
    links = open_page(clara, ITEM).links("//nav[@aria-label='Punkter før og efter']//a")
    assert list(links.values()) == [f"{MINUTES}punkt-1", f"{MINUTES}punkt-3"]


def test_the_last_item_has_none_after_it(clara):
    links = open_page(clara, f"{MINUTES}punkt-6").links("//nav[@aria-label='Punkter før og efter']//a")
    assert list(links.values()) == [f"{MINUTES}punkt-5"]


def test_a_case_shows_every_treatment_with_its_decision(clara):
    page = open_page(clara, f"/sager/{CASE}")
    assert "Behandlet 3 gange" in page.text()
    assert "Økonomiudvalget anbefaler indstillingen over for byrådet." in page.text("//main//ol/li[1]")


def test_a_case_number_with_a_slash_has_an_address(clara):
    assert "Skoledistrikter fra næste skoleår" in open_page(clara, "/sager/25/26257").text()


def test_unknown_items_and_cases_are_not_found(clara):
    for address in (f"{MINUTES}punkt-99", "/sager/EMN-1900-000001"):
        assert clara.get(address).status_code == 404, address
