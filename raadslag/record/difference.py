"""What changed from one version of a document to the next."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from raadslag.record.meeting import Attachment, Item, MeetingRecord


class What(StrEnum):
    """What became of a thing."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a record: the item's place in `items`, the attachment's within it, from 0.

    With neither it is the meeting itself.
    """

    item: int | None = None
    attachment: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is not as it was.

    Added: it has no `old_place` or `old`. Removed: no `new_place` or `new`. Changed: `field` names what
    changed, as in the record ("title", "decision" …), and `old` and `new` are its values.
    """

    what: What
    old_place: Place | None = None
    new_place: Place | None = None
    field: str | None = None
    old: object = None
    new: object = None


def difference(old: MeetingRecord, new: MeetingRecord) -> tuple[Change, ...]:
    """Every change from `old` to `new`: the meeting's own first, then item by item in the new order.

    An item that was removed comes after the one it followed. `source` and `doubts` are not compared.
    """
    meeting = changed_fields(old, new, Place(), Place(), but=("items", "source", "doubts"))
    return (*meeting, *item_changes(old.items, new.items))


def item_changes(old: Sequence[Item], new: Sequence[Item]) -> Iterator[Change]:
    """What changed among a meeting's items, and inside each."""
    for was, now in paired([item_marks(item) for item in old], [item_marks(item) for item in new]):
        if was is None:
            yield added(Place(now), new[now or 0])
        elif now is None:
            yield removed(Place(was), old[was])
        else:
            yield from changed_fields(old[was], new[now], Place(was), Place(now), but=("attachments",))
            yield from attachment_changes(old[was], new[now], was, now)


def attachment_changes(old: Item, new: Item, old_place: int, new_place: int) -> Iterator[Change]:
    """What changed among the attachments of one item."""
    before, after = old.attachments, new.attachments
    pairs = paired([attachment_marks(each) for each in before], [attachment_marks(each) for each in after])
    for was, now in pairs:
        if was is None:
            yield added(Place(new_place, now), after[now or 0])
        elif now is None:
            yield removed(Place(old_place, was), before[was])
        else:
            places = Place(old_place, was), Place(new_place, now)
            yield from changed_fields(before[was], after[now], *places, but=())


def added(place: Place, new: object) -> Change:
    return Change(what=What.ADDED, new_place=place, new=new)


def removed(place: Place, old: object) -> Change:
    return Change(what=What.REMOVED, old_place=place, old=old)


def changed_fields(
    old: Any, new: Any, old_place: Place, new_place: Place, but: Sequence[str]
) -> Iterator[Change]:
    """The fields, other than those in `but`, in which two values of one dataclass differ."""
    for field in fields(old):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if field.name not in but and before != after:
            yield Change(
                what=What.CHANGED,
                old_place=old_place,
                new_place=new_place,
                field=field.name,
                old=before,
                new=after,
            )


def item_marks(item: Item) -> tuple[Hashable, ...]:
    """What an item may be known by, the surest first. The number is the weakest: it follows the order."""
    return (
        (item.case_number, item.title),
        item.case_number,
        item.title,
        item.number and (item.number, item.case_number),
    )


def attachment_marks(attachment: Attachment) -> tuple[Hashable, ...]:
    """What an attachment may be known by, the surest first."""
    return ((attachment.number, attachment.title), attachment.title, attachment.sha256, attachment.number)


def paired(
    old: Sequence[tuple[Hashable, ...]], new: Sequence[tuple[Hashable, ...]]
) -> list[tuple[int | None, int | None]]:
    """Places of old and new that belong together, in the new order; None where there is no other half.

    What has a sure mark in common is paired before what has only a weaker one.
    """
    old_of: dict[int, int] = {}
    for rank in range(len(old[0]) if old else 0):
        waiting: dict[Hashable, list[int]] = {}
        for place, marks in enumerate(old):
            if marks[rank] and place not in old_of.values():
                waiting.setdefault(marks[rank], []).append(place)
        for place, marks in enumerate(new):
            if place not in old_of and waiting.get(marks[rank]):
                old_of[place] = waiting[marks[rank]].pop(0)
    return in_new_order(len(old), len(new), old_of)


def in_new_order(
    old_count: int, new_count: int, old_of: dict[int, int]
) -> list[tuple[int | None, int | None]]:
    """The pairs, with each removed one after the one it followed."""
    new_of = {was: now for now, was in old_of.items()}
    followers: dict[int | None, list[int]] = {}
    last: int | None = None
    for was in range(old_count):
        if was in new_of:
            last = was
        else:
            followers.setdefault(last, []).append(was)
    pairs: list[tuple[int | None, int | None]] = [(was, None) for was in followers.get(None, [])]
    for now in range(new_count):
        before = old_of.get(now)
        pairs.append((before, now))
        if before is not None:
            pairs += [(was, None) for was in followers.get(before, [])]
    return pairs
