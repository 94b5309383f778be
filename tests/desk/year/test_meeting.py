"""A meeting's page: its deadlines and why one was missed, its topics, and what it prints by itself."""

from datetime import date
from importlib import import_module

import pytest

from raadslag.record import Part
from raadslag.rules.deadlines import DeadlineKind, Force
from raadslag.rules.paper_states import PaperState
from raadslag.rules.secrecy import MeetingState

SOON = date(2026, 3, 5)  # the Thursday after the Monday on which the tests are
REASON = "Målingerne kom først fra laboratoriet i går."


@pytest.fixture
def models(lindevad):
    return import_module("raadslag.models")


def deadlines(page):
    return page.texts("//section[@aria-labelledby='frister']//div[@class='deadline-head']")


def items(page):
    return page.texts("//section[@aria-labelledby='punkter']//li")


def test_the_deadlines_count_back_from_the_meeting(anna, year):
    year.usual_deadlines()
    page = anna.opens(f"moeder/{year.meeting(date(2026, 4, 8)).key}/")
    assert deadlines(page) == [
        "Indstillinger afleveret tirsdag den 24. marts 2026 kl. 12.00 Holdt",
        "Indstillinger godkendt torsdag den 26. marts 2026 kl. 12.00 Holdt",
        "Dagsorden udsendt mandag den 30. marts 2026 kl. 23.59",
        "Materiale tilgængeligt tirsdag den 31. marts 2026 kl. 23.59",
    ]
    assert "4 hverdage før mødet, kommunestyrelsesloven § 8, stk. 4, 1. pkt." in page.text()


def test_a_paper_on_the_way_makes_its_deadlines_open(anna, year, lindevad, models):
    year.usual_deadlines()
    meeting = year.meeting(date(2026, 4, 8))
    paper = lindevad.paper(state=PaperState.SUBMITTED)
    models.Paper.objects.filter(pk=paper.pk).update(aimed_at=meeting)
    assert [line.endswith("Holdt") for line in deadlines(anna.opens(f"moeder/{meeting.key}/"))] == [
        True,
        False,
        False,
        False,
    ]
    models.Paper.objects.filter(pk=paper.pk).update(state=PaperState.DRAFT)
    assert not any("Holdt" in line for line in deadlines(anna.opens(f"moeder/{meeting.key}/")))


def test_a_missed_soft_deadline_asks_for_the_reason_which_is_printed(anna, year, models):
    year.usual_deadlines()
    meeting = year.meeting(SOON)
    at = f"moeder/{meeting.key}/"
    assert "Hvorfor blev fristen overskredet" in anna.opens(at).text()
    page = anna.sends(f"{at}frister/agenda_sent", reason=REASON)
    row = models.MissedDeadline.objects.get()
    assert (row.reason, row.by, row.kind) == (REASON, year.cast.anna, DeadlineKind.AGENDA_SENT)
    assert page.text("//div[@class='printed']") == (
        "Det bliver trykt på dagsordenen: Dagsordenen er udsendt efter fristen "
        f"(kommunestyrelsesloven § 8, stk. 4, 1. pkt.): {REASON}"
    )
    assert f"{REASON} Anna Lund, 2. marts 2026" in page.text()
    assert models.Event.objects.filter(verb="deadline_missed").exists()


def test_a_reason_put_better_is_another_row_and_the_last_is_printed(anna, year, models):
    year.usual_deadlines()
    meeting = year.meeting(SOON)
    anna.sends(f"moeder/{meeting.key}/frister/agenda_sent", reason="Fejl")
    anna.sends(f"moeder/{meeting.key}/frister/agenda_sent", reason=REASON)
    assert models.MissedDeadline.objects.count() == 2
    printing = import_module("raadslag.models.printing")
    (line,) = printing.reason_lines(meeting)
    assert line.endswith(REASON)


def test_a_reason_left_out_is_asked_for_again(anna, year, models):
    year.usual_deadlines()
    page = anna.sends(f"moeder/{year.meeting(SOON).key}/frister/agenda_sent", reason="")
    assert (page.status, page.errors()) == (422, ["Dette felt er påkrævet."])
    assert not models.MissedDeadline.objects.exists()


@pytest.mark.parametrize("kind", ["papers_due", "findes_ikke"])
def test_no_reason_is_taken_for_a_deadline_that_is_kept_or_unknown(anna, year, models, kind):
    year.usual_deadlines()
    assert anna.status(f"moeder/{year.meeting(SOON).key}/frister/{kind}", "post") == 404
    assert not models.MissedDeadline.objects.exists()


def test_a_hard_deadline_takes_no_reason(anna, year, models):
    year.usual_deadlines(is_soft=False)
    meeting = year.meeting(SOON)
    page = anna.opens(f"moeder/{meeting.key}/")
    assert "Overskredet" in page.text()
    assert "Hvorfor blev fristen" not in page.text()
    assert anna.status(f"moeder/{meeting.key}/frister/agenda_sent", "post") == 404


def test_bo_sees_the_reason_and_is_not_asked_for_one(visit, anna, year):
    year.usual_deadlines()
    meeting = year.meeting(SOON)
    anna.sends(f"moeder/{meeting.key}/frister/agenda_sent", reason=REASON)
    page = visit("bo").opens(f"moeder/{meeting.key}/")
    assert REASON in page.text()
    assert page.texts("//main//form") == []


def test_when_the_agenda_is_sent_its_deadlines_are_kept(anna, year, models):
    year.usual_deadlines()
    meeting = year.meeting(SOON)
    models.Meeting.objects.filter(pk=meeting.pk).update(state=MeetingState.SENT)
    assert all(line.endswith("Holdt") for line in deadlines(anna.opens(f"moeder/{meeting.key}/")))


def test_the_usual_deadlines_are_offered_and_saved_as_the_body_s_own(anna, year, models):
    at = f"udvalg/{year.body.key}/frister"
    page = anna.opens(at)
    assert page.value("agenda_sent-working_days") == "4"
    assert page.value("agenda_sent-paragraph") == "kommunestyrelsesloven § 8, stk. 4, 1. pkt."
    anna.sends(
        at,
        **{
            "papers_due-working_days": "10",
            "papers_due-clock": "12:00",
            "papers_due-is_soft": "on",
            "agenda_sent-working_days": "4",
            "agenda_sent-paragraph": "forretningsordenen § 3",
        },
    )
    rows = {row.kind: row.rule for row in year.body.deadline_rules.all()}
    assert set(rows) == {DeadlineKind.PAPERS_DUE, DeadlineKind.AGENDA_SENT}
    assert (rows["papers_due"].working_days, rows["papers_due"].force) == (10, Force.SOFT)
    assert (rows["agenda_sent"].paragraph, rows["agenda_sent"].force) == (
        "forretningsordenen § 3",
        Force.HARD,
    )


def test_a_deadline_that_is_emptied_is_no_longer_used(anna, year, models):
    year.usual_deadlines()
    anna.sends(f"udvalg/{year.body.key}/frister", **{"agenda_sent-working_days": "4"})
    assert [row.kind for row in year.body.deadline_rules.all()] == [DeadlineKind.AGENDA_SENT]
    assert models.Event.objects.filter(verb="deadline_removed").count() == 3


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"agenda_sent-working_days": "-1"}, "0"),
        ({"agenda_sent-working_days": "", "agenda_sent-clock": "12:00"}, "Skriv, hvor mange hverdage"),
        ({"agenda_sent-working_days": "4", "agenda_sent-clock": "kvart i"}, "Skriv klokkeslættet"),
    ],
)
def test_a_deadline_that_cannot_be_is_refused(anna, year, fields, says):
    page = anna.sends(f"udvalg/{year.body.key}/frister", **fields)
    assert page.status == 422
    assert says in " ".join(page.errors())
    assert not year.body.deadline_rules.exists()


def test_a_topic_that_is_due_becomes_an_item_that_knows_where_it_stems_from(anna, year, models):
    topic = year.topic(2, note="Husk tallene fra sidste år")
    year.topic(4, "Kystsikring")
    meeting = year.meeting()
    page = anna.opens(f"moeder/{meeting.key}/dagsorden/")
    offered = "//section[@aria-labelledby='emner']//strong"
    assert page.texts(offered) == ["Badevandets kvalitet"]
    page = anna.sends(f"moeder/{meeting.key}/emner/{topic.key}")
    assert page.texts(offered) == []
    page = anna.opens(f"moeder/{meeting.key}/")
    assert items(page) == ["1 Badevandets kvalitet Fra årshjulet: Badevandets kvalitet"]
    item = models.Item.objects.get()
    assert (item.topic, item.meeting, item.text) == (topic, meeting, "")


def test_a_topic_is_taken_up_once_a_year(anna, year, models):
    topic = year.topic(2)
    first, second = year.meeting(date(2026, 3, 25)), year.meeting(date(2026, 4, 29))
    anna.sends(f"moeder/{first.key}/emner/{topic.key}")
    page = anna.sends(f"moeder/{second.key}/emner/{topic.key}")
    assert "Emnet er allerede taget op i år" in page.text()
    assert models.Item.objects.count() == 1


def test_a_topic_waits_again_when_its_meeting_is_called_off_and_next_year(anna, year):
    topic = year.topic(2)
    first, second = year.meeting(date(2026, 3, 25)), year.meeting(date(2026, 4, 29))
    next_year = year.meeting(date(2027, 2, 24))
    anna.sends(f"moeder/{first.key}/emner/{topic.key}")
    due = import_module("raadslag.models").Topic.objects.due
    assert [list(due(meeting)) for meeting in (second, next_year)] == [[], [topic]]
    anna.sends(f"moeder/{first.key}/aflys", why="For få sager")
    assert list(due(second)) == [topic]


def test_a_topic_of_another_body_is_not_found(anna, year, models):
    topic = models.Topic.objects.create(body=year.cast.other_committee, month=1, title="Skolestart")
    assert anna.status(f"moeder/{year.meeting().key}/emner/{topic.key}", "post") == 404


def test_the_page_shows_each_the_items_that_are_theirs_to_see(visit, year, models):
    meeting = year.meeting()
    models.Item.objects.create(meeting=meeting, title="Havnen")
    models.Item.objects.create(
        meeting=meeting, title="Køb af jord", part=Part.CLOSED, closed_ground="Forhandling"
    )
    at = f"moeder/{meeting.key}/"
    assert items(visit("anna").opens(at)) == ["1 Havnen", "2 Køb af jord Lukket"]
    assert items(visit("bo").opens(at)) == ["Der er ingen punkter, du kan se endnu."]
    models.Meeting.objects.filter(pk=meeting.pk).update(state=MeetingState.SENT)
    assert items(visit("bo").opens(at)) == ["Der er ingen punkter, du kan se endnu."]
    for number, item in enumerate(meeting.items.all(), 1):
        models.Item.objects.filter(pk=item.pk).update(number=number)
    assert items(visit("bo").opens(at)) == ["1 Havnen", "2 Køb af jord Lukket"]
    assert items(visit("olga").opens(at)) == ["1 Havnen"]
    assert items(visit("dan").opens(at)) == ["Der er ingen punkter, du kan se endnu."]


def test_the_meeting_has_attachments_of_its_own(visit, year, lindevad):
    meeting = year.meeting()
    lindevad.attachment(meeting=meeting)
    assert "Notat" in visit("anna").opens(f"moeder/{meeting.key}/").text("//section[@id='bilag']")


def test_standing_items_print_the_cases_on_their_way_and_the_courses(anna, year, models):
    body = year.body
    for title, prints in (("Sager på vej til byrådet", "coming_cases"), ("Kurser", "courses")):
        models.StandingItem.objects.create(body=body, title=title, prints=prints)
    models.StandingItem.objects.create(body=body, title="Eventuelt")
    models.ComingCase.objects.create(body=body, title="Klimaplan", expected_on=date(2026, 5, 27))
    models.ComingCase.objects.create(body=body, title="Afgjort", is_done=True)
    models.Course.objects.create(body=body, title="Havnedag", starts_on=date(2026, 3, 24))
    models.Course.objects.create(body=body, title="Topmøde", starts_on=date(2026, 3, 26))
    page = anna.opens(f"moeder/{year.meeting().key}/")
    assert page.texts("//section[@aria-labelledby='liste-1']//li") == ["Klimaplan: ventes den 27. maj 2026."]
    assert page.texts("//section[@aria-labelledby='liste-2']//li") == ["26. marts 2026: Topmøde."]
    assert "Eventuelt" not in page.text()


def test_the_coming_meetings_of_ones_own_bodies_stand_first(visit, year):
    year.meeting(date(2026, 3, 25))
    year.meeting(date(2026, 3, 11), body=year.cast.other_committee)
    year.meeting(date(2026, 2, 25))
    page = visit("bo").opens("moeder/")
    assert page.texts("//section[@aria-labelledby='mine']//h3") == ["Havne- og Klimaudvalget, 25. marts 2026"]
    assert page.texts("//section[@aria-labelledby='andre']//h3") == [
        "Børne- og Kulturudvalget, 11. marts 2026"
    ]
