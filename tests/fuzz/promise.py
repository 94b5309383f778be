"""What reading promises of any bytes whatever: a whole account of every line, or a refusal."""

import json
from collections import Counter

from raadslag.reading.formats import read_document
from raadslag.reading.limits import Limits, within
from raadslag.reading.reader import with_unseen
from raadslag.reading.sources import take_apart
from raadslag.reading.transfer import reading_from_data, reading_to_data
from raadslag.reading.unreadable import ReaderFault, UnreadableDocument

LIMITS = Limits(seconds=10, megabytes=512)


def keep(data: bytes) -> bool:
    """Whether the bytes could be read; fails where the promise is broken. Runs without limits."""
    try:
        document = take_apart(data, "fuzz")
    except UnreadableDocument:
        return False
    reading = with_unseen(read_document(document), document)
    lines = [(line.page, line.number) for line in (*document.lines, *document.hidden) if line.text.strip()]
    lines += [(page, 1) for page in document.pictures]
    entries = Counter((entry.line.page, entry.line.number) for entry in reading.entries)
    assert entries == Counter(lines), "every line that is not blank has exactly one entry"
    sent = json.loads(json.dumps(reading_to_data(reading)))
    assert reading_from_data(sent).record == reading.record
    return True


def in_child(data: bytes) -> None:
    """Keep the promise in a limited child, where a crash of PDFium is an end that is allowed."""
    try:
        within(LIMITS, lambda: keep(data))
    except UnreadableDocument as refusal:
        if isinstance(refusal.__cause__, ReaderFault):
            raise refusal.__cause__ from None
