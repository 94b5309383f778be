"""Bo has his meetings in his own calendar, at an address that only he knows."""

from datetime import date
from importlib import import_module

import pytest

from tests.khal import Khal


@pytest.fixture
def models(lindevad):
    return import_module("raadslag.models")


def address(visitor):
    """The path of the calendar, as the person's page gives it."""
    return path_of(visitor.sends("kalender/ny-adresse"))


def path_of(page):
    return page.field("kalenderadresse").removeprefix("http://testserver")


def test_bo_s_own_calendar_program_follows_his_meetings(visit, clara, anna, year, tmp_path):
    moved, cancelled = year.meeting(date(2026, 3, 25)), year.meeting(date(2026, 4, 29))
    year.meeting(date(2026, 4, 15), body=year.cast.other_committee)
    path = address(visit("bo"))
    khal = Khal(tmp_path / "khal")
    khal.take_in(clara.client.get(path).content)
    assert khal.shows("2026-01-01", "2026-12-31") == [
        "2026-03-25 16:00 Havne- og Klimaudvalget [Rådhuset] CONFIRMED",
        "2026-04-29 16:00 Havne- og Klimaudvalget [Rådhuset] CONFIRMED",
    ]
    anna.sends(f"moeder/{moved.key}/flyt", on="2026-03-26", starts="17:00", ends="18:00", place="Hallen")
    anna.sends(f"moeder/{cancelled.key}/aflys", why="For få sager")
    khal.take_in(clara.client.get(path).content)
    assert khal.shows("2026-01-01", "2026-12-31") == [
        "2026-03-26 17:00 Havne- og Klimaudvalget [Hallen] CONFIRMED",
        "2026-04-29 16:00 Havne- og Klimaudvalget [Rådhuset] CANCELLED",
    ]


def test_a_substitute_has_the_meetings_of_her_days_alone(visit, clara, year):
    year.meeting(date(2026, 3, 25))
    year.meeting(date(2026, 4, 29))
    calendar = clara.client.get(address(visit("stine"))).content.decode()
    assert "20260325T160000" in calendar
    assert "20260429T160000" not in calendar


def test_the_calendar_tells_nothing_of_the_agenda(visit, clara, year, models):
    meeting = year.meeting()
    models.Item.objects.create(meeting=meeting, title="Køb af jord", part="closed", closed_ground="Handel")
    calendar = clara.client.get(address(visit("bo"))).content.decode()
    assert "Havne- og Klimaudvalget" in calendar
    assert "jord" not in calendar


def test_a_new_address_ends_the_old_one(visit, clara, year):
    bo = visit("bo")
    old, new = address(bo), address(bo)
    assert old != new
    assert clara.client.get(old).status_code == 404
    assert clara.client.get(new).status_code == 200
    assert path_of(bo.opens("kalender/")) == new


def test_who_may_no_longer_log_in_has_no_calendar(visit, clara, year, models):
    path = address(visit("bo"))
    models.Person.objects.filter(pk=year.cast.bo.pk).update(is_active=False)
    assert clara.client.get(path).status_code == 404


def test_an_address_that_is_guessed_is_not_found(clara, year):
    assert clara.client.get("/skrivebord/kalender/gættet.ics").status_code == 404
    assert clara.client.post("/skrivebord/kalender/gættet.ics").status_code == 405


def test_without_an_address_the_page_offers_one(visit, year):
    page = visit("bo").opens("kalender/")
    assert "Lav min kalenderadresse" in page.text()


def test_the_secret_of_an_address_is_in_no_event(visit, models, year):
    path = address(visit("bo"))
    secret = path.rsplit("/", 1)[1].removesuffix(".ics")
    assert not [event for event in models.Event.objects.all() if secret in f"{event.detail}{event.label}"]


def test_the_meetings_of_two_roles_in_one_body_come_once(visit, clara, year, models):
    year.meeting()
    for role in ("case_officer", "approver"):
        models.Membership.objects.create(
            person=year.cast.bo, body=year.body, role=role, starts_on=date(2026, 1, 1)
        )
    calendar = clara.client.get(address(visit("bo"))).content.decode()
    assert calendar.count("BEGIN:VEVENT") == 1
