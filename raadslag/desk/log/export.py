"""The log as comma-separated values, as Danish spreadsheets read them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator

from django.utils import timezone

from raadslag.desk.log.labels import with_labels
from raadslag.models import Event
from raadslag.models.event_words import event_word, noun_word

HEADS = ("nr.", "tidspunkt", "hvem", "hvad", "slags", "om", "nøgle", "oplysninger", "hash")
ACTS = ("=", "+", "-", "@", "\t", "\r")


def as_csv(events: Iterable[Event]) -> Iterator[bytes]:
    """Line by line, however long the log: UTF-8 with a mark that says so, semicolons between the columns."""
    yield line(HEADS).encode("utf-8-sig")
    for event, label in with_labels(events):
        yield line([inert(value) for value in row(event, label)]).encode()


def line(values: Iterable[str]) -> str:
    file = io.StringIO()
    csv.writer(file, delimiter=";").writerow(values)
    return file.getvalue()


def row(event: Event, label: str) -> tuple[str, ...]:
    detail = json.dumps(event.detail, ensure_ascii=False, sort_keys=True) if event.detail else ""
    return (
        str(event.place),
        timezone.localtime(event.at).strftime("%Y-%m-%d %H:%M:%S"),
        event.by_name,
        event_word(event.verb),
        noun_word(event.noun),
        label,
        event.noun_key,
        detail,
        event.hash,
    )


def inert(value: str) -> str:
    """What a spreadsheet would take for a formula is marked as text."""
    return f"'{value}" if value.startswith(ACTS) else value
