"""An item that carries on a case from another item, and what follows the case there."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from raadslag.models.agenda.attached import attach_again
from raadslag.models.agenda.guest import ItemGuest
from raadslag.models.event import Event
from raadslag.record import Part

if TYPE_CHECKING:
    from raadslag.models.item import Item
    from raadslag.models.paper import Paper
    from raadslag.models.person import Person

FOLLOWED = "shut_out_followed"
COLUMNS = (
    *("continues", "is_referred", "paper", "topic"),
    *("part", "closed_ground", "public_title"),
)


def take_over(item: Item, old: Item, *, by: Person, at: datetime) -> None:
    """The item carries on from the old one: with its paper and attachments, closed where that was, and kept
    from those who were kept from that. Done again, it does no more than is missing."""
    is_known = item.continues_id == old.pk
    item.continues = old
    if item.is_conditional and item.depends_on_id == old.meeting.body_id:
        item.is_referred = True
    item.paper = item.paper or old.paper
    item.topic = item.topic or old.topic
    if old.part == Part.CLOSED and item.part == Part.OPEN:
        item.part, item.closed_ground = Part.CLOSED, old.closed_ground
    item.public_title = item.public_title or old.public_title
    item.save(update_fields=COLUMNS)
    if old.paper is not None:
        keep_shut_out(old.paper, old, by=by, at=at)
    there = set(item.exclusions.filter(lifted_at=None).values_list("person", flat=True))
    for row in old.exclusions.filter(lifted_at=None).exclude(person__in=there):
        item.exclusions.create(person=row.person, reason=row.reason, by=row.by, at=row.at)
        Event.objects.record(FOLLOWED, by=by, at=at, about=item, person=row.person.name)
    if is_known:
        return
    if item.meeting.body_id == old.meeting.body_id:
        for guest in old.guests.all():
            ItemGuest.objects.get_or_create(item=item, name=guest.name, defaults={"email": guest.email})
    attach_again(item, old)


def keep_shut_out(paper: Paper, item: Item, *, by: Person, at: datetime) -> None:
    """Whoever is shut out of the item is so from the paper, wherever it goes next."""
    there = set(paper.exclusions.filter(lifted_at=None).values_list("person", flat=True))
    for row in item.exclusions.filter(lifted_at=None).exclude(person__in=there):
        row.item, row.paper = None, paper
        row.save(update_fields=["item", "paper"])
        Event.objects.record(FOLLOWED, by=by, at=at, about=paper, person=row.person.name)
