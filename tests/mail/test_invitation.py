"""Meetings in members' calendars: by mail, through a real mail server, into khal."""

from datetime import date, datetime, timedelta

import icalendar
import pytest
from django.urls import resolve

from raadslag.mail.addresses import DESK, meeting_path, paper_path
from raadslag.mail.agenda import announce
from raadslag.mail.invitation import follow_up, invite
from raadslag.models import Membership, Person
from raadslag.rules.roles import Role
from tests.khal import Khal

YEAR = "2026-01-01", "2026-12-31"


@pytest.fixture
def meeting(post):
    """The committee's on Tuesday 17 March at 16."""
    cast = post.cast
    at = post.at.replace(day=17, hour=16)
    return cast.committee.meetings.create(
        starts_at=at, ends_at=at + timedelta(hours=2), place="Rådhuset, lokale 3"
    )


@pytest.fixture
def khal(tmp_path):
    return Khal(tmp_path / "khal")


def calendars_to(server, address):
    """The invitations to one address, the oldest first, as the mail program finds them."""
    for message in server.messages:
        if address in message["To"]:
            (part,) = [each for each in message.walk() if each.get_content_type() == "text/calendar"]
            yield part


def moved(meeting, post, **to):
    meeting.starts_at = meeting.starts_at.replace(**to)
    meeting.ends_at = meeting.starts_at + timedelta(hours=2)
    meeting.sequence += 1
    meeting.save()


def test_bos_calendar_follows_the_meeting_from_invitation_to_cancellation(post, server, meeting, khal):
    def take_in_the_last():
        khal.take_in([*calendars_to(server, "bo@")][-1].get_content().encode())

    invite(meeting, by=post.cast.anna, at=post.at)
    post.send()
    take_in_the_last()
    assert khal.shows(*YEAR) == ["2026-03-17 16:00 Havne- og Klimaudvalget [Rådhuset, lokale 3] CONFIRMED"]
    post.later(hours=1)
    moved(meeting, post, month=4, day=2, hour=13)
    assert follow_up(post.at) > 0
    post.send()
    take_in_the_last()
    assert khal.shows(*YEAR) == ["2026-04-02 13:00 Havne- og Klimaudvalget [Rådhuset, lokale 3] CONFIRMED"]
    post.later(hours=1)
    meeting.state, meeting.sequence = "cancelled", meeting.sequence + 1
    meeting.save()
    follow_up(post.at)
    post.send()
    take_in_the_last()
    (line,) = khal.shows(*YEAR)
    assert line.endswith("CANCELLED")

    events = [
        icalendar.Calendar.from_ical(part.get_content()).events[0] for part in calendars_to(server, "bo@")
    ]
    assert {event["UID"] for event in events} == {meeting.uid}
    assert [event["SEQUENCE"] for event in events] == [0, 1, 2]
    methods = [part.get_param("method") for part in calendars_to(server, "bo@")]
    assert methods == ["REQUEST", "REQUEST", "CANCEL"]
    subjects = [message["Subject"] for message in server.messages if "bo@" in message["To"]]
    assert [subject.split(":")[0] for subject in subjects] == ["Indkaldelse", "Ændret", "Aflyst"]


def test_an_invitation_has_all_that_a_mail_program_needs(post, server, meeting):
    invite(meeting, by=post.cast.anna, at=post.at)
    post.send()
    (message,) = [each for each in server.messages if "bo@" in each["To"]]
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/calendar",
        "application/ics",
    ]
    assert message["Reply-To"] == "Anna Lund <anna@lindevad.example>"
    (file,) = message.iter_attachments()
    (part,) = calendars_to(server, "bo@")
    assert file.get_filename() == "moede.ics"
    assert file.get_content() == part.get_content().encode()
    calendar = icalendar.Calendar.from_ical(part.get_content())
    assert calendar["METHOD"] == "REQUEST"
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Copenhagen"]
    (event,) = calendar.events
    assert event["DTSTART"].dt.isoformat() == "2026-03-17T16:00:00+01:00"
    assert event["ORGANIZER"] == "mailto:anna@lindevad.example"
    attendees = {str(each): each.params for each in event["ATTENDEE"]}
    assert set(attendees) == {f"mailto:{name}@lindevad.example" for name in ("bo", "stine", "olga")}
    assert attendees["mailto:bo@lindevad.example"]["CN"] == "Bo Vang"
    assert attendees["mailto:bo@lindevad.example"]["RSVP"] == "TRUE"
    text = message.get_body(("plain",)).get_content()
    assert "tirsdag den 17. marts 2026 kl. 16.00–18.00" in text
    assert f"https://moeder.lindevad.example/skrivebord/moeder/{meeting.key}/" in text
    assert "List-Unsubscribe" not in message


def test_only_those_who_sit_in_the_body_that_day_are_called_and_once(post, server, meeting):
    assert invite(meeting, by=post.cast.anna, at=post.at) == 3
    assert invite(meeting, by=post.cast.anna, at=post.at) == 0
    assert follow_up(post.at) == 0
    post.send()
    assert sorted(server.receivers) == [f"{name}@lindevad.example" for name in ("bo", "olga", "stine")]


def test_one_who_leaves_is_called_off_and_one_who_joins_is_called(post, server, meeting):
    invite(meeting, by=post.cast.anna, at=post.at)
    post.send()
    server.received.clear()
    Membership.objects.filter(person=post.cast.bo).update(ends_on=date(2026, 3, 10))
    Membership.objects.create(
        person=post.cast.dan, body=post.cast.committee, role=Role.MEMBER, starts_on=date(2026, 3, 11)
    )
    post.later(days=1)
    assert follow_up(post.at) == 2
    post.send()
    assert [part.get_param("method") for part in calendars_to(server, "bo@")] == ["CANCEL"]
    assert [part.get_param("method") for part in calendars_to(server, "dan@")] == ["REQUEST"]
    Membership.objects.filter(person=post.cast.bo).update(ends_on=None)
    post.later(days=1)
    follow_up(post.at)
    post.send()
    parts = [*calendars_to(server, "bo@")]
    assert [part.get_param("method") for part in parts] == ["CANCEL", "REQUEST"]
    events = [icalendar.Calendar.from_ical(part.get_content()).events[0] for part in parts]
    assert [event["SEQUENCE"] for event in events] == [1, 2]


def test_what_was_not_sent_before_the_meeting_moved_again_is_not_sent_after(post, server, meeting):
    server.answers = [("RCPT", "451 senere")] * 3
    invite(meeting, by=post.cast.anna, at=post.at)
    post.send()
    moved(meeting, post, hour=17)
    post.later(minutes=5)
    follow_up(post.at)
    post.send()
    (event,) = [
        icalendar.Calendar.from_ical(part.get_content()).events[0] for part in calendars_to(server, "bo@")
    ]
    assert event["SEQUENCE"] == 1
    assert sorted(post.states()) == ["replaced"] * 3 + ["sent"] * 3


def test_an_agenda_is_announced_once_a_version_and_calls_those_who_were_not(post, server, meeting):
    assert announce(meeting, "A", by=post.cast.anna, at=post.at) == 6
    assert announce(meeting, "A", by=post.cast.anna, at=post.at) == 0
    assert announce(meeting, "B", by=post.cast.anna, at=post.at) == 3
    post.send()
    to_bo = [message["Subject"].strip() for message in server.messages if "bo@" in message["To"]]
    assert to_bo == [
        "Indkaldelse: Havne- og Klimaudvalget, tirsdag den 17. marts 2026",
        "Dagsorden: Havne- og Klimaudvalget, tirsdag den 17. marts 2026",
        "Ny udgave af dagsordenen: Havne- og Klimaudvalget, tirsdag den 17. marts 2026",
    ]


def test_olga_reads_english(post, server, meeting):
    Person.objects.filter(pk=post.cast.olga.pk).update(language="en")
    announce(meeting, "A", by=post.cast.anna, at=post.at)
    post.send()
    called, told = [message for message in server.messages if "olga@" in message["To"]]
    assert called["Subject"] == "Invitation: Havne- og Klimaudvalget, Tuesday 17 March 2026"
    assert called["Content-Language"] == "en"
    text = called.get_body(("plain",)).get_content()
    assert "Tuesday 17 March 2026, 16:00–18:00" in text
    assert f"https://moeder.lindevad.example/en/skrivebord/moeder/{meeting.key}/" in text
    assert '<html lang="en">' in called.get_body(("html",)).get_content()
    assert told["Subject"] == "Agenda: Havne- og Klimaudvalget, Tuesday 17 March 2026"


def test_nobody_is_called_to_a_meeting_that_was(post, meeting):
    invite(meeting, by=post.cast.anna, at=post.at)
    moved(meeting, post, hour=18)
    assert follow_up(datetime.fromisoformat("2026-03-18T09:00:00+01:00")) == 0


def test_the_links_in_mails_lead_to_pages_that_are_there(meeting, post):
    for path in (meeting_path(meeting.key), paper_path(post.lindevad.paper().key), f"{DESK}/"):
        assert resolve(path)
