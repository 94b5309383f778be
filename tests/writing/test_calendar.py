"""A calendar of meetings as a real calendar program takes it in: added, moved and cancelled."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import icalendar
import pytest

from raadslag.writing.calendar import CalendarEvent, calendar
from tests.khal import Khal

MEETING = CalendarEvent(
    uid="en-og-samme@raadslag",
    sequence=0,
    changed_at=datetime(2026, 1, 5, 9, tzinfo=UTC),
    title="Børne- og Ungeudvalget",
    starts_at=datetime(2026, 8, 26, 15, 30),
    ends_at=datetime(2026, 8, 26, 17, 30),
    place="Rådhuset, lokale 2; bagindgangen",
    address="https://example.dk/moeder/plan/2026/boerne-og-ungeudvalget/",
)
WINTER = replace(
    MEETING, uid="om-vinteren@raadslag", starts_at=datetime(2026, 1, 28, 15, 30), ends_at=None, place=""
)


@pytest.fixture
def khal(tmp_path: Path) -> Khal:
    return Khal(tmp_path / "khal")


def test_khal_shows_the_meeting_at_its_danish_time_and_place(khal):
    khal.take_in(calendar("Møder", [MEETING, WINTER]))
    assert khal.shows("2026-01-01", "2026-12-31") == [
        "2026-01-28 15:30 Børne- og Ungeudvalget [] CONFIRMED",
        "2026-08-26 15:30 Børne- og Ungeudvalget [Rådhuset, lokale 2; bagindgangen] CONFIRMED",
    ]


def test_khal_moves_a_meeting_that_is_moved(khal):
    khal.take_in(calendar("Møder", [MEETING]))
    moved = replace(MEETING, sequence=1, starts_at=datetime(2026, 9, 2, 16), ends_at=datetime(2026, 9, 2, 18))
    khal.take_in(calendar("Møder", [moved]))
    assert [line[:16] for line in khal.shows("2026-01-01", "2026-12-31")] == ["2026-09-02 16:00"]


def test_khal_is_told_that_a_meeting_is_cancelled(khal):
    khal.take_in(calendar("Møder", [MEETING]))
    khal.take_in(calendar("Møder", [replace(MEETING, sequence=1, cancelled=True)]))
    (line,) = khal.shows("2026-08-26", "2026-08-27")
    assert line.endswith("CANCELLED")


def test_an_event_has_all_that_calendars_need_to_follow_it():
    event = icalendar.Calendar.from_ical(calendar("Møder", [replace(MEETING, sequence=3)])).events[0]
    assert event["UID"] == "en-og-samme@raadslag"
    assert event["SEQUENCE"] == 3
    assert event["DTSTAMP"].dt == datetime(2026, 1, 5, 9, tzinfo=UTC)
    assert event["DTSTART"].dt.isoformat() == "2026-08-26T15:30:00+02:00"
    assert event["URL"] == MEETING.address


def test_the_file_says_its_time_zone_and_keeps_to_the_line_length():
    data = calendar("Møder", [MEETING])
    assert b"BEGIN:VTIMEZONE\r\nTZID:Europe/Copenhagen" in data
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert data == calendar("Møder", [MEETING])


def test_a_calendar_without_meetings_is_a_calendar():
    assert icalendar.Calendar.from_ical(calendar("Møder", [])).events == []
