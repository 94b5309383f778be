"""The log as comma-separated values, as Danish spreadsheets read them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable

from django.utils import timezone

from raadslag.models import Event
from raadslag.models.event_words import event_word, noun_word

HEADS = ("nr.", "tidspunkt", "hvem", "hvad", "slags", "om", "nøgle", "oplysninger", "hash")
ACTS = ("=", "+", "-", "@", "\t", "\r")


def as_csv(events: Iterable[Event]) -> bytes:
    """UTF-8 with a mark that says so, semicolons between the columns, one event a line."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";")
    writer.writerow(HEADS)
    for event in events:
        writer.writerow([inert(value) for value in row(event)])
    return file.getvalue().encode("utf-8-sig")


def row(event: Event) -> tuple[str, ...]:
    detail = json.dumps(event.detail, ensure_ascii=False, sort_keys=True) if event.detail else ""
    return (
        str(event.place),
        timezone.localtime(event.at).strftime("%Y-%m-%d %H:%M:%S"),
        event.by_name,
        event_word(event.verb),
        noun_word(event.noun),
        event.label,
        event.noun_key,
        detail,
        event.hash,
    )


def inert(value: str) -> str:
    """What a spreadsheet would take for a formula is marked as text."""
    return f"'{value}" if value.startswith(ACTS) else value
