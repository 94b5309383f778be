"""Standing items, cases on their way, and courses: kept by the secretary, printed by themselves."""

from importlib import import_module

import pytest


@pytest.fixture
def models(lindevad):
    return import_module("raadslag.models")


@pytest.fixture
def at(year):
    return f"udvalg/{year.body.key}/faste-punkter/"


def test_anna_makes_a_standing_item_that_prints_a_list(anna, at, models):
    page = anna.sends(
        f"{at}punkt/nyt",
        title="Sager på vej",
        part="open",
        prints="coming_cases",
        order="1",
        is_active="on",
    )
    assert "Sager på vej" in page.text()
    assert "Der er ingen sager på vej." in page.text("//div[@class='printed']")
    page = anna.sends(
        f"{at}sag/nyt", title="Klimaplan", case_number="25/26257", expected_on="2026-05-27", note=""
    )
    assert "Klimaplan (25/26257): ventes den 27. maj 2026." in page.text("//div[@class='printed']")
    case = models.ComingCase.objects.get()
    page = anna.sends(f"{at}sag/{case.key}", title="Klimaplan", expected_on="", is_done="on")
    assert "Der er ingen sager på vej." in page.text("//div[@class='printed']")
    assert "Klimaplan" in page.text("//main//details")


def test_a_standing_item_says_how_it_is_treated_and_what_it_needs(anna, year, at, models):
    values = {"title": "Udvalgets dagsorden", "prints": "agenda", "order": "1", "is_active": "on"}
    page = anna.sends(f"{at}punkt/nyt", **values, part="closed", minutes="10", purpose="At orientere")
    assert [error.split()[0] for error in page.errors()] == ["Skriv,", "Vælg"]
    assert page.value("purpose") == "At orientere"
    theirs = str(year.cast.other_committee.pk)
    anna.sends(
        f"{at}punkt/nyt", **values, part="closed", closed_ground="§ 10", agenda_of=theirs, minutes="10"
    )
    item = models.StandingItem.objects.get()
    assert (item.agenda_of, item.minutes, item.closed_ground) == (year.cast.other_committee, 10, "§ 10")


def test_anna_keeps_the_courses(anna, at):
    page = anna.sends(
        f"{at}kursus/nyt", title="Topmøde", starts_on="2026-04-30", ends_on="2026-05-02", place="Aalborg"
    )
    assert "Topmøde 30. april 2026" in page.text("//section[@aria-labelledby='kurser']")
    page = anna.sends(f"{at}kursus/nyt", title="Topmøde", starts_on="2026-04-30", ends_on="2026-04-29")
    assert page.errors() == ["Sidste dag ligger før den første."]
    assert page.value("title") == "Topmøde"


def test_what_belongs_to_another_body_is_not_found(anna, year, at, models):
    theirs = models.ComingCase.objects.create(body=year.cast.other_committee, title="Skolestart")
    assert anna.status(f"{at}sag/{theirs.key}") == 404
    assert anna.status(f"udvalg/{year.cast.other_committee.key}/faste-punkter/sag/{theirs.key}") == 404
