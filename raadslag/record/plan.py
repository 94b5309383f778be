"""A body's meeting plan (mødeplan): when and where it will meet in a year, as plain frozen data."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """One meeting of the plan, in Danish local time.

    `uid` is what calendars know it by: the same when it is moved, and never another meeting's.
    """

    uid: str
    starts_at: datetime
    ends_at: datetime | None = None
    place: str = ""
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class MeetingPlan:
    """All of a body's meetings in a year, the cancelled ones too."""

    body: str
    year: int
    meetings: tuple[PlannedMeeting, ...]
