"""One meeting as an invitation that calendars put in by themselves (iTIP, RFC 5546)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from icalendar import Calendar, vCalAddress

from raadslag.writing.calendar import DANISH_TIME, CalendarEvent, component, framed, tell_time_zone


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody with a mailbox."""

    name: str
    address: str


def invitation(event: CalendarEvent, organizer: Party, attendees: Sequence[Party]) -> str:
    """The invitation as the text of an .ics file; that it is called off where the event is cancelled.

    Answers go to the organizer. The same UID with a higher sequence takes the place of what was sent before.
    """
    made = framed("CANCEL" if event.cancelled else "REQUEST")
    meeting = component(event)
    meeting.add("organizer", calendar_address(organizer))
    for each in attendees:
        attendee = calendar_address(each)
        attendee.params["ROLE"] = "REQ-PARTICIPANT"
        if not event.cancelled:
            attendee.params["PARTSTAT"] = "NEEDS-ACTION"
            attendee.params["RSVP"] = "TRUE"
        meeting.add("attendee", attendee, encode=False)
    made.add_component(meeting)
    tell_time_zone(made, [event.starts_at.year])
    return bytes(made.to_ical()).decode()


def calendar_address(party: Party) -> vCalAddress:
    address = vCalAddress(f"mailto:{party.address}")
    address.params["CN"] = party.name
    return address


@dataclass(frozen=True, slots=True)
class Told:
    """What a calendar was told by an invitation: the event, by whom, and the one invited."""

    event: CalendarEvent
    organizer: Party
    attendee: Party


def told(invitation: str) -> Told:
    """What an invitation of ours to one party says. Raises ValueError where it is no such."""
    made: Any = Calendar.from_ical(invitation)
    (event,) = made.events
    return Told(
        CalendarEvent(
            uid=str(event["uid"]),
            sequence=int(event["sequence"]),
            changed_at=event["dtstamp"].dt,
            title=str(event["summary"]),
            starts_at=event["dtstart"].dt.astimezone(DANISH_TIME).replace(tzinfo=None),
            ends_at=event["dtend"].dt.astimezone(DANISH_TIME).replace(tzinfo=None),
            place=str(event.get("location", "")),
            address=str(event.get("url", "")),
            cancelled=str(made["method"]) == "CANCEL",
        ),
        party_at(event["organizer"]),
        party_at(event["attendee"]),
    )


def party_at(address: vCalAddress) -> Party:
    return Party(str(address.params["CN"]), str(address).removeprefix("mailto:"))
