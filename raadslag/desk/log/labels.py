"""What the log's rows are called when they are read: the title of what is closed by now is not told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TypeVar

from raadslag.models import Attachment, Event, Item, Paper
from raadslag.record import Part

# an event's noun and key
About = tuple[str, str]
AT_ONCE = 500
Each = TypeVar("Each")

CLOSABLE = {
    "paper": Paper.objects.prefetch_related("items"),
    "item": Item.objects.select_related("paper").prefetch_related("paper__items"),
    "attachment": Attachment.objects.select_related("paper", "item__paper").prefetch_related(
        "paper__items", "item__paper__items"
    ),
}


def closed_now(abouts: Iterable[About]) -> dict[About, str]:
    """What the log calls each of them that is closed now, whatever it was when the rows were written."""
    return {
        (noun, str(thing.key)): thing.log_name
        for batch in batches(sorted(set(abouts)))
        for noun, things in CLOSABLE.items()
        for thing in things.filter(key__in=[key for each, key in batch if each == noun])
        if thing.effective_part == Part.CLOSED
    }


def with_labels(events: Iterable[Event]) -> Iterator[tuple[Event, str]]:
    """Each event with what it is about, in the words that may be told now."""
    for batch in batches(events):
        closed = closed_now(map(about, batch))
        for event in batch:
            yield event, label(event, closed)


def batches(things: Iterable[Each]) -> Iterator[list[Each]]:
    """As many at a time as one query can ask for."""
    rest = iter(things)
    while batch := list(islice(rest, AT_ONCE)):
        yield batch


def label(event: Event, closed: Mapping[About, str]) -> str:
    return closed.get(about(event), event.label)


def about(event: Event) -> About:
    return event.noun, event.noun_key
