"""Does the clock add up? Times within one meeting, counted in minutes from midnight before it starts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time
from itertools import pairwise

from raadslag.record.checks.naming import capital, count, name_of
from raadslag.record.danish import clock
from raadslag.record.meeting import Item, MeetingRecord
from raadslag.record.words import Stage

DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Timed:
    """An item with its times in minutes; `end` is its start where the item does not say."""

    at: int
    item: Item
    start: int
    end: int


def minutes(moment: time | datetime) -> int:
    """Minutes since midnight."""
    return moment.hour * 60 + moment.minute


def clock_of(minute: int) -> str:
    """The clock at a minute: "20.30", also past midnight."""
    return clock(time(minute // 60 % 24, minute % 60))


def meeting_end(record: MeetingRecord) -> int | None:
    """The meeting's end in minutes after the midnight before its start."""
    if record.starts_at is None or record.ends_at is None:
        return None
    return (record.ends_at.date() - record.starts_at.date()).days * DAY + minutes(record.ends_at)


def after(earlier: int, clock_minute: int) -> int:
    """The clock's minute on the day that makes sense after `earlier`: 00.15 after 23.50 is the next day."""
    return clock_minute + DAY if earlier - clock_minute > DAY // 2 else clock_minute


def timed(record: MeetingRecord) -> list[Timed]:
    """The items that say when they start."""
    found: list[Timed] = []
    latest = minutes(record.starts_at) if record.starts_at else 0
    for at, item in enumerate(record.items):
        if item.starts_at is None:
            continue
        start = after(latest, minutes(item.starts_at))
        end = start if item.ends_at is None else after(start, minutes(item.ends_at))
        found.append(Timed(at, item, start, end))
        latest = max(latest, start)
    return found


def meeting_ends_before_it_starts(record: MeetingRecord) -> Iterator[tuple[str, str]]:
    if record.starts_at and record.ends_at and record.ends_at <= record.starts_at:
        yield (
            "ends_at",
            f"Mødet slutter kl. {clock(record.ends_at)}, før det er begyndt kl. {clock(record.starts_at)}.",
        )


def item_ends_before_it_starts(record: MeetingRecord) -> Iterator[tuple[str, str]]:
    for each in timed(record):
        if each.end < each.start:
            name = capital(name_of(each.item))
            yield (
                f"items[{each.at}].ends_at",
                f"{name} slutter kl. {clock_of(each.end)}, før det begynder kl. {clock_of(each.start)}.",
            )


def item_before_the_meeting(record: MeetingRecord) -> Iterator[tuple[str, str]]:
    if record.starts_at is None:
        return
    for each in timed(record):
        if each.start < minutes(record.starts_at):
            name, start = capital(name_of(each.item)), clock_of(each.start)
            yield (
                f"items[{each.at}].starts_at",
                f"{name} begynder kl. {start}, men mødet begynder først kl. {clock(record.starts_at)}.",
            )


def items_past_the_end(record: MeetingRecord) -> Iterator[tuple[str, str]]:
    """One finding, at the last item, for a programme that is longer than the meeting."""
    ends = meeting_end(record)
    items = timed(record)
    if ends is None or not items:
        return
    last = max(items, key=lambda each: each.end)
    if last.end > ends:
        over = count(last.end - ends, "minut", "minutter")
        yield (
            f"items[{last.at}].ends_at",
            f"Punkternes tider løber til kl. {clock_of(last.end)}, men mødet slutter kl. {clock_of(ends)}: "
            f"{over} for meget.",
        )


def items_overlap(record: MeetingRecord) -> Iterator[tuple[str, str]]:
    for before, item in pairwise(timed(record)):
        if item.start < max(before.start, before.end):
            name, other = capital(name_of(item.item)), name_of(before.item)
            ends = f"er slut kl. {clock_of(before.end)}" if item.start >= before.start else "begynder"
            yield (
                f"items[{item.at}].starts_at",
                f"{name} begynder kl. {clock_of(item.start)}, før {other} {ends}.",
            )


def gap_between_items(record: MeetingRecord) -> Iterator[tuple[str, str]]:
    """Only in an agenda, and only between neighbours: an item without a time may fill the gap."""
    if record.stage is not Stage.AGENDA:
        return
    for before, item in pairwise(timed(record)):
        if before.item.ends_at and before.at + 1 == item.at and item.start > before.end > before.start:
            gap = count(item.start - before.end, "minut", "minutter")
            between = f"mellem {name_of(before.item)} og {name_of(item.item)}"
            yield f"items[{item.at}].starts_at", f"Der er {gap} {between}, som intet punkt bruger."
