"""What of a record may be seen by everybody."""

import re
from collections.abc import Iterator
from dataclasses import replace

from raadslag.record import Attachment, Attendance, Item, MeetingRecord, Part
from raadslag.record.checks.attendance import is_about

CLOSED_ATTACHMENT = "Lukket bilag"
OWN_TITLE = "Punktets egen overskrift"  # heads the section with it, where the item's title is a public one
ITEM_MENTIONS = re.compile(
    r"\b(?:dagsordens)?(?:punkt(?:erne|et)?|pkt\.?)\s*((?:\d+[a-z]?(?:\s*[,–-]\s*|\s+og\s+)?)+)", re.I
)
RANGES = re.compile(r"(\d+)\s*[–-]\s*(\d+)")


def public_record(record: MeetingRecord) -> MeetingRecord:
    """The record as the public sees it, meetings inside attachments too.

    A closed item keeps its number, title and ground, a closed attachment its number. Attendance and
    notes about closed items go, as do the reader's `source` and `doubts`. Items and attachments keep
    their places. Publishing the result again changes nothing.
    """
    closed = [item for item in record.items if item.part is Part.CLOSED]
    return replace(
        record,
        notes=tuple(note for note in record.notes if not any(mentions(note, item) for item in closed)),
        attendance=tuple(
            each for each in record.attendance if not any(may_be_at(each, item) for item in closed)
        ),
        items=tuple(public_item(item) for item in record.items),
        source=None,
        doubts=(),
    )


def mentions(note: str, item: Item) -> bool:
    """Whether the note names the item by its number or one of its titles."""
    titles = [title.casefold() for title in (item.title, *own_titles(item)) if title]
    return item.number in items_mentioned(note) or any(title in note.casefold() for title in titles)


def own_titles(item: Item) -> tuple[str, ...]:
    """What a closed item is called among those who may see it, where its title is one for the public."""
    return tuple(each.text for each in item.sections if each.heading == OWN_TITLE)


def may_be_at(attendance: Attendance, item: Item) -> bool:
    """Whether the attendance may be at the item: people seldom call an item by its whole title."""
    if attendance.item is not None:
        return attendance.item == item.number
    return attendance.topic is not None and is_about(item, attendance.topic)


def items_mentioned(text: str) -> Iterator[str]:
    """The item numbers that a text names: "2", "4" and "5" in "punkt 2 og 4-5"."""
    for mention in ITEM_MENTIONS.finditer(text):
        yield from re.findall(r"\d+[a-z]?", mention[1])
        for first, last in RANGES.findall(mention[1]):
            yield from map(str, range(int(first), min(int(last), int(first) + 100)))


def public_item(item: Item) -> Item:
    """The item as the public sees it."""
    if item.part is Part.CLOSED:
        return Item(number=item.number, title=item.title, part=Part.CLOSED, closed_ground=item.closed_ground)
    return replace(item, attachments=tuple(public_attachment(each) for each in item.attachments))


def public_attachment(attachment: Attachment) -> Attachment:
    """The attachment as the public sees it.

    Where a meeting inside it loses anything closed, its text and its file are not published either:
    both say what was taken out.
    """
    if attachment.part is Part.CLOSED:
        return Attachment(number=attachment.number, title=CLOSED_ATTACHMENT, part=Part.CLOSED)
    if attachment.record is None:
        return attachment
    public = public_record(attachment.record)
    if public == without_traces(attachment.record):
        return replace(attachment, record=public)
    return replace(attachment, record=public, text=None, sha256=None)


def without_traces(record: MeetingRecord) -> MeetingRecord:
    """The record without where it was read from, in it and in the meetings inside it."""
    return replace(
        record,
        source=None,
        doubts=(),
        items=tuple(
            replace(item, attachments=tuple(map(attachment_without_traces, item.attachments)))
            for item in record.items
        ),
    )


def attachment_without_traces(attachment: Attachment) -> Attachment:
    if attachment.record is None:
        return attachment
    return replace(attachment, record=without_traces(attachment.record))
