"""Every text of a record: what was left in it by a template, and what its reader could not place."""

import re
from collections.abc import Iterator
from typing import Any

from raadslag.record.checks.naming import count
from raadslag.record.codec import is_object, key_of, shape_of
from raadslag.record.meeting import MeetingRecord
from raadslag.record.source import Doubt, Source

TEMPLATE_TEXT = re.compile(
    r"klik (?:eller tryk )?her for at (?:angive|skrive|indsætte)[^.\n]*"
    r"|\[(?:skriv|indsæt|angiv|vælg)[^\]\n]{0,60}\]"
    r"|vælg et element|lorem ipsum"
    r"|fejl! (?:bogmærke|henvisningskilde)[^.\n]*",
    re.IGNORECASE,
)
ELSEWHERE = (MeetingRecord, Source, Doubt)  # records inside are checked by themselves


def texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text in the value with its path, except in records inside it, its source and its doubts."""
    if isinstance(value, str):
        yield path, value
    if isinstance(value, tuple):
        for at, each in enumerate(value):
            yield from texts(each, f"{path}[{at}]")
    kind: Any = type(value)
    if is_object(kind) and not (path and kind in ELSEWHERE):
        for field, _ in shape_of(kind):
            inside = f"{path}.{key_of(field)}" if path else key_of(field)
            yield from texts(getattr(value, field.name), inside)


def template_text(record: MeetingRecord) -> Iterator[tuple[str, str]]:
    for path, text in texts(record):
        found = TEMPLATE_TEXT.search(text)
        if found:
            yield path, f"Skabelonens vejledning står i teksten: »{found[0]}«."


def reader_in_doubt(record: MeetingRecord) -> Iterator[tuple[str, str]]:
    """One finding for all the doubts, with the first as an example."""
    if record.doubts:
        first, more = record.doubts[0], len(record.doubts) - 1
        others = f" og {count(more, 'linje', 'linjer')} til" if more else ""
        where = f"side {first.page}, linje {first.line}"
        yield "doubts", f"Læseren var i tvivl om »{first.text.strip()}« ({where}){others}."
