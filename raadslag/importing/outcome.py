"""What importing is told, and what came of it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from raadslag.archive.models import Publication
from raadslag.importing.finding import Found


@dataclass(frozen=True, slots=True)
class Given:
    """Who imports, when and why; and what to take as the body and the day where a document does not say."""

    by: str
    at: datetime
    why: str | None = None
    body: str | None = None
    day: date | None = None


class Outcome(StrEnum):
    """What became of a document."""

    FIRST = "first"
    NEW_VERSION = "new version"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Imported:
    """One document's outcome: the publication, or the reason there is none; and remarks, in Danish."""

    found: Found
    outcome: Outcome
    publication: Publication | None = None
    reason: str | None = None
    remarks: tuple[str, ...] = ()
