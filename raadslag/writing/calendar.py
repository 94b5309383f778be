"""Meetings as a calendar (iCalendar, RFC 5545) that people subscribe to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

DANISH_TIME = ZoneInfo("Europe/Copenhagen")
PRODUCT = "-//Raadslag//Raadslag//DA"


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One meeting. `starts_at` and `ends_at` are Danish local time without a zone; `changed_at` has one.

    `uid` is the same whenever the meeting is told of, and `sequence` grows whenever it is changed, so that
    calendars move what they have instead of adding another. `address` is a web address, "" for none.
    """

    uid: str
    sequence: int
    changed_at: datetime
    title: str
    starts_at: datetime
    ends_at: datetime | None = None
    place: str = ""
    address: str = ""
    cancelled: bool = False


def calendar(name: str, events: Sequence[CalendarEvent]) -> bytes:
    """The calendar as a file; the same events give the same bytes."""
    made = framed("PUBLISH")
    made.add("x-wr-calname", name)
    made.add("name", name)
    for event in events:
        made.add_component(component(event))
    if events:
        tell_time_zone(made, [event.starts_at.year for event in events])
    return bytes(made.to_ical())


def framed(method: str) -> Calendar:
    """A calendar without events, which says what is to be done with them."""
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", method)
    return made


def tell_time_zone(made: Calendar, years: Sequence[int]) -> None:
    """When the clocks change in Denmark in those years, for programs that do not know."""
    made.add_missing_timezones(date(min(years), 1, 1), date(max(years) + 1, 1, 1))


def component(event: CalendarEvent) -> Event:
    made = Event()
    made.add("uid", event.uid)
    made.add("sequence", event.sequence)
    made.add("dtstamp", event.changed_at.astimezone(UTC))
    made.add("last-modified", event.changed_at.astimezone(UTC))
    made.add("dtstart", event.starts_at.replace(tzinfo=DANISH_TIME))
    if event.ends_at is not None:
        made.add("dtend", event.ends_at.replace(tzinfo=DANISH_TIME))
    made.add("summary", event.title)
    if event.place:
        made.add("location", event.place)
    if event.address:
        made.add("url", event.address)
    made.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    return made
