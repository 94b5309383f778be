"""What `raadslag.record.danish` says, in English: the same names, for the pages in English."""

from collections.abc import Mapping
from datetime import date, datetime, time

from raadslag.record import Choice, Kind, Outcome, Part, Presence, Stage

STAGES: Mapping[Stage, str] = {Stage.AGENDA: "agenda", Stage.MINUTES: "minutes"}

PARTS: Mapping[Part, str] = {Part.OPEN: "open", Part.CLOSED: "closed"}

KINDS: Mapping[Kind, str] = {
    Kind.DECISION: "decision",
    Kind.BRIEFING: "briefing",
    Kind.DISCUSSION: "discussion",
    Kind.STANDING: "standing item",
}

OUTCOMES: Mapping[Outcome, str] = {
    Outcome.APPROVED: "approved",
    Outcome.REJECTED: "rejected",
    Outcome.NOTED: "noted",
    Outcome.DISCUSSED: "discussed",
    Outcome.NOT_DISCUSSED: "not discussed",
    Outcome.RECOMMENDED: "recommended",
    Outcome.REFERRED: "referred",
    Outcome.RETURNED: "sent back",
    Outcome.POSTPONED: "postponed",
    Outcome.WITHDRAWN: "withdrawn",
    Outcome.LAPSED: "lapsed",
    Outcome.HALTED: "halted",
    Outcome.OTHER: "other",
}

PRESENCES: Mapping[Presence, str] = {
    Presence.PRESENT: "present",
    Presence.ABSENT: "absent",
    Presence.APOLOGY: "apology",
    Presence.SUBSTITUTE: "substitute",
}

CHOICES: Mapping[Choice, str] = {
    Choice.FOR: "for",
    Choice.AGAINST: "against",
    Choice.ABSTAINED: "abstained",
}

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day(on: date) -> str:
    """ "27 August 2025" """
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def weekday(on: date) -> str:
    """ "Wednesday 27 August 2025" """
    return f"{WEEKDAYS[on.weekday()]} {day(on)}"


def clock(at: time | datetime) -> str:
    """ "16:00" """
    return f"{at:%H:%M}"


def moment(at: datetime) -> str:
    """ "Wednesday 27 August 2025, 16:00" """
    return f"{weekday(at)}, {clock(at)}"


def period(starts_at: datetime, ends_at: datetime | None = None) -> str:
    """ "Wednesday 27 August 2025, 16:00–18:30" """
    if ends_at is None:
        return moment(starts_at)
    if ends_at.date() == starts_at.date():
        return f"{moment(starts_at)}–{clock(ends_at)}"
    return f"{moment(starts_at)} to {moment(ends_at)}"
