"""Cases that go on: referred to another body or postponed to another meeting, with their history.

The next item is made by itself where there is a meeting to have it; else the case waits in the queue.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from raadslag.models.agenda.building import BUILT, add, refuse_unless_built
from raadslag.models.agenda.taking_over import take_over
from raadslag.models.agenda.transfer import Transfer, TransferKind
from raadslag.models.event import Event
from raadslag.models.item import Item
from raadslag.models.meeting import Meeting
from raadslag.models.paper_agenda import come_off, come_on, send_on
from raadslag.models.refusal import Overtaken, Refused
from raadslag.record import Part
from raadslag.record.danish import day
from raadslag.rules.agenda.item_states import ItemState
from raadslag.rules.paper_states import PaperState
from raadslag.rules.secrecy import MeetingState

if TYPE_CHECKING:
    from raadslag.models.body import Body
    from raadslag.models.person import Person

GOES_ALONG = ("title", "public_title", "part", "closed_ground", "text", "paper", "topic")
# what the same body had settled about the item
STAYS_SETTLED = (
    *("purpose", "method", "responsible", "presenter", "minutes"),
    *("depends_on", "depends_on_day", "is_referred"),
)


@dataclass(frozen=True)
class Treatment:
    """What a case has been through: the item it was, the body and the day, and how it went on from there.
    `what` is Danish, as it is printed: "henvist til Havneudvalget"."""

    item: Item
    body: Body
    day: date
    what: str
    note: str


def refer(item: Item, body: Body, note: str = "", *, by: Person, at: datetime) -> Transfer:
    """The meeting has sent the case on to another body. Its paper is treated here and goes to that body,
    whose step is put into the route where it is not the next one. Raises Refused."""
    with transaction.atomic():
        hold_meetings([item.meeting])
        item.refresh_from_db()
        if body.pk == item.meeting.body_id:
            raise Refused(_("Sagen er der allerede. Udsæt den i stedet til et andet møde."))
        if item.meeting.starts_at > at:
            raise Refused(_("Mødet er ikke begyndt endnu. En sag henvises, når udvalget har behandlet den."))
        transfer = _begin(TransferKind.REFERRAL, item, body, note, by=by, at=at)
        Event.objects.record("item_referred", by=by, at=at, about=item, body=body.name)
        if item.paper is not None:
            send_on(item, body, f"Henvist til {body}. {note}".strip(), by=by, at=at)
        _place_by_itself(transfer, by=by, at=at)
    return transfer


def postpone(
    item: Item,
    meeting: Meeting | None,
    note: str = "",
    *,
    late_reason: str = "",
    by: Person,
    at: datetime,
) -> Transfer:
    """The case goes to that meeting of the same body, or to the next one whose agenda is not sent. Before its
    own meeting has begun the item is moved; after that it stands, and was postponed there. Raises Refused."""
    with transaction.atomic():
        hold_meetings([item.meeting, *([meeting] if meeting else [])])
        item.refresh_from_db()
        if meeting is not None and meeting.pk == item.meeting_id:
            raise Refused(_("Punktet er allerede på det møde. Vælg et andet."))
        transfer = _begin(TransferKind.POSTPONEMENT, item, item.meeting.body, note, by=by, at=at)
        Event.objects.record("item_postponed", by=by, at=at, about=item)
        if item.paper is not None:
            _free_paper(item, note, by=by, at=at)
        if item.meeting.starts_at > at:
            item.state = ItemState.MOVED
            item.save(update_fields=["state"])
        if meeting is None:
            _place_by_itself(transfer, by=by, at=at)
        else:
            place(transfer, meeting, late_reason=late_reason, by=by, at=at)
    return transfer


def place(transfer: Transfer, meeting: Meeting, *, late_reason: str = "", by: Person, at: datetime) -> Item:
    """The case is on the meeting's agenda: as the conditional item that waited for it there, or as a new one.
    Raises Refused, and ReasonNeeded where its paper comes late."""
    with transaction.atomic():
        hold_meetings([meeting])
        transfer.refresh_from_db(from_queryset=Transfer.objects.select_for_update())
        if transfer.placed_id is not None or transfer.given_up_at is not None:
            raise Overtaken(_("Sagen er allerede sat på et møde, eller den er opgivet."))
        refuse_unless_built(meeting)
        if meeting.body_id != transfer.body_id or meeting.starts_at <= at:
            raise Refused(_("Vælg et kommende møde i %(body)s.") % {"body": transfer.body})
        old = transfer.item
        item = waiting_item(transfer, meeting) or add(meeting, by=by, at=at, **_columns(transfer))
        take_over(item, old, by=by, at=at)
        transfer.placed = item
        transfer.save(update_fields=["placed"])
        if old.paper is not None and item.paper_id == old.paper_id:
            come_on(item, late_reason=late_reason, by=by, at=at)
        Event.objects.record("transfer_placed", by=by, at=at, about=item, meeting=str(meeting.key))
    return item


def give_up(transfer: Transfer, why: str, *, by: Person, at: datetime) -> None:
    """The case is not to come up again; its paper stays where it waits. Raises Refused."""
    with transaction.atomic():
        transfer.refresh_from_db(from_queryset=Transfer.objects.select_for_update())
        if transfer.placed_id is not None or transfer.given_up_at is not None:
            raise Overtaken(_("Sagen er allerede sat på et møde, eller den er opgivet."))
        if not why.strip():
            raise Refused(_("Skriv, hvorfor sagen ikke skal videre."))
        transfer.given_up_at, transfer.given_up_by = at, by
        transfer.given_up_because = why.strip()
        transfer.save(update_fields=["given_up_at", "given_up_by", "given_up_because"])
        Event.objects.record("transfer_given_up", by=by, at=at, about=transfer.item)


def waiting_item(transfer: Transfer, meeting: Meeting | None = None) -> Item | None:
    """The conditional item that waits for this very case at a coming meeting of the body: it names the body
    and the day that the case comes from, and has its paper or its title."""
    old = transfer.item
    titles = {old.title.casefold(), *([old.paper.title.casefold()] if old.paper else [])}
    waiting = Item.objects.filter(
        ~Q(is_referred=False),
        meeting__body=transfer.body,
        meeting__state__in=BUILT,
        meeting__starts_at__gt=transfer.at,
        state=ItemState.STANDS,
        depends_on=old.meeting.body,
        depends_on_day=old.meeting.held_on,
        came_by=None,
    ).exclude(pk=old.pk)
    if meeting is not None:
        waiting = waiting.filter(meeting=meeting)
    for item in waiting.select_related("meeting__body", "paper").order_by("meeting__starts_at", "order"):
        same_paper = item.paper_id is not None and item.paper_id == old.paper_id
        if same_paper or (item.paper_id is None and item.title.casefold() in titles):
            return item
    return None


def history_of(item: Item) -> tuple[Treatment, ...]:
    """How the case came to be this item, the first treatment first, to show to whoever sees the item: an open
    one does not tell of closed ones."""
    tells_all = item.effective_part == Part.CLOSED
    told = [each for each in _back_from(item) if tells_all or each.item.effective_part == Part.OPEN]
    return tuple(reversed(told))


def _back_from(item: Item) -> Iterator[Treatment]:
    here = item
    while here.continues is not None:
        before = here.continues
        transfer = Transfer.objects.filter(item=before, body=here.meeting.body_id).order_by("at", "pk").last()
        if transfer is None or transfer.kind == TransferKind.POSTPONEMENT:
            what = f"udsat til mødet den {day(here.meeting.held_on)}"
        else:
            what = f"henvist til {here.meeting.body}"
        meeting = before.meeting
        yield Treatment(before, meeting.body, meeting.held_on, what, transfer.note if transfer else "")
        here = before


def _begin(kind: TransferKind, item: Item, body: Body, note: str, *, by: Person, at: datetime) -> Transfer:
    if not item.is_on_agenda or item.state != ItemState.STANDS:
        raise Overtaken(_("Punktet er taget af eller flyttet."))
    if item.meeting.state == MeetingState.CANCELLED:
        raise Refused(_("Mødet er aflyst."))
    if item.transfers.filter(body=body, given_up_at=None).exists():
        raise Overtaken(_("Sagen er allerede sendt videre til %(body)s.") % {"body": body})
    return Transfer.objects.create(kind=kind, item=item, body=body, note=note.strip(), by=by, at=at)


def _free_paper(item: Item, note: str, *, by: Person, at: datetime) -> None:
    """The postponed item's paper waits for another meeting of the body, though it had been treated."""
    paper = item.paper
    come_off(item, note or "Udsat.", "{} er udsat.", by=by, at=at)
    if paper.state == PaperState.DECIDED:
        send_on(item, item.meeting.body, note, by=by, at=at)


def _place_by_itself(transfer: Transfer, *, by: Person, at: datetime) -> None:
    """On the meeting where a conditional item waits for it, or on the body's next meeting whose agenda is not
    sent. Where there is none, or the paper comes too late for it, the case waits in the queue."""
    waiting = waiting_item(transfer)
    after = max(at, transfer.item.meeting.starts_at)
    coming = Meeting.objects.filter(
        body=transfer.body, state=MeetingState.PLANNED, starts_at__gt=after
    ).exclude(pk=transfer.item.meeting_id)
    meeting = waiting.meeting if waiting else coming.order_by("starts_at").first()
    if meeting is None:
        return
    try:
        with transaction.atomic():
            place(transfer, meeting, by=by, at=at)
    except Refused:
        transfer.placed = None


def _columns(transfer: Transfer) -> dict[str, Any]:
    stays = STAYS_SETTLED if transfer.kind == TransferKind.POSTPONEMENT else ()
    return {name: getattr(transfer.item, name) for name in (*GOES_ALONG, *stays)}


def hold_meetings(meetings: list[Meeting]) -> None:
    """The meetings as they are now, held until the transaction ends, always in the same order."""
    rows = Meeting.objects.select_for_update(of=("self",)).select_related("body")
    for meeting in sorted(meetings, key=lambda each: each.pk):
        meeting.refresh_from_db(from_queryset=rows)
