"""The short list of a committee agenda ("Dagsorden kort"): numbers and titles, before the plans."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from raadslag.reading.dates import starts_with_date
from raadslag.reading.document import Line
from raadslag.reading.hyphens import join_lines
from raadslag.reading.layout import words

NUMBERED = re.compile(r"(?:punkt\s+)?(?P<number>\d{1,3})\s*[.:)]\s*(?P<title>\D.*)", re.IGNORECASE)


class Entry(NamedTuple):
    """An entry of the list, with the lines it stands on."""

    number: str
    title: str
    lines: tuple[Line, ...]


class Heading(NamedTuple):
    """A numbered line: its number and the words after it."""

    number: str
    title: str


def heading_of(text: str) -> Heading | None:
    """The number and title that a line starts with."""
    found = NUMBERED.fullmatch(text)
    return Heading(found["number"], found["title"]) if found and not starts_with_date(text) else None


def split(
    lines: Sequence[Line], title: re.Pattern[str], is_plan: Callable[[str], bool]
) -> tuple[tuple[Line, ...], tuple[Entry, ...], tuple[Line, ...]]:
    """The head, the short list, and the lines after it where the numbers start again.

    A list may stand without its title; where no number comes again the first numbered line starts the items.
    """
    start = next((at for at, line in enumerate(lines) if title.fullmatch(words(line))), None)
    if start is None:
        first = next((at for at, line in enumerate(lines) if heading_of(words(line))), len(lines))
        end = _end(lines, first, is_plan)
        again = heading_of(words(lines[end])) if first < end < len(lines) else None
        listed = again is not None and again == heading_of(words(lines[first]))
        end = end if listed else first
        return tuple(lines[:first]), _entries(lines[first:end]), tuple(lines[end:])
    end = _end(lines, start + 1, is_plan)
    entries = _entries(lines[start + 1 : end])
    if entries:
        heading = lines[start]
        entries = (entries[0]._replace(lines=(heading, *entries[0].lines)), *entries[1:])
    return tuple(lines[:start]), entries, tuple(lines[end:])


def _end(lines: Sequence[Line], start: int, is_plan: Callable[[str], bool]) -> int:
    """Where the list ends: where its first number comes again, or at the last number before a plan."""
    first = last = None
    for at in range(start, len(lines)):
        text = words(lines[at])
        heading = heading_of(text)
        if heading and first == heading.number:
            return at
        if heading and first is None:
            first = heading.number
        if heading:
            last = at
        if is_plan(text):
            return last if last is not None else at
    return len(lines)


def _entries(lines: Sequence[Line]) -> tuple[Entry, ...]:
    found: list[Entry] = []
    for line in lines:
        text = words(line)
        if not text:
            continue
        if heading := heading_of(text):
            found.append(Entry(heading.number, heading.title, (line,)))
        elif found:
            entry = found[-1]
            found[-1] = Entry(entry.number, join_lines(entry.title, text), (*entry.lines, line))
    return tuple(found)
