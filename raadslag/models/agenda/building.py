"""Making a meeting's agenda: what stands on it, in which order, with which numbers and times."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from raadslag.models.event import Event
from raadslag.models.item import Item
from raadslag.models.paper_moving import hold
from raadslag.models.refusal import Overtaken, Refused
from raadslag.rules.agenda.item_states import ItemState
from raadslag.rules.agenda.numbering import Numbered, in_agenda_order, numbers
from raadslag.rules.agenda.ordering import reordered
from raadslag.rules.agenda.schedule import Slot, schedule
from raadslag.rules.secrecy import MeetingState

if TYPE_CHECKING:
    from raadslag.models.meeting import Meeting
    from raadslag.models.person import Person
    from raadslag.models.standing_item import StandingItem

BUILT = frozenset({MeetingState.PLANNED, MeetingState.SENT})
# what an item has from the standing item that it is made of
FROM_STANDING = (
    *("title", "part", "closed_ground"),
    *("purpose", "method", "responsible", "presenter", "minutes"),
)


@dataclass(frozen=True)
class AgendaLine:
    """An item on an agenda. `number` is the one it has or will be sent with; `slot` when it is on, None for
    one that was sent and does not stand any more."""

    item: Item
    number: int | None
    slot: Slot | None


@dataclass(frozen=True)
class Agenda:
    """A meeting's agenda as it is now. `off` are items that were taken off or moved before they were sent;
    `over` and `spare` are how many minutes it is too long or too short."""

    lines: tuple[AgendaLine, ...]
    off: tuple[Item, ...]
    over: int
    spare: int

    @property
    def numbers(self) -> dict[int, int | None]:
        """Each item's number, by the item's row number."""
        return {line.item.pk: line.number for line in self.lines}

    @property
    def not_sent(self) -> tuple[Item, ...]:
        """The items whose order and numbers are still open."""
        return tuple(line.item for line in self.lines if not line.item.is_sent)


def agenda_of(meeting: Meeting) -> Agenda:
    """The meeting's agenda, whoever looks: show of it only what they may see."""
    related = ("paper", "topic", "standing", "depends_on", "meeting__body", "continues__meeting__body")
    rows = meeting.items.select_related(*related).prefetch_related("paper__items")
    items = list(rows.order_by("order", "pk"))
    known = [Numbered(each.effective_part, each.state == ItemState.STANDS, each.number) for each in items]
    given = numbers(known)
    order = [place for place in in_agenda_order(known) if items[place].is_on_agenda]
    times = schedule(
        meeting.starts, meeting.ends, [items[at].minutes if known[at].stands else None for at in order]
    )
    lines = tuple(
        AgendaLine(items[at], given[at], slot if known[at].stands else None)
        for at, slot in zip(order, times.slots, strict=True)
    )
    off = tuple(each for each in items if not each.is_on_agenda)
    return Agenda(lines, off, times.over, times.spare)


def lay_out(meeting: Meeting, *, by: Person, at: datetime) -> list[Item]:
    """Items of the body's standing items that have none on the meeting yet, each in its place: before the
    cases, or after them. Raises Refused where the agenda is sent."""
    with transaction.atomic():
        hold(meeting)
        if meeting.state != MeetingState.PLANNED:
            raise Refused(_("Dagsordenen er sendt. Skriv punktet selv, så kommer det med i et tillæg."))
        rows = list(meeting.items.select_related("standing").order_by("order", "pk"))
        used = {row.standing_id for row in rows}
        fresh = [
            Item(meeting=meeting, standing=each, **{name: getattr(each, name) for name in FROM_STANDING})
            for each in meeting.body.standing_items.filter(is_active=True)
            if each.pk not in used
        ]
        first = sum(1 for _row in takewhile(comes_first, rows))
        rows[first:first] = [row for row in fresh if not is_last(row.standing)]
        rows += [row for row in fresh if is_last(row.standing)]
        keep_in_order(rows)
        for row in fresh:
            Event.objects.record("item_added", by=by, at=at, about=row, meeting=str(meeting.key))
    return fresh


def add(meeting: Meeting, *, by: Person, at: datetime, **columns: Any) -> Item:
    """A new item with those columns, after the cases of its part and before the standing items that come
    last; on an agenda that was sent it is the last. Raises Refused for a meeting that was held or called
    off."""
    with transaction.atomic():
        hold(meeting)
        refuse_unless_built(meeting)
        item = Item(meeting=meeting, **columns)
        found = meeting.items.select_related("standing", "paper").prefetch_related("paper__items")
        rows = list(found.order_by("order", "pk"))
        beside = [row for row in rows if row.effective_part == item.effective_part and not row.is_sent]
        last = list(takewhile(lambda row: is_last(row.standing), reversed(beside)))
        rows.insert(rows.index(last[-1]) if last else len(rows), item)
        keep_in_order(rows)
        Event.objects.record("item_added", by=by, at=at, about=item, meeting=str(meeting.key))
    return item


def reorder(
    meeting: Meeting, keys: Sequence[UUID], *, seen: Sequence[UUID] | None = None, by: Person, at: datetime
) -> None:
    """The items that are not sent, in that order. `seen` is the order that the person looked at, None where
    they look now. Raises Overtaken where somebody has put them in another order since, and Refused where
    what was sent would be moved."""
    with transaction.atomic():
        hold(meeting)
        refuse_unless_built(meeting)
        rows = {row.key: row for row in agenda_of(meeting).not_sent}
        frozen = set(meeting.items.filter(number__isnull=False).values_list("key", flat=True))
        if frozen.intersection(keys):
            raise Refused(_("Punkter, der er sendt, har fået deres nummer og kan ikke flyttes."))
        try:
            order = reordered(list(rows) if seen is None else seen, keys, list(rows))
        except ValueError:
            raise Overtaken(_("Dagsordenen er ændret imens. Se på den, og prøv så igen.")) from None
        if order is None:
            raise Overtaken(_("En anden har flyttet punkterne imens. Vælg, hvilken rækkefølge der gælder."))
        if order == list(rows):
            return
        off = meeting.items.exclude(key__in=rows).order_by("order", "pk")
        keep_in_order([*[rows[key] for key in order], *off])
        Event.objects.record("agenda_reordered", by=by, at=at, about=meeting)


def refuse_unless_built(meeting: Meeting) -> None:
    """Raises Refused for a meeting that was held or called off."""
    if meeting.state not in BUILT:
        raise Refused(_("Mødet er holdt eller aflyst, og dagsordenen bliver, som den er."))


def is_last(standing: StandingItem | None) -> bool:
    return standing is not None and standing.is_last


def comes_first(item: Item) -> bool:
    return item.standing is not None and not item.standing.is_last


def keep_in_order(rows: Iterable[Item]) -> None:
    """Saves the rows with the places that they have, from 1; new ones are made."""
    for order, row in enumerate(rows, 1):
        if row.pk is None:
            row.order = order
            row.save()
        elif row.order != order:
            row.order = order
            row.save(update_fields=["order"])
