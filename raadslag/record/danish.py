"""The Danish words for the record's vocabularies, and Danish dates and times: the one place for both.

All words are in lower case, as they stand inside a sentence.
"""

from collections.abc import Mapping
from datetime import date, datetime, time

from raadslag.record.words import Choice, Kind, Outcome, Part, Presence, Stage

STAGES: Mapping[Stage, str] = {Stage.AGENDA: "dagsorden", Stage.MINUTES: "referat"}

PARTS: Mapping[Part, str] = {Part.OPEN: "åbent", Part.CLOSED: "lukket"}

KINDS: Mapping[Kind, str] = {
    Kind.DECISION: "beslutning",
    Kind.BRIEFING: "orientering",
    Kind.DISCUSSION: "drøftelse",
    Kind.STANDING: "fast punkt",
}

OUTCOMES: Mapping[Outcome, str] = {
    Outcome.APPROVED: "godkendt",
    Outcome.REJECTED: "forkastet",
    Outcome.NOTED: "taget til efterretning",
    Outcome.DISCUSSED: "drøftet",
    Outcome.NOT_DISCUSSED: "ikke drøftet",
    Outcome.RECOMMENDED: "anbefalet",
    Outcome.REFERRED: "sendt videre",
    Outcome.RETURNED: "sendt tilbage",
    Outcome.POSTPONED: "udsat",
    Outcome.WITHDRAWN: "trukket tilbage",
    Outcome.LAPSED: "bortfaldet",
    Outcome.HALTED: "standset",
    Outcome.OTHER: "andet",
}

PRESENCES: Mapping[Presence, str] = {
    Presence.PRESENT: "til stede",
    Presence.ABSENT: "fraværende",
    Presence.APOLOGY: "afbud",
    Presence.SUBSTITUTE: "stedfortræder",
}

CHOICES: Mapping[Choice, str] = {
    Choice.FOR: "for",
    Choice.AGAINST: "imod",
    Choice.ABSTAINED: "undlod at stemme",
}

WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")

MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)


def day(on: date) -> str:
    """A date in words: "27. august 2025"."""
    return f"{on.day}. {MONTHS[on.month - 1]} {on.year}"


def weekday(on: date) -> str:
    """A date in words with its weekday: "onsdag den 27. august 2025"."""
    return f"{WEEKDAYS[on.weekday()]} den {day(on)}"


def clock(at: time | datetime) -> str:
    """A time of day: "16.00"."""
    return f"{at:%H.%M}"


def moment(at: datetime) -> str:
    """A date and time in words: "onsdag den 27. august 2025 kl. 16.00"."""
    return f"{weekday(at)} kl. {clock(at)}"


def period(starts_at: datetime, ends_at: datetime | None = None) -> str:
    """A meeting's time in words: "onsdag den 27. august 2025 kl. 16.00–18.30", or with its start alone."""
    if ends_at is None:
        return moment(starts_at)
    if ends_at.date() == starts_at.date():
        return f"{moment(starts_at)}–{clock(ends_at)}"
    return f"{moment(starts_at)} til {moment(ends_at)}"
