"""A reading as JSON data and back: the way out of the process that read it."""

from dataclasses import fields
from typing import Any

from raadslag.reading.account import Entry, Reading, Use
from raadslag.reading.document import Line
from raadslag.record import from_data, to_data

# a line's runs stay behind: they serve the reader alone
COLUMNS = tuple(each.name for each in fields(Line) if each.name != "runs")


def reading_to_data(reading: Reading) -> dict[str, Any]:
    """The reading as plain lists, dicts, texts and numbers; one list for each entry, as there are many."""
    return {
        "record": to_data(reading.record),
        "entries": [[*_line_to_data(entry.line), entry.use, entry.what] for entry in reading.entries],
        "attachment_pages": reading.attachment_pages,
    }


def reading_from_data(data: dict[str, Any]) -> Reading:
    """The reading that such data holds, its lines without their runs."""
    return Reading(
        record=from_data(data["record"]),
        entries=tuple([Entry(Line(*line), Use(use), what) for *line, use, what in data["entries"]]),
        attachment_pages={path: (first, last) for path, (first, last) in data["attachment_pages"].items()},
    )


def _line_to_data(line: Line) -> list[Any]:
    return [getattr(line, column) for column in COLUMNS]
