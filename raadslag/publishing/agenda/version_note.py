"""What is said beside a version: nothing closed is named in it, and it is shown to those who see what it is
about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from raadslag.publishing.agenda.composed import Composed
from raadslag.publishing.agenda.items import CONDITIONAL
from raadslag.publishing.agenda.reading import Reading
from raadslag.publishing.public_record import mentions
from raadslag.record import Part


def names_closed(note: str, composed: Composed) -> bool:
    """Whether the note has the title of something closed in it, where nothing open is called the same."""
    return any(has(note, title) for title in closed_titles(composed))


def closed_titles(composed: Composed) -> Iterator[str]:
    """The real titles of closed items and attachments."""
    items = composed.record.items
    known = {item.title for item in items if item.part is Part.OPEN}
    known |= {each.title for item in items for each in item.attachments if each.part is Part.OPEN}
    known |= {place.public_title for place in composed.places}
    for item, place in zip(items, composed.places, strict=True):
        if item.part is Part.CLOSED and item.title not in known:
            yield item.title.removeprefix(CONDITIONAL)
        for attachment, key in zip(item.attachments, place.attachments, strict=True):
            if key and attachment.part is Part.CLOSED and attachment.title not in known:
                yield attachment.title


def has(text: str, title: str) -> bool:
    """Whether the title stands in the text as words of its own."""
    words = r"\s+".join(map(re.escape, title.split()))
    return words != "" and re.search(rf"(?<!\w){words}(?!\w)", text, re.I) is not None


def note_for(reading: Reading, note: str) -> str:
    """The note; "" where it mentions an item that the reader does not see."""
    return "" if any(mentions(note, item) for item in reading.hidden) else note
