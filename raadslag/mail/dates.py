"""Dates and times in a letter's language."""

from datetime import date, datetime

from django.utils.dateformat import format as formatted
from django.utils.translation import get_language

from raadslag.record import danish


def weekday(on: date) -> str:
    """ "onsdag den 27. august 2025", "Wednesday 27 August 2025" """
    return danish.weekday(on) if get_language() == "da" else formatted(on, "l j F Y")


def period(starts: datetime, ends: datetime) -> str:
    """A meeting's time, of Danish clocks: "onsdag den 27. august 2025 kl. 16.00–18.30" """
    if get_language() == "da":
        return danish.period(starts, ends)
    last = f"{ends:%H:%M}" if ends.date() == starts.date() else f"{weekday(ends)}, {ends:%H:%M}"
    return f"{weekday(starts)}, {starts:%H:%M}–{last}"
