"""The meeting record: what one meeting's agenda or minutes say, complete in itself.

Texts are plain: a newline separates paragraphs, and there is no other mark-up. Empty is None or (),
never "". Times are local Danish time to the minute, without zone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from raadslag.record.decision import Decision
from raadslag.record.paper import Paper
from raadslag.record.source import Doubt, Source
from raadslag.record.words import Kind, Part, Presence, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One person's part in the meeting, or in one item of it.

    `item` is the number of the item it is about; `topic` what the source calls it in words.
    """

    person: str
    role: str | None = None
    status: Presence = Presence.PRESENT
    substitute_for: str | None = None
    from_: time | None = None
    to: time | None = None
    item: str | None = None
    topic: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A passage of an item under its own heading; heading None is text with no heading."""

    heading: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A document that belongs to an item (bilag).

    `text` is what it says; `paper` or `record` is the same as data, where it is a recommendation
    paper or itself a meeting. `sha256` is of the file's bytes, None where the file is not at hand.
    """

    number: str | None = None
    title: str
    part: Part = Part.OPEN
    media_type: str | None = None
    pages: int | None = None
    sha256: str | None = None
    text: str | None = None
    paper: Paper | None = None
    record: MeetingRecord | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item (punkt). `number` is what the document prints, never an identity."""

    number: str | None = None
    title: str
    part: Part = Part.OPEN
    closed_ground: str | None = None
    kind: Kind | None = None
    case_number: str | None = None
    purpose: str | None = None
    method: str | None = None
    responsible: str | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    condition: str | None = None
    sections: tuple[Section, ...] = ()
    recommendation: tuple[str, ...] = ()
    decision: Decision | None = None
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRecord:
    """One meeting's agenda or minutes. `source` and `doubts` only when read from a document."""

    authority: str | None = None
    body: str | None = None
    term: str | None = None
    stage: Stage
    supplement: int | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    place: str | None = None
    chair: str | None = None
    minute_taker: str | None = None
    notes: tuple[str, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    items: tuple[Item, ...] = ()
    source: Source | None = None
    doubts: tuple[Doubt, ...] = ()
