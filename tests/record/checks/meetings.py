"""A meeting in Lindevad, with what a test is about put in."""

from datetime import datetime, time
from typing import Any

from raadslag.record import Decision, Item, MeetingRecord, Stage
from raadslag.record.checks import check


def found(name: str, record: MeetingRecord) -> list[str]:
    """The sentences that one check finds in a record."""
    return [finding.sentence for finding in check(record) if finding.name == name]


def agenda(*items: Item, **fields: Any) -> MeetingRecord:
    """A committee's agenda for 18.15–19.45."""
    times = {"starts_at": datetime(2026, 12, 7, 18, 15), "ends_at": datetime(2026, 12, 7, 19, 45)}
    return MeetingRecord(**{"stage": Stage.AGENDA, **times, "items": items, **fields})


def minutes(*items: Item, **fields: Any) -> MeetingRecord:
    """The same meeting's minutes."""
    return agenda(*items, **{"stage": Stage.MINUTES, **fields})


def item(
    number: str | None = "1", title: str = "Cykelstier i Lindevad", decision: str | None = None, **fields: Any
):
    """An item, with the words of its decision."""
    return Item(
        number=number,
        title=title,
        decision=Decision(text=decision) if decision is not None else None,
        **fields,
    )


def clock(written: str) -> time:
    """ "18.15" as a time."""
    return time(*map(int, written.split(".")))


def timed(number: str, starts: str, ends: str | None = None) -> Item:
    """An item with its times."""
    return item(number, starts_at=clock(starts), ends_at=clock(ends) if ends else None)
