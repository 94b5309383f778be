"""When each item of an agenda begins and ends, and how far it runs over."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Slot:
    """When an item is on. One without minutes takes no time, and begins where the one before it ends."""

    starts_at: datetime
    ends_at: datetime
    takes_time: bool


@dataclass(frozen=True, slots=True)
class Schedule:
    """The slots of the items in their order. `over` is how much later than the meeting the last one ends, in
    minutes; 0 where they fit. `spare` is how many minutes are left."""

    slots: tuple[Slot, ...]
    over: int
    spare: int


def schedule(starts_at: datetime, ends_at: datetime, minutes: Iterable[int | None]) -> Schedule:
    """The items one after another from the meeting's start; `minutes` is None for one that takes no time."""
    now, slots = starts_at, []
    for each in minutes:
        until = now + timedelta(minutes=each or 0)
        slots.append(Slot(now, until, bool(each)))
        now = until
    left = round((ends_at - now) / timedelta(minutes=1))
    return Schedule(tuple(slots), over=max(-left, 0), spare=max(left, 0))
