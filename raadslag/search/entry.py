"""What the index holds: one entry for each thing a citizen can land on."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from raadslag.record import Kind, Outcome, Stage


class Level(StrEnum):
    """Which level of a publication an entry is. Danish for people: møde, punkt, bilag."""

    MEETING = "meeting"
    ITEM = "item"
    ATTACHMENT = "attachment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that can be found, with the address (URL path) of its page.

    `body` is the body's name, `body_slug` its word in addresses. `text` is plain text as in the record.
    `kind`, `outcome` and `case_number` are the item's, also on its attachments; None on a meeting.
    """

    publication_id: int
    address: str
    level: Level
    title: str
    text: str
    body: str
    body_slug: str
    date: date
    stage: Stage
    kind: Kind | None = None
    outcome: Outcome | None = None
    case_number: str | None = None
