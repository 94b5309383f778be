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
LEADER = " ._…·"
LONGEST_ENTRY = 500
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
    told = [openness(title) for title in titles]
    # a title that stands there both open and closed tells nothing of either
    closed = {title for title, part in told if part is Part.CLOSED and (title, None) not in told}
    return Contents((*lines[:start], *lines[end:]), frozenset(title for title, _ in told), frozenset(closed))


def _end(lines: Sequence[Line], start: int) -> int:
    """Where the contents end: at the first real item heading. With none the lines are the items."""
    listed: list[str] = []
    for at in range(start + 1, len(lines)):
        text = words(lines[at])
        heading = item_heading(text)
        if heading is None:
            continue
        on_page = lines[at].page == lines[start].page
        is_entry = _before_leader(text) is not None or (on_page and PAGE.search(text))
        if not is_entry and (not listed or heading.number == listed[0] or not on_page):
            return at
        listed.append(heading.number)
    return start + 1


def _readings(entries: Sequence[str], at: int) -> list[str]:
    """An entry's title, alone and with the entry below it, as long titles wrap."""
    alone = _title(entries[at])
    if _before_leader(entries[at]) is not None or at + 1 == len(entries):
        return [alone] if alone else []
    return [each for each in (alone, join_lines(alone, _title(entries[at + 1]))) if each]


def _title(entry: str) -> str:
    """An entry without its number, leader and page; a closed one says so as "Lukket: title"."""
    led = _before_leader(entry)
    bare = PAGE.sub("", entry) if led is None else led
    heading = item_heading(bare)
    title = heading.title if heading else NUMBER.sub("", bare)
    says_so = heading is None or heading.part is not Part.CLOSED or CLOSED_TITLE.match(title)
    return title if says_so else f"Lukket: {title}"


def _before_leader(entry: str) -> str | None:
    """What stands before the dots that lead to a page number, None where there are no such dots."""
    if len(entry) > LONGEST_ENTRY:
        return None
    led = entry.rstrip("0123456789 ")
    bare = led.rstrip(LEADER)
    gone = led[len(bare) :]
    return bare if gone.count(".") > 2 or "…" in gone else None
