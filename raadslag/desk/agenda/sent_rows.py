"""The agenda item by item as it would be sent: what members get and what the public gets, and what of it is
new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from raadslag.desk.agenda.versions import named_attachment
from raadslag.models import Meeting
from raadslag.models.agenda.version import ItemPlace
from raadslag.public.changes import line
from raadslag.publishing.agenda.composed import Composed
from raadslag.publishing.agenda.news import News, changes_by_item, news
from raadslag.publishing.agenda.reading import Reading, Sight, read
from raadslag.publishing.agenda.version_note import note_for
from raadslag.publishing.agenda.versions import composed_of, last_sent, public_now
from raadslag.publishing.public_record import public_record
from raadslag.record import Item, MeetingRecord, Part


@dataclass(frozen=True)
class Half:
    """What one audience gets of an item, and what is new of it: in sentences, and word by word in `changes`
    as the comparison of two versions shows it."""

    item: Item
    news: tuple[News, ...] = ()
    changes: tuple[dict[str, Any], ...] = ()

    @property
    def is_new(self) -> bool:
        return any(each.is_whole_item for each in self.news)

    @property
    def is_bare(self) -> bool:
        """Whether it gets the number, the title and the ground alone."""
        return self.item.part is Part.CLOSED and not self.item.sections

    @property
    def is_changed(self) -> bool:
        return bool(self.news)


@dataclass(frozen=True)
class Row:
    """An item in both columns."""

    members: Half
    public: Half


@dataclass(frozen=True)
class Rows:
    """The whole agenda in two columns. What is new of no item that is on it stands apart: `members_besides`
    and `public_besides`. The notes are what is printed before the items. `hidden` is how many items the
    person may not see."""

    rows: tuple[Row, ...]
    members_besides: tuple[News, ...]
    public_besides: tuple[News, ...]
    is_first: bool
    is_first_for_public: bool
    hidden: int
    members_notes: tuple[str, ...] = ()
    public_notes: tuple[str, ...] = ()

    @property
    def is_unchanged_for_public(self) -> bool:
        return not self.public_besides and not any(row.public.is_changed for row in self.rows)


def rows_of(meeting: Meeting, composed: Composed, sight: Sight) -> Rows:
    """The agenda as it is composed, beside what is out, as one with that sight may see it."""
    last = last_sent(meeting)
    reading = with_bare_stubs(read(composed.record, composed.places, sight), composed)
    public = public_record(composed.door_record)
    shown = replace(
        public,
        items=tuple(
            public.items[at] if is_shown(composed.places[at], reading) else stub
            for at, stub in zip(reading.kept, reading.record.items, strict=True)
        ),
    )
    was = with_sight(composed_of(last), sight) if last else None
    for_members = news(was, reading.record) if was else ()
    out = public_now(composed)
    was_out = without_hidden(out, public, reading) if out else None
    for_public = news(was_out, shown) if was_out else ()
    members_changes, public_changes = changes_at(was, reading.record), changes_at(was_out, shown)
    rows = [
        Row(half(item, here, for_members, members_changes), half(theirs, here, for_public, public_changes))
        if is_shown(composed.places[at], reading)
        else Row(Half(item), Half(theirs))
        for here, (at, item, theirs) in enumerate(
            zip(reading.kept, reading.record.items, shown.items, strict=True)
        )
    ]
    return Rows(
        rows=tuple(rows),
        members_besides=besides(for_members),
        public_besides=besides(for_public),
        is_first=last is None,
        is_first_for_public=out is None,
        hidden=len(composed.places) - len(reading.shown),
        members_notes=reading.record.notes,
        public_notes=tuple(note for note in public.notes if note_for(reading, note)),
    )


def with_bare_stubs(reading: Reading, composed: Composed) -> Reading:
    """The reading with no more than the number of what the person may not see: its title may not be out."""
    items = tuple(
        item
        if is_shown(composed.places[at], reading)
        else Item(number=item.number, title=_("Et punkt, som du ikke må se"))
        for at, item in zip(reading.kept, reading.record.items, strict=True)
    )
    return replace(reading, record=replace(reading.record, items=items))


def is_shown(place: ItemPlace, reading: Reading) -> bool:
    """Whether the person sees the item; of another there is a stub in both columns."""
    return not place.key or place.key in reading.shown


def with_sight(was: Composed, sight: Sight) -> MeetingRecord:
    return read(was.record, was.places, sight).record


def changes_at(old: MeetingRecord | None, new: MeetingRecord) -> dict[int, tuple[dict[str, Any], ...]]:
    """The changes of the items that are in both, by the items' places in the new record."""
    if old is None:
        return {}
    return {
        each.at: tuple(line(change) | named_attachment(each.item, change) for change in each.changes)
        for each in changes_by_item(old, new)
        if each.at is not None
    }


def without_hidden(out: MeetingRecord, public: MeetingRecord, reading: Reading) -> MeetingRecord:
    """What is out, without the items that are left out of the page."""
    hidden = {public.items[at].number for at in range(len(public.items)) if at not in reading.kept}
    return replace(out, items=tuple(item for item in out.items if item.number not in hidden))


def half(item: Item, at: int, new: Sequence[News], changes: Mapping[int, tuple[dict[str, Any], ...]]) -> Half:
    return Half(item, tuple(each for each in new if each.item == at), changes.get(at, ()))


def besides(new: Sequence[News]) -> tuple[News, ...]:
    return tuple(each for each in new if each.item is None)
