"""What is behind closed doors is nowhere on the public pages."""

import pytest

from tests.public.conftest import MINUTES
from tests.public.lindevad import SECRET
from tests.public.pages import open_page


def test_a_closed_item_is_listed_with_number_title_and_ground(clara):
    row = open_page(clara, MINUTES).text("//li[@id='punkt-6']")
    assert (
        row == "Salg af ejendom Punkt 6 · Lukket punkt: Kommunestyrelseslovens § 10: køb og salg af ejendom"
    )


def test_a_closed_items_page_says_that_it_is_closed_and_why(clara):
    page = open_page(clara, f"{MINUTES}punkt-6")
    assert page.text("//main//h1") == "Salg af ejendom"
    assert "Punktet behandles for lukkede døre" in page.text("//article")
    assert "køb og salg af ejendom" in page.text("//article")
    assert page.texts("//*[contains(@class, 'decision')]") == []


@pytest.mark.parametrize("word", ["Tværgård", "forhandler videre", "fire millioner"])
def test_no_page_and_no_search_gives_a_word_of_it(clara, word):
    for address in (
        "/",
        MINUTES,
        f"{MINUTES}version-1/",
        f"{MINUTES}punkt-6",
        f"{MINUTES}version-2/aendringer",
        "/moeder/byraadet/2025-08-27/dagsorden/punkt-6",
        "/soeg?q=salg+ejendom",
    ):
        assert word not in clara.get(address).content.decode(), address
    assert "Ingen resultater" in open_page(clara, f'/soeg?q="{word}"').text()


def test_the_secret_is_a_secret_that_could_be_found(clara):
    """The words above are really in what Anna published from."""
    assert "Tværgård" in SECRET
    assert "fire millioner" in SECRET
