"""One item of the agenda as the record has it."""

from __future__ import annotations

from collections.abc import Iterator

from raadslag.models import Item, Transfer, TransferKind
from raadslag.models.agenda.building import AgendaLine
from raadslag.models.agenda.conditions import condition_of
from raadslag.models.paper_lateness import late_line
from raadslag.models.printing import printed
from raadslag.prose.paper import PaperText
from raadslag.publishing.agenda.printed_paper import clauses, sections_of
from raadslag.record import Attachment, Kind, Part, Section
from raadslag.record import Item as RecordItem
from raadslag.record.danish import day
from raadslag.rules.agenda.item_states import ItemState

CONDITIONAL = "Evt. "
HISTORY = "Tidligere behandling"
LAPSED = "Punktet udgår."
MOVED_TO = "Punktet er flyttet til"
# how the words of "method" begin, and what they make of the item
METHODS = {
    "beslut": Kind.DECISION,
    "orient": Kind.BRIEFING,
    "drøft": Kind.DISCUSSION,
}
FARTHEST_BACK = 20  # meetings that one case has been on


def is_over(item: Item) -> bool:
    """Whether it was sent and does not stand any more: its number is printed, and what became of it."""
    return item.state != ItemState.STANDS


def record_item(line: AgendaLine, text: PaperText | None, attachments: tuple[Attachment, ...]) -> RecordItem:
    """The item with all that it says, what is closed too. `text` is its paper's."""
    item = line.item
    number = str(line.number) if line.number is not None else None
    part = item.effective_part
    ground = item.effective_ground or None
    if is_over(item):
        return RecordItem(
            number=number,
            title=item.title,
            part=part,
            closed_ground=ground if part == Part.CLOSED else None,
            sections=(Section(text=fate(item)),),
        )
    timed = line.slot if line.slot and line.slot.takes_time else None
    return RecordItem(
        number=number,
        title=f"{CONDITIONAL}{item.title}" if item.is_conditional else item.title,
        part=part,
        closed_ground=ground if part == Part.CLOSED else None,
        kind=kind_of(item, text),
        case_number=(text.case_number or None) if text else None,
        purpose=item.purpose.strip() or None,
        method=item.method or None,
        responsible=who(item),
        starts_at=timed.starts_at.time().replace(second=0, microsecond=0) if timed else None,
        ends_at=timed.ends_at.time().replace(second=0, microsecond=0) if timed else None,
        condition=condition_of(item) or None,
        sections=tuple(sections(item, text)),
        recommendation=clauses(text.sections) if text else (),
        attachments=attachments,
    )


def public_title_of(item: Item) -> str:
    """What a closed item is called in public; "" where nobody has said it."""
    title = item.public_title or (item.paper.public_title if item.paper else "")
    return f"{CONDITIONAL}{title}" if title and item.is_conditional and not is_over(item) else title


def fate(item: Item) -> str:
    """What became of an item that was sent and does not stand any more, as it is printed."""
    if item.state == ItemState.LAPSED:
        return LAPSED
    moved = item.transfers.filter(body=item.meeting.body_id, given_up_at=None)
    transfer = moved.select_related("placed__meeting").first()
    later = transfer.placed if transfer else None
    to = f"mødet den {day(later.meeting.held_on)}" if later else "et senere møde"
    return f"{MOVED_TO} {to}."


def kind_of(item: Item, text: PaperText | None) -> Kind | None:
    for beginning, kind in METHODS.items():
        if item.method.casefold().startswith(beginning):
            return kind
    if item.standing_id is not None:
        return Kind.STANDING
    return Kind.DECISION if text and clauses(text.sections) else None


def who(item: Item) -> str | None:
    """ "Per Dam, fremlægges af Eva Skov" """
    presenter = f"fremlægges af {item.presenter}" if item.presenter else ""
    said = ", ".join(filter(None, (item.responsible, presenter)))
    return said[:1].upper() + said[1:] or None


def sections(item: Item, text: PaperText | None) -> Iterator[Section]:
    """What it says: its own words, why its paper came late, what the paper says, what the item prints by
    itself, and where the case has been."""
    if words := item.text.strip():
        yield Section(text=words)
    if said := late_line(item):
        yield Section(text=said)
    if text is not None and item.paper is not None:
        yield from sections_of(item.paper, text)
    if item.standing is not None and (lines := printed(item.standing, item.meeting.held_on)):
        yield Section(text="\n".join(f"• {line}" for line in lines))
    if been := list(history(item)):
        yield Section(heading=HISTORY, text="\n".join(been))


def history(item: Item) -> Iterator[str]:
    """The meetings that the case has been on, the latest first. An open item does not tell of closed ones."""
    came = {TransferKind.REFERRAL: "Henvist af", TransferKind.POSTPONEMENT: "Udsat af"}
    for _step in range(FARTHEST_BACK):
        before = item.continues
        if before is None:
            return
        if item.effective_part == Part.CLOSED or before.effective_part == Part.OPEN:
            transfer = Transfer.objects.filter(placed=item).first()
            how = came[TransferKind(transfer.kind)] if transfer else "Fra"
            number = f", punkt {before.number}" if before.number else ""
            yield f"{how} {before.meeting.body.name} den {day(before.meeting.held_on)}{number}."
        item = before
