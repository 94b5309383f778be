"""An attachment's page."""

from tests.public.conftest import MINUTES
from tests.public.pages import open_page


def test_the_text_stands_beside_the_file(clara):
    page = open_page(clara, f"{MINUTES}punkt-2/bilag-1")
    assert "I alt 3.200 besøg efter klokken 18." in page.text("//article")
    shown = page.root.xpath("//object")[0]
    assert shown.get("data").startswith(f"{MINUTES}punkt-2/bilag-1.pdf#")
    assert shown.get("type") == "application/pdf"


def test_a_browser_that_cannot_show_it_gets_a_link(clara):
    links = open_page(clara, f"{MINUTES}punkt-2/bilag-1").links("//object//a")
    assert links == {"Åbn filen": f"{MINUTES}punkt-2/bilag-1.pdf"}


def test_a_recommendation_paper_is_shown_as_one(clara):
    paper = open_page(clara, f"{MINUTES}punkt-2/bilag-2")
    assert paper.texts("//article//h2") == ["Det indstilles", "1. Resume", "2. Beslutningspunkter"]
    assert "Karla Bjørnebo" in paper.text("//article")


def test_minutes_inside_an_attachment_are_shown_as_a_meeting(clara):
    nested = open_page(clara, f"{MINUTES}punkt-3/bilag-1")
    assert nested.texts("//article//h2") == ["1. Godkendelse af dagsorden", "2. Cykelsti langs Åvej"]
    assert "Byrådet godkendte anlægget." in nested.text("//article")


def test_an_attachment_that_is_only_named_says_so_and_what_to_do(clara):
    page = open_page(clara, f"{MINUTES}punkt-2/bilag-3")
    assert "filen er ikke offentliggjort her. Spørg kommunen" in page.text("//article")
    assert page.root.xpath("//object") == []


def test_unknown_attachments_are_not_found(clara):
    for ending in ("bilag-9", "bilag-9.pdf", "bilag-1.exe", "bilag-3.pdf"):
        assert clara.get(f"{MINUTES}punkt-2/{ending}").status_code == 404, ending
