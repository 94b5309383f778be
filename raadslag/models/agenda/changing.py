"""Changing one item of an agenda: its words and times, and whether it stands there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from raadslag.models.agenda.building import refuse_unless_built
from raadslag.models.agenda.guest import ItemGuest
from raadslag.models.agenda.transfer import Transfer
from raadslag.models.event import Event
from raadslag.models.paper_agenda import come_off, come_on, name_of
from raadslag.models.paper_moving import hold
from raadslag.models.refusal import Overtaken, Refused
from raadslag.record import Part
from raadslag.rules.agenda.item_states import ItemState

if TYPE_CHECKING:
    from raadslag.models.item import Item
    from raadslag.models.person import Person

# name and e-mail of each who is invited for the item alone
Guests = tuple[tuple[str, str], ...]
GUESTS = "guests"
CONDITION = ("depends_on", "depends_on_day")
COLUMNS = (
    *("title", "public_title", "part", "closed_ground", "text"),
    *("purpose", "method", "responsible", "presenter", "minutes"),
    *CONDITION,
)


class ItemCollided(Overtaken):
    """Somebody else changed the same. `theirs` is what is kept now in each field where two met."""

    def __init__(self, theirs: Mapping[str, Any]) -> None:
        super().__init__(_("En anden har rettet det samme imens. Vælg, hvad der skal gælde."))
        self.theirs = dict(theirs)


def values_of(item: Item) -> dict[str, Any]:
    """What can be changed on an item, as it is now: its columns, and its guests."""
    return {**{name: getattr(item, name) for name in COLUMNS}, GUESTS: guests_of(item)}


def guests_of(item: Item) -> Guests:
    return tuple((guest.name, guest.email) for guest in item.guests.all())


def edit(
    item: Item,
    values: Mapping[str, Any],
    seen: Mapping[str, Any] | None = None,
    *,
    by: Person,
    at: datetime,
) -> None:
    """The item with those values, some or all of `values_of`. `seen` is what they were when the person
    looked; what others changed since is kept where the person changed nothing. Raises ItemCollided where
    both changed the same, and Refused where the meeting is over or what is closed has no ground."""
    with transaction.atomic():
        held(item)
        before = values_of(item)
        wanted, met = both(before, values, before if seen is None else seen)
        if met:
            raise ItemCollided(met)
        if not wanted:
            return
        columns = wanted.keys() - {GUESTS}
        for name in columns:
            setattr(item, name, wanted[name])
        if item.part == Part.CLOSED and not item.closed_ground.strip():
            raise Refused(_("Skriv, hvorfor punktet er lukket, for eksempel paragraffen."))
        if item.part == Part.OPEN:
            item.closed_ground = ""
        if not wanted.keys().isdisjoint(CONDITION):
            item.is_referred = None
        item.save(update_fields=columns | {"closed_ground", "is_referred"} if columns else ())
        if GUESTS in wanted:
            invite(item, wanted[GUESTS])
        closing = wanted.get("part")
        verb = {Part.CLOSED: "item_closed", Part.OPEN: "item_opened"}.get(closing, "item_changed")
        Event.objects.record(verb, by=by, at=at, about=item, fields=sorted(wanted))


def both(
    now: Mapping[str, Any], typed: Mapping[str, Any], seen: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is to be changed of what is kept now, and what is kept now where two changed the same."""
    changed = {name: value for name, value in typed.items() if value not in (seen.get(name), now[name])}
    met = {name: now[name] for name in changed if now[name] != seen.get(name)}
    return changed, met


def take_off(item: Item, why: str = "", *, by: Person, at: datetime) -> None:
    """The item is not on the agenda any more; one that was sent keeps its number and says that it lapses. Its
    paper waits for another meeting, and a case that was sent on waits in the queue."""
    with transaction.atomic():
        held(item)
        if item.state != ItemState.STANDS:
            raise Overtaken(_("Punktet er allerede taget af eller flyttet."))
        if item.paper is not None:
            text = f"{{}} er taget af dagsordenen for {name_of(item.meeting)}."
            come_off(item, why, text, by=by, at=at)
        Transfer.objects.unsettle(item)
        item.state = ItemState.LAPSED
        item.save(update_fields=["state"])
        Event.objects.record("item_taken_off", by=by, at=at, about=item, meeting=str(item.meeting.key))


def put_back(item: Item, *, late_reason: str = "", by: Person, at: datetime) -> None:
    """The item stands on the agenda again. Raises Refused where its case has gone on to elsewhere."""
    with transaction.atomic():
        held(item)
        if item.state == ItemState.STANDS:
            return
        if item.transfers.filter(given_up_at=None).exists():
            raise Refused(_("Sagen er gået videre. Opgiv først det, den er udsat eller henvist til."))
        come_again(item)
        item.state = ItemState.STANDS
        if item.is_referred is False:
            item.is_referred = None
        item.save(update_fields=["state", "is_referred"])
        if item.paper is not None:
            come_on(item, late_reason=late_reason, by=by, at=at)
        Event.objects.record("item_put_back", by=by, at=at, about=item, meeting=str(item.meeting.key))


def come_again(item: Item) -> None:
    """What was sent on to here is here again, unless it has been placed elsewhere meanwhile."""
    sent_on = Transfer.objects.filter(
        item=item.continues_id, body=item.meeting.body_id, given_up_at=None
    ).first()
    if item.continues_id is None or sent_on is None or sent_on.placed_id == item.pk:
        return
    if sent_on.placed_id is not None:
        raise Refused(_("Sagen er sat på et andet møde imens."))
    sent_on.placed = item
    sent_on.save(update_fields=["placed"])


def invite(item: Item, guests: Iterable[tuple[str, str]]) -> None:
    """These, and nobody else, are invited for the item alone."""
    wanted = dict(guests)
    item.guests.exclude(name__in=wanted).delete()
    for name, email in wanted.items():
        ItemGuest.objects.update_or_create(item=item, name=name, defaults={"email": email})


def held(item: Item) -> None:
    """The item as it is now, on its meeting, held until the transaction ends."""
    hold(item.meeting)
    refuse_unless_built(item.meeting)
    item.refresh_from_db(fields=[*COLUMNS, "state", "number", "is_referred", "continues", "paper"])
