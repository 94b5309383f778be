"""What goes to the door of an agenda: the agenda itself, and each supplement as a document of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from raadslag.models.agenda.version import ItemPlace
from raadslag.publishing.agenda.items import CONDITIONAL
from raadslag.publishing.public_record import OWN_TITLE, public_record
from raadslag.record import Item, MeetingRecord, Part, Section

UNTITLED = "Lukket punkt"


@dataclass(frozen=True)
class DoorDocument:
    """A document of the agenda: its record, and which of the whole agenda's items are in it."""

    record: MeetingRecord
    items: tuple[int, ...]


def door_record(record: MeetingRecord, places: Iterable[ItemPlace]) -> MeetingRecord:
    """The agenda with the closed items' public titles in place of their own."""
    items = (
        as_at_the_door(item, place.public_title) for item, place in zip(record.items, places, strict=True)
    )
    return replace(record, items=tuple(items))


def as_at_the_door(item: Item, public_title: str) -> Item:
    """The item; a closed one keeps its real title as one of its closed texts, to be looked for."""
    if item.part is not Part.CLOSED:
        return item
    title = public_title or UNTITLED
    own = item.title.removeprefix(CONDITIONAL)
    hidden = () if title.removeprefix(CONDITIONAL) == own else (Section(heading=OWN_TITLE, text=own),)
    return replace(item, title=title, sections=(*hidden, *item.sections))


def documents(whole: MeetingRecord, places: Sequence[ItemPlace]) -> tuple[DoorDocument, ...]:
    """The agenda as it was first sent, and a document for each supplement, of a record as the door has it."""
    numbers = sorted({place.supplement for place in places if place.supplement is not None})
    shown = replace(whole, notes=public_record(whole).notes)  # a note may name an item of another document
    return tuple(part_of(shown, places, number) for number in (None, *numbers))


def part_of(whole: MeetingRecord, places: Sequence[ItemPlace], supplement: int | None) -> DoorDocument:
    here = tuple(at for at, place in enumerate(places) if place.supplement == supplement)
    record = replace(
        whole,
        supplement=supplement,
        notes=whole.notes if supplement is None else (),
        items=tuple(whole.items[at] for at in here),
    )
    return DoorDocument(record, here)
