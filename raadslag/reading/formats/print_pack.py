"""The municipal print pack: "Punkt N: title", "Beslutning for Punkt N: title", attachments on stamped pages.

An earlier meeting may stand whole inside an item, with no heading of its own.
"""

from collections.abc import Sequence
from dataclasses import replace

from raadslag.reading.account import Account
from raadslag.reading.document import Line
from raadslag.reading.formats import contents, stamps
from raadslag.reading.formats.family import Found, Nest, record_at
from raadslag.reading.formats.headings import body_setting, decision_heading, item_heading
from raadslag.reading.formats.meeting import MeetingReader
from raadslag.reading.formats.tree import Planter
from raadslag.reading.furniture import sweep
from raadslag.reading.layout import words


def recognise(lines: Sequence[Line]) -> float:
    """Items by "Punkt N:", and either decisions that repeat their titles or stamped pages."""
    items = sum(item_heading(words(line)) is not None for line in lines)
    if not items:
        return 0.0
    if any(decision_heading(words(line)) for line in lines):
        return 1.0
    return 0.8 if stamps.is_stamped(lines) else 0.3


def read(lines: Sequence[Line], account: Account, path: str, nest: Nest) -> Found:
    """The record of a pack: its meeting, with the attachments' pages read in their places."""
    parts = stamps.split(lines, account)
    parts = _swept(parts, lines, account)
    own = [line for part in parts if part.stamp is None for line in part.lines]
    setting = body_setting(own)
    listed = contents.take(own, account)
    parts = _without(parts, set(own) - set(listed.lines))
    tree = Planter(parts, setting, listed.titles).grow(account)
    record = MeetingReader(account, setting, nest, tuple(listed.closed)).read(tree, record_at(path))
    return Found(record=record)


def _swept(parts: Sequence[stamps.Part], lines: Sequence[Line], account: Account) -> tuple[stamps.Part, ...]:
    """The parts without page furniture, which only all the pages together show."""
    kept = set(sweep(lines, account))
    return _without(parts, set(lines) - kept)


def _without(parts: Sequence[stamps.Part], gone: set[Line]) -> tuple[stamps.Part, ...]:
    return tuple(
        replace(part, lines=tuple(line for line in part.lines if line not in gone)) for part in parts
    )
