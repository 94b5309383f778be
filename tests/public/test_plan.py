"""Clara looks up when they meet: the plan for a year, what was changed in it, and her own calendar."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from django.utils.timezone import localdate

from raadslag.public.coming import coming
from raadslag.publishing import publish, publish_plan
from raadslag.record.plan import MeetingPlan, PlannedMeeting
from tests.khal import Khal
from tests.public.lindevad import coming_meeting
from tests.public.pages import open_page

PLANNED_AT = datetime(2030, 10, 1, 10, tzinfo=UTC)
JANUARY = PlannedMeeting("januar", datetime(2031, 1, 29, 16), datetime(2031, 1, 29, 19), "Byrådssalen")
FEBRUARY = PlannedMeeting("februar", datetime(2031, 2, 26, 16), datetime(2031, 2, 26, 19), "Byrådssalen")
MARCH = PlannedMeeting("marts", datetime(2031, 3, 26, 16))
PLAN = MeetingPlan("Byrådet", 2031, (JANUARY, FEBRUARY, MARCH))
CHANGED = replace(
    PLAN,
    meetings=(
        replace(JANUARY, starts_at=datetime(2031, 1, 30, 16), ends_at=datetime(2031, 1, 30, 19)),
        replace(
            MARCH, starts_at=datetime(2031, 3, 26, 17), ends_at=datetime(2031, 3, 26, 19), place="Hallen"
        ),
        PlannedMeeting("april", datetime(2031, 4, 30, 16)),
    ),
)


def let_out(plan: MeetingPlan, at: datetime = PLANNED_AT, why: str = "Vedtaget af byrådet") -> None:
    publish_plan(plan, by="Anna Kildemose", at=at, why=why)


@pytest.fixture
def changed_plan(clara):
    """A plan that was changed once."""
    let_out(PLAN)
    let_out(CHANGED, PLANNED_AT + timedelta(days=60), "Byrådet skal til konference")


def test_without_a_plan_the_page_says_so(clara):
    assert "endnu ikke offentliggjort nogen mødeplan" in open_page(clara, "/moeder/plan/").text()


def test_the_plan_leads_to_the_newest_year_there_is(clara):
    let_out(PLAN)
    assert clara.get("/moeder/plan/")["Location"] == "/moeder/plan/2031/"
    assert clara.get("/en/moeder/plan/")["Location"] == "/en/moeder/plan/2031/"


def test_the_years_plan_has_every_body_with_its_meetings(clara):
    let_out(PLAN)
    let_out(MeetingPlan("Økonomiudvalget", 2031, (PlannedMeeting("1", datetime(2031, 1, 22, 9)),)))
    page = open_page(clara, "/moeder/plan/2031/")
    assert page.texts("//main//h2") == ["Byrådet", "Økonomiudvalget"]
    assert page.texts("//section[1]//li") == [
        "Onsdag den 29. januar 2031 kl. 16.00–19.00, Byrådssalen",
        "Onsdag den 26. februar 2031 kl. 16.00–19.00, Byrådssalen",
        "Onsdag den 26. marts 2031 kl. 16.00",
    ]


@pytest.mark.parametrize(
    "address",
    [
        "/moeder/plan/2029/",
        "/moeder/plan/2031/oekonomiudvalget/",
        "/moeder/plan/2031/byraadet/version-3/",
        "/moeder/findes-ikke/kalender.ics",
    ],
)
def test_a_plan_that_is_not_there_is_not_found(clara, changed_plan, address):
    assert clara.get(address).status_code == 404


def test_a_body_s_plan_says_what_each_version_changed_and_why(clara, changed_plan):
    page = open_page(clara, "/moeder/plan/2031/byraadet/")
    assert page.texts("//section[@aria-labelledby='moeder']//li")[:2] == [
        "Torsdag den 30. januar 2031 kl. 16.00–19.00, Byrådssalen",
        "Onsdag den 26. februar 2031 Aflyst",
    ]
    assert page.texts("//section[@aria-labelledby='udgivelse']//li//p") == [
        "Byrådet skal til konference",
        "Mødet onsdag den 29. januar 2031 er flyttet til torsdag den 30. januar 2031.",
        "Mødet onsdag den 26. februar 2031 er aflyst.",
        "Mødet onsdag den 26. marts 2031 er nu kl. 17.00–19.00.",
        "Mødet onsdag den 26. marts 2031 holdes nu her: Hallen.",
        "Nyt møde onsdag den 30. april 2031.",
        "Vedtaget af byrådet",
    ]


def test_an_older_plan_can_still_be_read_and_says_that_it_is_old(clara, changed_plan):
    page = open_page(clara, "/moeder/plan/2031/byraadet/version-1/")
    assert "Dette er version 1 fra 1. oktober 2030. Der er en nyere." in page.text()
    assert page.texts("//section[@aria-labelledby='moeder']//li")[1].startswith("Onsdag den 26. februar")
    assert "Aflyst" not in page.text("//section[@aria-labelledby='moeder']")


def test_the_body_s_page_leads_to_the_plan_and_the_calendar(clara, changed_plan):
    links = open_page(clara, "/moeder/byraadet/").links()
    assert links["Mødeplan 2031"] == "/moeder/plan/2031/byraadet/"
    assert links["Kalender (iCal)"] == "/moeder/byraadet/kalender.ics"


def test_the_calendar_keeps_a_meetings_identity_when_it_is_moved_and_cancelled(clara):
    let_out(PLAN)
    before = clara.get("/moeder/byraadet/kalender.ics")
    let_out(CHANGED, PLANNED_AT + timedelta(days=60))
    after = clara.get("/moeder/byraadet/kalender.ics")
    assert after["Content-Type"] == "text/calendar; charset=utf-8"
    events = {event["UID"]: event for event in icalendar.Calendar.from_ical(after.content).events}
    assert {uid: event["SEQUENCE"] for uid, event in events.items()} == {
        "januar": 1,
        "februar": 1,
        "marts": 1,
        "april": 0,
    }
    assert events["februar"]["STATUS"] == "CANCELLED"
    assert {event["SEQUENCE"] for event in icalendar.Calendar.from_ical(before.content).events} == {0}


def test_clara_s_own_calendar_follows_the_plan(clara, tmp_path):
    khal = Khal(tmp_path / "khal")
    let_out(PLAN)
    khal.take_in(clara.get("/moeder/byraadet/kalender.ics").content)
    assert [line[:16] for line in khal.shows("2031-01-01", "2031-12-31")] == [
        "2031-01-29 16:00",
        "2031-02-26 16:00",
        "2031-03-26 16:00",
    ]
    let_out(CHANGED, PLANNED_AT + timedelta(days=60))
    khal.take_in(clara.get("/moeder/byraadet/kalender.ics").content)
    assert khal.shows("2031-01-01", "2031-12-31") == [
        "2031-01-30 16:00 Byrådet [Byrådssalen] CONFIRMED",
        "2031-02-26 16:00 Byrådet [Byrådssalen] CANCELLED",
        "2031-03-26 17:00 Byrådet [Hallen] CONFIRMED",
        "2031-04-30 16:00 Byrådet [] CONFIRMED",
    ]


def test_a_planned_meeting_is_among_the_coming_ones_before_it_has_an_agenda(clara):
    let_out(PLAN)
    coming_ones = coming(date(2031, 1, 29), 20)
    assert [(each.held_on, each.documents) for each in coming_ones] == [
        (date(2031, 1, 29), ()),
        (date(2031, 2, 26), ()),
        (date(2031, 3, 26), ()),
    ]
    assert [each.held_on for each in coming(date(2031, 1, 30), 1)] == [date(2031, 2, 26)]


def test_a_planned_meeting_stands_once_when_its_agenda_is_out(clara):
    let_out(PLAN)
    agenda = replace(coming_meeting(date(2031, 2, 26)), body="Byrådet")
    publish(agenda, {}, by="Anna Kildemose", at=PLANNED_AT, why="")
    found = [each for each in coming(date(2031, 2, 1), 20) if each.held_on == date(2031, 2, 26)]
    assert [len(each.documents) for each in found] == [1]


def test_a_meeting_cancelled_after_its_agenda_was_out_says_so(clara):
    on = localdate() + timedelta(days=9)
    meeting = PlannedMeeting("1", datetime(on.year, on.month, on.day, 15, 30))
    plan = MeetingPlan("Børne- og Ungeudvalget", on.year, (meeting,))
    let_out(plan)
    assert "Aflyst" not in open_page(clara, "/").text("//section[@aria-labelledby='kommende']")
    let_out(replace(plan, meetings=(replace(meeting, cancelled=True),)))
    first = open_page(clara, "/").texts("//section[@aria-labelledby='kommende']//li[1]")[0]
    assert "Børne- og Ungeudvalget" in first
    assert "Aflyst" in first


def test_a_new_plan_shows_at_once_on_a_page_that_is_kept(clara, settings):
    settings.DEBUG = False
    on = localdate() + timedelta(days=3)
    before = open_page(clara, "/").text()
    let_out(
        MeetingPlan("Ældrerådet", on.year, (PlannedMeeting("1", datetime(on.year, on.month, on.day, 9)),))
    )
    assert "Ældrerådet" not in before
    assert "Ældrerådet" in open_page(clara, "/").text("//section[@aria-labelledby='kommende']")


def test_the_plan_is_in_the_sitemap_and_in_english(clara, changed_plan):
    assert "/moeder/plan/2031/byraadet/</loc>" in clara.get("/sitemap.xml").content.decode()
    assert "Wednesday 26 March 2031" in open_page(clara, "/en/moeder/plan/2031/byraadet/").text()
