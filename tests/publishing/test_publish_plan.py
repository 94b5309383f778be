"""A meeting plan goes through the one door: whole, for good, and told to whoever has it in a calendar."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connections

from raadslag.archive.chain import verify
from raadslag.archive.models import ChainEnd, PlannedMeeting, PublishedPlan
from raadslag.publishing import News, UnfitPlan, publish, publish_plan
from raadslag.record.plan import MeetingPlan
from raadslag.record.plan import PlannedMeeting as Planned
from tests.lindevad import ANNA, PUBLISHED_AT, council_minutes

pytestmark = pytest.mark.usefixtures("stores")
JANUARY = Planned("januar", datetime(2031, 1, 29, 16), datetime(2031, 1, 29, 19), "Byrådssalen")
FEBRUARY = Planned("februar", datetime(2031, 2, 26, 16), datetime(2031, 2, 26, 19), "Byrådssalen")
PLAN = MeetingPlan("Byrådet", 2031, (JANUARY, FEBRUARY))
MOVED = replace(FEBRUARY, starts_at=datetime(2031, 3, 5, 16), ends_at=datetime(2031, 3, 5, 19))
LATER = PUBLISHED_AT + timedelta(days=30)


def published(plan=PLAN, at=PUBLISHED_AT, why="Vedtaget af byrådet") -> PublishedPlan:
    return publish_plan(plan, by=ANNA, at=at, why=why).plan


def rows(plan: PublishedPlan) -> dict[str, PlannedMeeting]:
    return {row.uid: row for row in plan.meetings.all()}


def test_a_plan_is_published_with_who_when_and_why():
    news = publish_plan(PLAN, by=ANNA, at=PUBLISHED_AT, why="Vedtaget af byrådet")
    assert news.news is News.FIRST
    plan = PublishedPlan.objects.get()
    assert (plan.address, plan.version) == ("/moeder/plan/2031/byraadet/", 1)
    assert (plan.published_by, plan.published_at, plan.why) == (ANNA, PUBLISHED_AT, "Vedtaget af byrådet")
    assert {row.planned for row in plan.meetings.all()} == {JANUARY, FEBRUARY}


def test_the_same_plan_again_is_no_news():
    first = published()
    again = publish_plan(PLAN, by=ANNA, at=LATER, why="Igen")
    assert (again.plan, again.news) == (first, News.UNCHANGED)
    assert ChainEnd.objects.get().length == 1


def test_a_moved_meeting_is_a_new_version_and_the_old_one_stays_as_it_was():
    first = published()
    second = published(replace(PLAN, meetings=(JANUARY, MOVED)), LATER, "Februarmødet er flyttet")
    assert (second.version, second.replaces) == (2, first)
    assert rows(first)["februar"].planned == FEBRUARY
    moved = rows(second)["februar"]
    assert (moved.planned, moved.sequence, moved.changed_at) == (MOVED, 1, LATER)
    assert (rows(second)["januar"].sequence, rows(second)["januar"].changed_at) == (0, PUBLISHED_AT)
    assert list(PublishedPlan.objects.current()) == [second]


def test_a_meeting_left_out_of_the_new_version_is_cancelled_and_stays_so():
    published()
    second = published(replace(PLAN, meetings=(JANUARY,)), LATER)
    assert rows(second)["februar"].cancelled
    assert rows(second)["februar"].sequence == 1
    again = publish_plan(replace(PLAN, meetings=(JANUARY,)), by=ANNA, at=LATER, why="")
    assert again.news is News.UNCHANGED


def test_a_cancelled_meeting_that_comes_back_is_news_to_calendars():
    published()
    published(replace(PLAN, meetings=(JANUARY,)), LATER)
    third = published(PLAN, LATER + timedelta(days=1))
    assert (rows(third)["februar"].cancelled, rows(third)["februar"].sequence) == (False, 2)


@pytest.mark.parametrize(
    ("plan", "says"),
    [
        (replace(PLAN, meetings=()), "Der er ingen møder i planen for 2031."),
        (replace(PLAN, year=2030), "hører ikke til planen for 2030."),
        (replace(PLAN, meetings=(JANUARY, JANUARY)), "står to gange i planen."),
        (replace(PLAN, body="–"), "hvilket udvalg"),
        (replace(PLAN, meetings=(replace(JANUARY, place="Hos 010190-1234"),)), "CPR-nummer"),
        (replace(PLAN, meetings=(replace(JANUARY, ends_at=JANUARY.starts_at),)), "før det begynder"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_with_a_sentence_and_nothing_is_published(plan, says):
    with pytest.raises(UnfitPlan, match=says):
        published(plan)
    assert not PublishedPlan.objects.exists()


def test_plans_and_publications_are_links_of_one_chain():
    minutes = publish(council_minutes(), {}, by=ANNA, at=PUBLISHED_AT, why="Godkendt").publication
    plan = published()
    after = publish(council_minutes(place="Hallen"), {}, by=ANNA, at=LATER, why="").publication
    assert (plan.previous_hash, after.previous_hash) == (minutes.hash, plan.hash)
    assert [each.place_in_chain for each in (minutes, plan, after)] == [1, 2, 3]
    assert list(verify()) == []


def take_protection_off() -> None:
    """What somebody with the database's password could do."""
    connection = connections["public"]
    with connection.cursor() as cursor:
        for table in ("archive_publishedplan", "archive_plannedmeeting"):
            on_table = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER {table}_written_once{on_table}")
            cursor.execute(f"DROP TRIGGER {table}_kept{on_table}")


@pytest.mark.parametrize(
    "edit",
    [
        "UPDATE archive_publishedplan SET why = 'andet' WHERE version = 1",
        "UPDATE archive_plannedmeeting SET place = 'Et andet sted' WHERE uid = 'januar'",
        "UPDATE archive_plannedmeeting SET held_on = '2031-02-27' WHERE uid = 'februar'",
        "DELETE FROM archive_plannedmeeting WHERE uid = 'januar'",
    ],
)
def test_an_edited_plan_is_named(edit):
    published()
    take_protection_off()
    with connections["public"].cursor() as cursor:
        cursor.execute(edit)
    assert list(verify()) == ["/moeder/plan/2031/byraadet/, version 1 er ændret efter udgivelsen."]


def test_a_plan_taken_away_is_missed():
    plan = published()
    publish(council_minutes(), {}, by=ANNA, at=datetime(2031, 2, 1, tzinfo=UTC), why="")
    take_protection_off()
    plan.meetings.all().delete()
    plan.delete()
    assert any("Der mangler en udgivelse før" in fault for fault in verify())
