"""What has come in the way of a version since it was asked for."""

from __future__ import annotations

from collections.abc import Iterator

from raadslag.models import AgendaVersion
from raadslag.models import Attachment as DeskAttachment
from raadslag.models import Item as DeskItem
from raadslag.models.agenda.version import ItemPlace
from raadslag.publishing.agenda.composed import Composed
from raadslag.publishing.agenda.composing import to_the_minute
from raadslag.publishing.agenda.items import is_over, public_title_of
from raadslag.publishing.agenda.news import fate_of
from raadslag.record import Attachment, Item, Part
from raadslag.rules.secrecy import MeetingState

MAY_BE_SENT = frozenset({MeetingState.PLANNED, MeetingState.SENT})


def in_the_way(version: AgendaVersion, composed: Composed) -> Iterator[str]:
    """A sentence for each thing that is not any more as it was when the version was asked for, and that makes
    it wrong to send, in Danish. None names anything but numbers."""
    version.meeting.refresh_from_db(fields=["state", "starts_at", "ends_at"])
    yield from of_meeting(version, composed)
    rows = DeskItem.objects.filter(meeting=version.meeting_id).select_related("paper", "meeting")
    items = {str(each.key): each for each in rows}
    keys = [key for place in composed.places for key in place.attachments if key]
    hung = DeskAttachment.objects.filter(key__in=keys).select_related("paper", "item__paper")
    attachments = {str(each.key): each for each in hung.prefetch_related("files")}
    for item, place in zip(composed.record.items, composed.places, strict=True):
        if not place.key:
            continue
        said = of_item(item, place, items.get(place.key))
        if said:
            yield said % {"n": item.number}
        elif item.part is Part.OPEN:
            yield from of_attachments(item, place, attachments)


def of_meeting(version: AgendaVersion, composed: Composed) -> Iterator[str]:
    meeting, record = version.meeting, composed.record
    if meeting.state not in MAY_BE_SENT:
        yield "Mødet er aflyst eller holdt."
    elif record.starts_at != to_the_minute(meeting.starts) or record.ends_at != to_the_minute(meeting.ends):
        yield "Mødet er flyttet. Send dagsordenen igen med den nye tid."


def of_item(item: Item, place: ItemPlace, now: DeskItem | None) -> str:
    """What is wrong with the item, with "%(n)s" for its number; "" where nothing is."""
    if now is None:
        return "Punkt %(n)s er der ikke mere."
    if item.part is Part.OPEN and now.effective_part == Part.CLOSED:
        return "Punkt %(n)s er blevet lukket."
    if is_over(now) and not fate_of(item):
        return "Punkt %(n)s er taget af dagsordenen eller flyttet."
    if item.part is Part.CLOSED and place.public_title != public_title_of(now):
        return "Punkt %(n)s har fået en anden offentlig overskrift."
    return ""


def of_attachments(item: Item, place: ItemPlace, found: dict[str, DeskAttachment]) -> Iterator[str]:
    """What is wrong with the open attachments of an open item."""
    for attachment, key in zip(item.attachments, place.attachments, strict=True):
        if key and attachment.part is Part.OPEN and (said := of_attachment(attachment, found.get(key))):
            yield said % {"n": item.number}


def of_attachment(attachment: Attachment, now: DeskAttachment | None) -> str:
    if now is None or now.removed_at is not None:
        return "Et bilag til punkt %(n)s er taget ud."
    if now.effective_part == Part.CLOSED:
        return "Et bilag til punkt %(n)s er blevet lukket."
    if attachment.sha256 is None:
        return ""
    if now.left_out_reason:
        return "Et bilag til punkt %(n)s er udeladt."
    newest = max(now.files.all(), key=lambda each: each.number, default=None)
    if newest is None or newest.pdf_sha256 != attachment.sha256:
        return "Et bilag til punkt %(n)s har fået en anden fil."
    return ""
