"""Guests of one item: its time by mail, through a real mail server, into khal."""

from datetime import timedelta

import icalendar
import pytest

from raadslag.mail.guests import follow_up_guests, invite_guests
from raadslag.models import Meeting, OutboxMail
from raadslag.rules.agenda.item_states import ItemState
from tests.khal import Khal

YEAR = "2026-01-01", "2026-12-31"
PIA = "pia@havnen.example"


@pytest.fixture
def meeting(post):
    """The committee's on Tuesday 17 March at 16, sent; Pia is invited for item 2, of which the title is
    nobody's business."""
    at = post.at.replace(day=17, hour=16)
    meeting = post.cast.committee.meetings.create(
        starts_at=at, ends_at=at + timedelta(hours=2), place="Rådhuset, lokale 3", state="sent"
    )
    meeting.items.create(title="Godkendelse", order=1, number=1, minutes=10)
    item = meeting.items.create(title="Køb af Kajkanten", order=2, number=2, minutes=30)
    item.guests.create(name="Pia Holm", email=PIA)
    item.guests.create(name="Ole uden adresse")
    return meeting


@pytest.fixture
def khal(tmp_path):
    return Khal(tmp_path / "khal")


def told(server, address=PIA):
    """The calendar files to the address, the oldest first."""
    for message in server.messages:
        if message["To"] == address:
            (file,) = message.iter_attachments()
            yield file.get_content()


def test_pias_calendar_follows_her_item_until_she_is_taken_away(post, server, meeting, khal):
    by = {"by": post.cast.anna}
    assert invite_guests(meeting, at=post.at, **by) == 1
    assert invite_guests(meeting, at=post.at, **by) == 0
    post.send()
    khal.take_in([*told(server)][-1])
    where = "Havne- og Klimaudvalget, punkt 2 [Rådhuset, lokale 3]"
    assert khal.shows(*YEAR) == [f"2026-03-17 16:10 {where} CONFIRMED"]
    (message,) = server.messages
    assert (
        message["Subject"].strip()
        == "Invitation: Havne- og Klimaudvalget, punkt 2, tirsdag den 17. marts 2026"
    )
    assert message["Reply-To"] == "Anna Lund <anna@lindevad.example>"
    text = message.get_body(("plain",)).get_content()
    assert "Hej Pia Holm" in text
    assert "tirsdag den 17. marts 2026 kl. 16.10–16.40" in text
    assert "Kajkanten" not in server.received[0].decode()

    post.later(hours=1)
    meeting.items.filter(number=1).update(minutes=25)
    assert follow_up_guests(post.at) == 0  # it waits until the agenda is sent again
    assert invite_guests(meeting, at=post.at, **by) == 1
    post.send()
    khal.take_in([*told(server)][-1])
    assert khal.shows(*YEAR) == [f"2026-03-17 16:25 {where} CONFIRMED"]

    post.later(hours=1)
    meeting.items.get(number=2).guests.all().delete()
    assert follow_up_guests(post.at) == 1
    assert follow_up_guests(post.at) == 0
    post.send()
    khal.take_in([*told(server)][-1])
    assert khal.shows(*YEAR)[0].endswith("CANCELLED")

    files = [icalendar.Calendar.from_ical(each) for each in told(server)]
    assert [str(each["METHOD"]) for each in files] == ["REQUEST", "REQUEST", "CANCEL"]
    assert [each.events[0]["SEQUENCE"] for each in files] == [0, 1, 2]
    assert len({each.events[0]["UID"] for each in files}) == 1
    assert [each["Subject"].strip().split(":")[0] for each in server.messages] == [
        "Invitation",
        "Ændret",
        "Aflyst",
    ]


def test_an_item_that_lapses_and_a_meeting_that_is_moved_or_cancelled_are_told(post, server, meeting):
    item = meeting.items.get(number=2)
    invite_guests(meeting, by=post.cast.anna, at=post.at)
    post.send()
    meeting.refresh_from_db()
    moved = meeting.starts_at + timedelta(days=1)
    meeting.move(moved, moved + timedelta(hours=2), "Havnen", by=post.cast.anna, at=post.at)
    assert follow_up_guests(post.at) == 1
    assert follow_up_guests(post.at) == 0
    item.state = ItemState.LAPSED
    item.save()
    assert invite_guests(meeting, by=post.cast.anna, at=post.at) == 1
    item.state = ItemState.STANDS
    item.save()
    assert invite_guests(meeting, by=post.cast.anna, at=post.at) == 1
    Meeting.objects.get(pk=meeting.pk).cancel("Ingen sager", by=post.cast.anna, at=post.at)
    assert follow_up_guests(post.at) == 1
    last = icalendar.Calendar.from_ical(OutboxMail.objects.latest("id").calendar)
    assert (str(last["METHOD"]), last.events[0]["SEQUENCE"]) == ("CANCEL", 4)
    assert last.events[0]["LOCATION"] == "Havnen"
    # what was not sent yet gives way to what is true now
    assert post.states() == ["sent", "replaced", "replaced", "replaced", "waiting"]


def test_a_guest_with_another_address_is_called_off_at_the_old_one(post, server, meeting):
    invite_guests(meeting, by=post.cast.anna, at=post.at)
    meeting.items.get(number=2).guests.filter(email=PIA).update(email="pia@ny.example")
    assert invite_guests(meeting, by=post.cast.anna, at=post.at) == 2
    post.send()
    assert server.receivers == [PIA, "pia@ny.example"]
    (off,), (new,) = told(server), told(server, "pia@ny.example")
    assert b"METHOD:CANCEL" in off
    assert b"METHOD:REQUEST" in new


def test_what_is_not_sent_yet_invites_nobody(post, meeting):
    meeting.items.update(number=None)
    assert invite_guests(meeting, by=post.cast.anna, at=post.at) == 0
