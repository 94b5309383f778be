"""What of an agenda one person may see today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from raadslag.models import Attachment as DeskAttachment
from raadslag.models import AttachmentFile, Meeting, Person
from raadslag.models import Item as DeskItem
from raadslag.models.agenda.version import ItemPlace
from raadslag.publishing.agenda.composed import Place
from raadslag.publishing.agenda.door import UNTITLED
from raadslag.publishing.agenda.items import public_title_of
from raadslag.publishing.public_record import CLOSED_ATTACHMENT, mentions
from raadslag.record import Attachment, Item, MeetingRecord, Part, Section

NOT_FOR_READER = "Punktet er ikke med i din udgave."
NOT_WITH = "Bilaget er taget ud eller erstattet af et nyere."
GONE = "Bilag, der ikke er med mere"


@dataclass(frozen=True)
class Reading:
    """The record as the reader sees it. `kept` are the places in the whole record of the items in it.

    `is_whole` says that nothing is taken out; `shown` are the desk's keys of the items that are more than
    told of, and `closed_items` and `closed_attachments` those of what is closed and shown. `hidden` are the
    items that the reader does not see, as they are: for finding what mentions them.
    """

    record: MeetingRecord
    kept: tuple[int, ...]
    is_whole: bool
    shown: frozenset[str] = frozenset()
    closed_items: tuple[str, ...] = ()
    closed_attachments: tuple[str, ...] = ()
    hidden: tuple[Item, ...] = ()


@dataclass(frozen=True)
class Sight:
    """What a person may see of a meeting that day: items and attachments by their keys, and of each
    attachment the fingerprints of the files that may be read. `closed` gives the public titles of the items
    that are closed now, `sent` the items that everybody may know of, and `closed_parts` those on which the
    person may see what is closed."""

    items: Mapping[str, DeskItem]
    closed_parts: frozenset[str]
    sent: frozenset[str]
    closed: Mapping[str, str]
    attachments: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, person: Person, meeting: Meeting, on: date) -> Sight:
        items = DeskItem.objects.visible_to(person, on).filter(meeting=meeting)
        everything = list(DeskItem.objects.filter(meeting=meeting).select_related("paper"))
        under = DeskAttachment.objects.under(meeting).values("pk")
        visible = DeskAttachment.objects.visible_to(person, on).filter(pk__in=under)
        return cls(
            items={str(each.key): each for each in items},
            closed_parts=frozenset(
                str(each.key)
                for each in DeskItem.objects.with_closed_parts_visible_to(person, on).filter(meeting=meeting)
            ),
            sent=frozenset(str(each.key) for each in everything if each.is_sent),
            closed={
                str(each.key): public_title_of(each)
                for each in everything
                if each.effective_part == Part.CLOSED
            },
            attachments={
                str(each.key): files_of(each, person, on) for each in visible.prefetch_related("files")
            },
        )


def files_of(attachment: DeskAttachment, person: Person, on: date) -> frozenset[str]:
    """The safe copies that the person may read: the newest, and for those who keep the attachment all."""
    files: list[AttachmentFile] = sorted(attachment.files.all(), key=lambda each: each.number)
    shown = [] if attachment.left_out_reason else files[-1:]
    if len(files) > len(shown) and attachment.is_kept_by(person, on):
        shown = files
    return frozenset(each.pdf_sha256 for each in shown if each.pdf_sha256)


def read(record: MeetingRecord, places: Sequence[ItemPlace], sight: Sight) -> Reading:
    """The record as the person with that sight may see it. An item that they may not see is told of by its
    number and public title where it was sent, and not at all before; one without a key is for everybody."""
    items: list[Item] = []
    kept: list[int] = []
    hidden: list[Item] = []
    closed_items: list[str] = []
    closed_attachments: list[str] = []
    for at, (item, place) in enumerate(zip(record.items, places, strict=True)):
        if place.key and not may_read(item, place, sight):
            hidden.append(item)
            if place.key not in sight.sent:
                continue
            items.append(stub(item, place, sight))
        else:
            items.append(with_attachments(item, place, sight))
            if item.part is Part.CLOSED and place.key:
                closed_items.append(place.key)
            closed_attachments += closed_shown(items[-1], place)
        kept.append(at)
    notes = tuple(note for note in record.notes if not any(mentions(note, item) for item in hidden))
    seen = replace(record, items=tuple(items), notes=notes)
    return Reading(
        seen,
        tuple(kept),
        is_whole=seen == record,
        shown=frozenset(places[at].key for at in kept if may_read(record.items[at], places[at], sight)),
        closed_items=tuple(closed_items),
        closed_attachments=tuple(closed_attachments),
        hidden=tuple(hidden),
    )


def may_read(item: Item, place: ItemPlace, sight: Sight) -> bool:
    """Whether more than its stub is shown: of what was closed then to those who may see what is closed today,
    were it opened since."""
    return place.key in (sight.closed_parts if item.part is Part.CLOSED else sight.items)


def stub(item: Item, place: ItemPlace, sight: Sight) -> Item:
    """That the item is there: one that is closed, or was, by its public title."""
    is_closed = item.part is Part.CLOSED or place.key in sight.closed
    title = place.public_title or sight.closed.get(place.key, "") or UNTITLED
    return Item(
        number=item.number,
        title=title if is_closed else item.title,
        part=Part.CLOSED if is_closed else Part.OPEN,
        closed_ground=item.closed_ground,
        sections=(Section(text=NOT_FOR_READER),),
    )


def with_attachments(item: Item, place: ItemPlace, sight: Sight) -> Item:
    """The item with the attachments that may be seen, and that there are others."""
    seen = tuple(
        seen_attachment(each, key, sight)
        for each, key in zip(item.attachments, place.attachments, strict=True)
    )
    return replace(item, attachments=seen)


def seen_attachment(attachment: Attachment, key: str, sight: Sight) -> Attachment:
    """The attachment, or that there is one."""
    if not key:
        return attachment
    if key in sight.attachments:
        if attachment.sha256 is None or attachment.sha256 in sight.attachments[key]:
            return attachment
        return Attachment(
            number=attachment.number, title=attachment.title, part=attachment.part, text=NOT_WITH
        )
    if attachment.part is Part.CLOSED:
        return Attachment(number=attachment.number, title=CLOSED_ATTACHMENT, part=Part.CLOSED)
    return Attachment(number=attachment.number, title=GONE, text=NOT_WITH)


def closed_shown(item: Item, place: ItemPlace) -> list[str]:
    """The desk's keys of the closed attachments that an open item shows."""
    if item.part is Part.CLOSED:
        return []
    pairs = zip(item.attachments, place.attachments, strict=True)
    return [key for each, key in pairs if key and each.part is Part.CLOSED and each.sha256]


def files_in(record: MeetingRecord, kept: Sequence[int], files: Mapping[Place, Path]) -> dict[Place, Path]:
    """The files of what is left in a record, by the places that it has there."""
    return {
        (at, beside): files[whole, beside]
        for at, whole in enumerate(kept)
        for beside, attachment in enumerate(record.items[at].attachments)
        if attachment.sha256 and (whole, beside) in files
    }
