"""What waits for a person, as the start page lists it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Task:
    """One thing that waits for the person."""

    what: str
    title: str
    address: str
    note: str = ""
    due_on: date | None = None
    is_late: bool = False
    is_closed: bool = False
