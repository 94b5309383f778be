"""The items' numbers and titles.

Numbers may start anywhere (some bodies number through the year), may carry a letter ("3a"), and may
start again in the closed part. Other ways to number ("1.2", "A") are not judged.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from raadslag.record.checks.naming import name_of
from raadslag.record.meeting import Item, MeetingRecord
from raadslag.record.words import Part

NUMBER = re.compile(r"(\d{1,6})([a-zæøå]?)")
Numbered = tuple[int, Item]


def numbered(record: MeetingRecord) -> list[list[Numbered]]:
    """The record's series of numbered items: one, or one for each part where the closed part starts over."""
    items = [(at, item) for at, item in enumerate(record.items) if item.number]
    parts = [[each for each in items if each[1].part is part] for part in Part]
    opened, closed = ({each[1].number for each in part} for part in parts)
    return parts if opened & closed else [items]


def empty_title(record: MeetingRecord) -> Iterator[tuple[str, str]]:
    for at, item in enumerate(record.items):
        if not any(map(str.isalnum, item.title)):
            yield f"items[{at}].title", f"Punkt {item.number or at + 1} har ingen overskrift."
        for beside, attachment in enumerate(item.attachments):
            if not any(map(str.isalnum, attachment.title)):
                path = f"items[{at}].attachments[{beside}].title"
                yield path, f"Bilag {attachment.number or beside + 1} til {name_of(item)} har intet navn."


def number_twice(record: MeetingRecord) -> Iterator[tuple[str, str]]:
    for series in numbered(record):
        seen: dict[str, Item] = {}
        for at, item in series:
            number = str(item.number).casefold()
            if number in seen:
                titles = f"»{seen[number].title}« og »{item.title}«"
                yield f"items[{at}].number", f"Både {titles} har nummer {item.number}."
            seen.setdefault(number, item)


def number_missing(record: MeetingRecord) -> Iterator[tuple[str, str]]:
    """A supplement adds to another agenda's numbers, so it may leave some out."""
    if record.supplement is not None:
        return
    for series in numbered(record):
        places = values(series)
        for before, number in pairwise(sorted(places)):
            if number - before > 1:
                first, last = before + 1, number - 1
                missing = f"{first}" if first == last else f"{first}-{last}"
                sentence = f"Punkt {missing} mangler: der er et punkt {before} og et punkt {number}."
                yield f"items[{places[number]}].number", sentence


def values(series: list[Numbered]) -> dict[int, int]:
    """Each number as a whole number, with its place among the items; nothing if one is of another kind."""
    places: dict[int, int] = {}
    for at, item in series:
        number = NUMBER.fullmatch(str(item.number).casefold())
        if number is None:
            return {}
        places.setdefault(int(number[1]), at)
    return places
