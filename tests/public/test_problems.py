"""What Clara meets when something is wrong."""

import pytest
from django.test import RequestFactory

from raadslag.public import problems
from tests.public.pages import open_page


@pytest.fixture
def served(clara, settings):
    """Clara, at a site in use."""
    settings.DEBUG = False
    return clara


def test_an_unknown_address_says_so_and_offers_search(served):
    page = open_page(served, "/findes-ikke")
    assert page.status == 404
    assert page.text("//h1") == "Siden findes ikke"
    assert page.root.xpath("//main//form/@action") == ["/soeg"]


def test_an_unknown_english_address_is_told_in_english(served):
    assert open_page(served, "/en/nowhere").text("//h1") == "Page not found"


def test_a_fault_of_ours_says_that_it_is_ours(rf: RequestFactory):
    response = problems.server_error(rf.get("/"))
    assert response.status_code == 500
    assert "Noget gik galt hos os" in response.content.decode()


def test_an_address_that_cannot_be_read(rf: RequestFactory):
    response = problems.bad_request(rf.get("/"), ValueError())
    assert response.status_code == 400
    assert "Adressen kan ikke læses" in response.content.decode()


@pytest.mark.parametrize(
    "address", ["/moeder/%ff/", "/moeder/%00/", "/sager/%00", "/moeder/" + "a" * 3000 + "/"]
)
def test_strange_addresses_are_not_found(served, address):
    assert served.get(address).status_code == 404
