"""What the search is told of a publication."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from raadslag.archive.models import Publication, PublishedFile, PublishedItem
from raadslag.publishing.texts import texts_of
from raadslag.record.danish import STAGES, day
from raadslag.search import Entry, Level


def entries(publication: Publication) -> Iterator[Entry]:
    """One entry for the meeting, one for each item, and one for each open attachment."""
    yield from entries_of(publication, publication.items.all(), publication.files.select_related("item"))


def entries_of(
    publication: Publication, items: Iterable[PublishedItem], files: Iterable[PublishedFile]
) -> Iterator[Entry]:
    """The same of a publication whose rows are given: it may be one that is still to be."""
    yield meeting_entry(publication)
    for item in items:
        yield item_entry(publication, item)
    for file in files:
        yield attachment_entry(publication, file)


def meeting_entry(publication: Publication) -> Entry:
    record = publication.record
    title = f"{publication.body.name}, {STAGES[record.stage]} {day(publication.held_on)}"
    about = (
        record.authority,
        record.place,
        record.chair,
        record.minute_taker,
        record.notes,
        record.attendance,
    )
    return Entry(
        publication_id=publication.pk or 0,
        address=publication.address,
        level=Level.MEETING,
        title=title,
        text="\n".join(texts_of(about)),
        body=publication.body.name,
        body_slug=publication.body.slug,
        date=publication.held_on,
        stage=record.stage,
    )


def item_entry(publication: Publication, row: PublishedItem) -> Entry:
    item = publication.record.items[row.position]
    return replace(
        meeting_entry(publication),
        address=f"{publication.address}{row.slug}",
        level=Level.ITEM,
        title=item.title,
        text="\n".join(texts_of(replace(item, title="", number=None, attachments=()))),
        kind=item.kind,
        outcome=item.decision and item.decision.outcome,
        case_number=item.case_number,
    )


def attachment_entry(publication: Publication, row: PublishedFile) -> Entry:
    attachment = publication.record.items[row.item.position].attachments[row.position]
    return replace(
        item_entry(publication, row.item),
        address=f"{publication.address}{row.item.slug}/{row.slug}",
        level=Level.ATTACHMENT,
        title=attachment.title,
        text=attachment.text or "\n".join(texts_of((attachment.paper, attachment.record))),
    )
