"""Anna makes the meeting plan: rules propose dates, she takes them, changes single ones, and publishes."""

from datetime import date
from importlib import import_module

import pytest

RULE = {
    "how_often": "last",
    "weekday": "2",
    "on_day_off": "skip",
    "months_off": ["7"],
    "weeks_off": ["7", "42"],
}
HOURS = {"starts": "16:00", "ends": "18:00", "place": "Byrådssalen"}


@pytest.fixture
def models(lindevad):
    return import_module("raadslag.models")


@pytest.fixture
def archive(lindevad):
    return import_module("raadslag.archive.models")


@pytest.fixture
def plan(year):
    return year.plan()


@pytest.fixture
def at(plan):
    """The plan's address."""
    return f"moedeplan/{plan.key}/"


def proposals(page):
    return page.texts("//section[@aria-labelledby='forslag']//li[contains(@class, 'proposal')]")


def planned(page):
    return page.texts("//section[@aria-labelledby='moeder']//li")


def test_a_plan_is_begun_from_the_list_and_begun_once(anna, year, models):
    page = anna.sends(f"udvalg/{year.body.key}/moedeplan/2027")
    assert page.text("//h1") == "Mødeplan 2027"
    anna.sends(f"udvalg/{year.body.key}/moedeplan/2027")
    assert models.MeetingPlan.objects.count() == 1
    assert [event.by_name for event in models.Event.objects.filter(verb="plan_begun")] == ["Anna Lund"]


@pytest.mark.parametrize("year_asked", [2025, 2032, 99999])
def test_no_plan_is_begun_for_a_year_that_is_over_or_far_away(anna, year, models, year_asked):
    assert anna.status(f"udvalg/{year.body.key}/moedeplan/{year_asked}", "post") == 404
    assert not models.MeetingPlan.objects.exists()


def test_a_rule_proposes_dates_and_says_why_the_others_fall_away(anna, at):
    page = anna.sends(f"{at}regel", **{**RULE, "weekday": "3"})
    assert "den sidste torsdag i måneden, dog ikke juli" in page.text()
    assert proposals(page)[:2] == ["Torsdag den 29. januar 2026", "Torsdag den 26. februar 2026"]
    assert [line for line in proposals(page) if "." in line[-1]] == [
        "Torsdag den 30. juli 2026 Der holdes ikke møder i juli.",
        "Torsdag den 31. december 2026 Det er nytårsaftensdag.",
    ]


def test_anna_takes_the_dates_she_wants(anna, at, year):
    anna.sends(f"{at}regel", **RULE)
    page = anna.sends(f"{at}datoer", dates=["2026-01-28", "2026-02-25"], **HOURS)
    assert "2 møder er lagt ind." in page.text()
    assert [line[:29] for line in planned(page)] == [
        "Onsdag den 28. januar 2026 kl",
        "Onsdag den 25. februar 2026 k",
    ]
    assert proposals(page)[0] == "Onsdag den 28. januar 2026 er i planen"


def test_a_new_rule_ticks_its_own_dates_and_not_what_was_left_out(anna, at):
    first = anna.sends(f"{at}regel", **RULE)
    assert "2026-03-25" in first.ticked("dates")
    page = anna.sends(f"{at}datoer", dates=["2026-01-28", "2026-02-25"], **HOURS)
    assert page.ticked("dates") == []
    page = anna.sends(f"{at}regel", **{**RULE, "weekday": "3"})
    assert (page.ticked("dates")[0], "2026-03-25" in page.ticked("dates")) == ("2026-01-29", False)


@pytest.mark.parametrize("dates", [["2026-01-27"], ["2026-07-29"], [], ["i morgen"]])
def test_only_dates_that_the_rules_propose_are_taken(anna, at, models, dates):
    anna.sends(f"{at}regel", **RULE)
    page = anna.sends(f"{at}datoer", dates=dates, **HOURS)
    assert page.status == 422
    assert page.errors()
    assert not models.Meeting.objects.exists()


def test_a_meeting_that_ends_before_it_begins_is_refused_and_the_place_stands(anna, at, models):
    anna.sends(f"{at}regel", **RULE)
    page = anna.sends(f"{at}datoer", dates=["2026-01-28"], starts="16:00", ends="15:00", place="Hallen")
    assert page.errors() == ["Mødet skal slutte, efter at det er begyndt."]
    assert page.value("place", "//form[@id='datoer']") == "Hallen"
    assert page.ticked("dates") == ["2026-01-28"]
    assert not models.Meeting.objects.exists()


def test_a_rule_that_counts_weeks_needs_a_day_to_count_from(anna, at, plan, models):
    page = anna.sends(f"{at}regel", **{**RULE, "how_often": "week2", "starting_on": ""})
    assert page.errors() == ["Skriv, hvilken dag ugerne skal regnes fra."]
    assert page.value("weekday") == "2"
    anna.sends(f"{at}regel", **{**RULE, "how_often": "week2", "starting_on": "2026-01-01"})
    ((_id, rule),) = models.MeetingPlan.objects.get(pk=plan.pk).year_rules(
        import_module("raadslag.rules.working_days").MUNICIPAL
    )
    assert str(rule) == "hver anden onsdag fra den 1. januar 2026, dog ikke juli"


def test_a_rule_can_be_taken_away_and_the_meetings_stay(anna, at, plan, models):
    anna.sends(f"{at}regel", **RULE)
    anna.sends(f"{at}datoer", dates=["2026-01-28"], **HOURS)
    rule_id = models.MeetingPlan.objects.get(pk=plan.pk).rules[0]["id"]
    page = anna.sends(f"{at}regel/{rule_id}/fjern")
    assert len(planned(page)) == 1
    assert proposals(page) == []


def test_a_single_meeting_is_put_in_whatever_the_rules_say(anna, at):
    page = anna.sends(f"{at}dato", on="2026-04-03", **HOURS)
    assert planned(page)[0].startswith("Fredag den 3. april 2026 kl. 16.00–18.00, Byrådssalen")
    assert "ikke hverdag: langfredag" in planned(page)[0]


@pytest.mark.parametrize(
    ("on", "says"),
    [
        ("2026-03-25", "Der er allerede et møde den dag på det tidspunkt."),
        (
            "2027-03-25",
            "Mødet hører til planen for 2026. Aflys det, og læg et nyt ind i den anden plan.",
        ),
        ("onsdag", "Skriv datoen som dag, måned og år."),
    ],
)
def test_a_meeting_that_cannot_be_put_in_is_refused_with_the_reason(anna, at, year, on, says):
    year.meeting(date(2026, 3, 25))
    page = anna.sends(f"{at}dato", on=on, **HOURS)
    assert (page.status, page.errors()) == (422, [says])
    assert page.value("on") == on


def test_a_meeting_is_moved_and_known_as_the_same_one(anna, year, models):
    meeting = year.meeting(date(2026, 3, 25))
    page = anna.sends(
        f"moeder/{meeting.key}/flyt", on="2026-03-26", starts="17:00", ends="19:00", place="Hallen"
    )
    moved = models.Meeting.objects.get()
    assert (moved.held_on, moved.place, moved.sequence, moved.uid) == (
        date(2026, 3, 26),
        "Hallen",
        1,
        meeting.uid,
    )
    assert page.text("//h1") == "Torsdag den 26. marts 2026 kl. 17.00–19.00"


def test_a_meeting_moved_to_a_holiday_is_moved_with_a_warning(anna, year):
    meeting = year.meeting(date(2026, 3, 25))
    page = anna.sends(f"moeder/{meeting.key}/flyt", on="2026-04-02", **HOURS)
    assert "Bemærk: torsdag den 2. april 2026 er ikke en hverdag (skærtorsdag)." in page.text()


def test_a_meeting_nobody_has_heard_of_is_taken_out(anna, year, at, models):
    meeting = year.meeting(date(2026, 3, 25))
    page = anna.sends(f"moeder/{meeting.key}/fjern")
    assert "Mødet er taget ud af planen." in page.text()
    assert not models.Meeting.objects.exists()


def test_a_meeting_with_something_on_its_agenda_is_not_taken_out(anna, year, plan, models):
    meeting = year.meeting(date(2026, 3, 25))
    year.topic().put_on(meeting, by=year.cast.anna, at=import_module("tests.cast").NOW)
    page = anna.sends(f"moeder/{meeting.key}/fjern")
    assert "Aflys det i stedet." in page.text()
    assert models.Meeting.objects.exists()


def test_citizens_see_the_plan_when_it_is_published_and_not_before(anna, clara, year, at):
    year.meeting(date(2026, 3, 25))
    assert clara.client.get("/moeder/plan/2026/").status_code == 404
    page = anna.sends(f"{at}udgiv", why="Vedtaget den 10. december")
    assert "Planen er udgivet som version 1." in page.text()
    assert "Svarer til planen her" in page.text()
    public = clara.client.get("/moeder/plan/2026/havne-og-klimaudvalget/").content.decode()
    assert "Onsdag den 25. marts 2026" in public
    assert "Vedtaget den 10. december" in public


def test_a_published_plan_is_changed_by_a_new_version(anna, clara, year, at, archive):
    kept, moved, cancelled = (year.meeting(date(2026, month, 25)) for month in (3, 6, 8))
    anna.sends(f"{at}udgiv", why="Vedtaget")
    anna.sends(f"moeder/{moved.key}/flyt", on="2026-06-26", **HOURS)
    anna.sends(f"moeder/{cancelled.key}/aflys", why="For få sager")
    page = anna.opens(at)
    assert "Ændret siden" in page.text()
    assert "25. juni" in clara.client.get("/moeder/plan/2026/").content.decode()
    anna.sends(f"{at}udgiv", why="Sommeren")
    rows = {row.uid: row for row in archive.PublishedPlan.objects.current().get().meetings.all()}
    assert {uid: (row.sequence, row.cancelled) for uid, row in rows.items()} == {
        kept.uid: (0, False),
        moved.uid: (1, False),
        cancelled.uid: (1, True),
    }
    assert list(import_module("raadslag.archive.chain").verify()) == []


def test_a_published_meeting_is_called_off_and_not_taken_out(anna, year, at, models):
    meeting = year.meeting(date(2026, 3, 25))
    anna.sends(f"{at}udgiv", why="Vedtaget")
    anna.sends(f"moeder/{meeting.key}/fjern")
    assert models.Meeting.objects.exists()
    page = anna.sends(f"moeder/{meeting.key}/aflys", why="For få sager")
    assert "Aflyst" in page.text()
    again = anna.sends(f"moeder/{meeting.key}/aflys", why="Igen")
    assert again.errors() == ["Mødet er holdt eller aflyst og kan ikke aflyses."]


def test_what_was_called_off_before_anyone_heard_of_it_is_not_published(anna, year, at, archive):
    year.meeting(date(2026, 3, 25))
    gone = year.meeting(date(2026, 6, 24))
    anna.sends(f"moeder/{gone.key}/aflys", why="For få sager")
    anna.sends(f"{at}udgiv", why="Vedtaget")
    assert archive.PlannedMeeting.objects.count() == 1


def test_publishing_asks_why_and_refuses_an_empty_plan(anna, year, at, archive):
    assert "Der er ingen møder i planen for 2026." in anna.sends(f"{at}udgiv", why="Vedtaget").errors()[0]
    year.meeting(date(2026, 3, 25))
    assert anna.sends(f"{at}udgiv", why="").errors() == ["Dette felt er påkrævet."]
    assert not archive.PublishedPlan.objects.exists()


def test_publishing_twice_is_no_news(anna, year, at, archive):
    year.meeting(date(2026, 3, 25))
    anna.sends(f"{at}udgiv", why="Vedtaget")
    page = anna.sends(f"{at}udgiv", why="Igen")
    assert "intet nyt at udgive" in page.text()
    assert archive.PublishedPlan.objects.count() == 1


def test_bo_sees_the_plan_without_its_forms(visit, year, at, plan):
    year.last_wednesdays(plan)
    year.meeting(date(2026, 3, 25))
    page = visit("bo").opens(at)
    assert planned(page) == ["Onsdag den 25. marts 2026 kl. 16.00–18.00, Rådhuset"]
    assert page.texts("//main//form") == []


def test_every_change_to_the_plan_is_an_event(anna, year, at, models):
    anna.sends(f"{at}regel", **RULE)
    anna.sends(f"{at}datoer", dates=["2026-03-25"], **HOURS)
    meeting = models.Meeting.objects.get()
    anna.sends(f"moeder/{meeting.key}/flyt", on="2026-03-26", **HOURS)
    anna.sends(f"{at}udgiv", why="Vedtaget")
    anna.sends(f"moeder/{meeting.key}/aflys", why="For få sager")
    verbs = models.Event.objects.filter(by=year.cast.anna).order_by("place").values_list("verb", flat=True)
    assert [*verbs] == [
        "plan_rule_added",
        "meeting_planned",
        "meeting_moved",
        "plan_published",
        "meeting_cancelled",
    ]
