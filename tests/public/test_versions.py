"""A document in several versions."""

from tests.public.conftest import MINUTES
from tests.public.pages import open_page


def test_the_current_version_says_why_it_came(clara):
    told = open_page(clara, MINUTES).text("//section[@aria-labelledby='udgivelse']")
    assert "Version 2, offentliggjort 2. september 2025." in told
    assert "Stemmetallet under punkt 2 var skrevet forkert." in told


def test_an_old_version_stands_as_it_was_and_points_to_the_new(clara):
    page = open_page(clara, f"{MINUTES}version-1/")
    assert "med 14 stemmer for" in page.text("//li[@id='punkt-2']")
    assert page.links("//main//div[@class='notice']//a") == {"Gå til den gældende version": MINUTES}
    assert page.root.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_the_pages_of_an_old_version_stay_in_it(clara):
    page = open_page(clara, f"{MINUTES}version-1/")
    assert page.root.xpath("//li[@id='punkt-2']//h3/a/@href") == [f"{MINUTES}version-1/punkt-2"]
    item = open_page(clara, f"{MINUTES}version-1/punkt-2")
    assert "med 14 stemmer for" in item.text("//article")
    assert f"{MINUTES}version-1/punkt-2/bilag-1" in item.links("//article//a").values()


def test_clara_sees_what_changed_word_by_word(clara):
    page = open_page(clara, f"{MINUTES}version-2/aendringer")
    assert page.texts("//main//h2") == ["2. Længere åbningstid på Lindevad Bibliotek"]
    assert page.texts("//del") == ["14", "14"]
    assert page.texts("//ins") == ["15", "15"]
    assert "Begrundelse: Stemmetallet under punkt 2 var skrevet forkert." in page.text()


def test_a_first_version_has_nothing_before_it(clara):
    assert clara.get(f"{MINUTES}version-1/aendringer").status_code == 404
