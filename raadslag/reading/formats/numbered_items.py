"""Agendas and minutes of other makes, whose items are only numbered: "3. Budget", "3 (Åben) Budget".

Their item headings are found and read as if they said "Punkt N:"; the rest is as in FirstAgenda's.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from raadslag.reading.account import Account
from raadslag.reading.case_numbers import case_number
from raadslag.reading.dates import starts_with_date
from raadslag.reading.document import Line
from raadslag.reading.formats import firstagenda
from raadslag.reading.formats.family import Found, Nest
from raadslag.reading.formats.head import stage_in
from raadslag.reading.formats.headings import item_heading
from raadslag.reading.item_body import OPENNESS
from raadslag.reading.labels import Passage, label_of
from raadslag.reading.layout import words

NUMBERED = re.compile(
    r"(?:•\s*)?(?:sag(?:\s+nr)?\.?\s*(?P<case>\d{1,4})|(?P<number>\d{1,4})(?:\s*\((?P<openness>åben|lukket)\)|[.)]?))"
    r"\s*[.:]?\s*(?P<title>(?:[A-ZÆØÅ(\"”].{2,160})?)",
    re.IGNORECASE,
)
CAPITAL = re.compile(r"[A-ZÆØÅ(\"”]")
# how far under a heading something stands that only items have
NEAR = 8
HEAD_LINES = 15


class Numbered(NamedTuple):
    """A line that may head an item."""

    at: int
    number: int
    title: str
    closed: bool


def recognise(lines: Sequence[Line]) -> float:
    """Numbered headings with an item's labels under them, and a head that says agenda or minutes."""
    texts = [text for line in lines if (text := words(line))]
    if any(item_heading(text) for text in texts):
        return 0.0
    found = _headings(lines)
    staged = any(stage_in(text) for text in texts[:HEAD_LINES])
    labels = {label.passage for text in texts if (label := label_of(text))}
    sure = staged or len(found) > 1 or Passage.DECISION in labels
    return 0.55 if found and labels and sure else 0.0


def read(lines: Sequence[Line], account: Account, path: str, nest: Nest) -> Found:
    """The record, as FirstAgenda's reader makes it of the same lines with their headings spelt out."""
    spelt = {
        found.at: f"Punkt {found.number}{' (lukket)' if found.closed else ''}: {found.title}"
        for found in _headings(lines)
    }
    return firstagenda.read(
        [replace(line, text=spelt[at]) if at in spelt else line for at, line in enumerate(lines)],
        account,
        path,
        nest,
    )


def _headings(lines: Sequence[Line]) -> list[Numbered]:
    """The numbered lines that head items: each number above the last, each with an item's signs under it."""
    found: list[Numbered] = []
    for at in range(len(lines)):
        numbered = _numbered(lines, at)
        if numbered and (not found or numbered.number > found[-1].number) and _heads_item(lines, at):
            found.append(numbered)
    return found


def _numbered(lines: Sequence[Line], at: int) -> Numbered | None:
    text = words(lines[at])
    said = NUMBERED.fullmatch(text)
    if said is None or starts_with_date(text) or case_number(text):
        return None
    title = said["title"]
    if not title and said["case"] is None:
        return None
    if title and not CAPITAL.match(title):
        return None
    return Numbered(
        at, int(said["case"] or said["number"]), title, (said["openness"] or "").lower() == "lukket"
    )


def _heads_item(lines: Sequence[Line], at: int) -> bool:
    """Do labels, a case number or a word of openness stand near under a line, before the next number?"""
    below = [words(line) for line in lines[at + 1 :][: 3 * NEAR] if line.text.strip()][:NEAR]
    for text in below:
        if label_of(text) or case_number(text) or OPENNESS.fullmatch(text):
            return True
        if NUMBERED.fullmatch(text):
            return False
    return False
