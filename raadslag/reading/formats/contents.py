"""A table of contents: furniture, but it tells how titles end and which items are closed."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from raadslag.reading.account import Account
from raadslag.reading.document import Line
from raadslag.reading.formats.headings import CLOSED_TITLE, item_heading, openness
from raadslag.reading.hyphens import join_lines
from raadslag.reading.layout import words
from raadslag.record import Part

HEADING = re.compile(
    r"(?:indholdsfortegnelse|indhold|punkter på (?:dagsordenen|mødet)|oversigt|sagsoversigt)\s*:?",
    re.IGNORECASE,
)
LEADER = re.compile(r"[\s.…_·]*(?:\.\s?){3,}[\s.…]*(?:\d[\d ]*)?$|\s*…+\s*(?:\d[\d ]*)?$")
PAGE = re.compile(r"\s+\d{1,4}$")
NUMBER = re.compile(r"^(?:punkt\s*)?\d{1,4}[a-z]?\s*[:.)–-]?\s+", re.IGNORECASE)


class Contents(NamedTuple):
    """The lines after and around the contents, every title as it may read, and the closed ones' titles."""

    lines: tuple[Line, ...]
    titles: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()


def take(lines: Sequence[Line], account: Account) -> Contents:
    """Takes the contents out of a document's lines; there may be none."""
    start = next((at for at, line in enumerate(lines) if HEADING.fullmatch(words(line))), None)
    if start is None:
        return Contents(tuple(lines))
    end = _end(lines, start)
    entries = [words(line) for line in lines[start + 1 : end] if line.text.strip()]
    account.furniture(lines[start:end], "contents")
    titles = {title for at in range(len(entries)) for title in _readings(entries, at)}
    closed = {openness(title)[0] for title in titles if openness(title)[1] is Part.CLOSED}
    return Contents(
        (*lines[:start], *lines[end:]), frozenset(openness(each)[0] for each in titles), frozenset(closed)
    )


def _end(lines: Sequence[Line], start: int) -> int:
    """Where the contents end: at the first real item heading."""
    listed: list[str] = []
    for at in range(start + 1, len(lines)):
        text = words(lines[at])
        heading = item_heading(text)
        if heading is None:
            continue
        is_entry = LEADER.search(text) or (PAGE.search(text) and lines[at].page == lines[start].page)
        if not is_entry and (
            not listed or heading.number == listed[0] or lines[at].page != lines[start].page
        ):
            return at
        listed.append(heading.number)
    return len(lines) if listed else start + 1


def _readings(entries: Sequence[str], at: int) -> list[str]:
    """An entry's title, alone and with the entry below it, as long titles wrap."""
    alone = _title(entries[at])
    below = _title(entries[at + 1]) if at + 1 < len(entries) else ""
    unfinished = LEADER.search(entries[at]) is None
    return [each for each in (alone, join_lines(alone, below) if unfinished and below else "") if each]


def _title(entry: str) -> str:
    bare = LEADER.sub("", entry)
    bare = PAGE.sub("", bare) if bare == entry else bare
    heading = item_heading(bare)
    title = heading.title if heading else NUMBER.sub("", bare)
    return (
        title
        if heading is None or heading.part is not Part.CLOSED or CLOSED_TITLE.match(title)
        else f"Lukket: {title}"
    )
