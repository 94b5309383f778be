"""Writing a publication into the archive, all of it or nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db import transaction

from raadslag.archive import chain
from raadslag.archive.addresses import attachment_slugs, item_slugs
from raadslag.archive.files import public_files
from raadslag.archive.models import Body, Publication, PublicationDownload, PublishedFile, PublishedItem
from raadslag.archive.models.download import DownloadKind
from raadslag.publishing.finding import Finding
from raadslag.publishing.meetings import Document
from raadslag.publishing.places import fingerprint
from raadslag.publishing.stopped import PublicationStopped
from raadslag.publishing.taken_back import withdrawn_before
from raadslag.record import Item, MeetingRecord, Part, to_json


class News(StrEnum):
    """What publishing came to."""

    FIRST = "first"
    NEW_VERSION = "new version"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Published:
    """The document's current publication, whether that is a new one, and what a person should look at."""

    publication: Publication
    news: News
    warnings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file in the public store; `size` in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Issue:
    """What is to be published: a public record, its files in the public store, and who, when and why.

    `attachments` are by (item, attachment), from 0. `answered` are the fingerprints of what was withdrawn
    before and may come back, `occasion` is the meeting's in the archive where that is known.
    """

    record: MeetingRecord
    downloads: Mapping[DownloadKind, KeptFile]
    attachments: Mapping[tuple[int, int], KeptFile]
    by: str
    at: datetime
    why: str
    answered: frozenset[str] = frozenset()
    occasion: str = ""

    @property
    def of(self) -> Document:
        return Document.of(self.record, self.occasion)


def freeze(issue: Issue) -> Published:
    """The issue as the newest publication in the chain; or the current one where that says the same.

    Another process may have published the document since the issue was made ready, or withdrawn some of it:
    then it raises PublicationStopped.
    """
    with transaction.atomic(using="public"):
        end = chain.lock()
        require_files(issue)
        document = issue.of
        current = document.newest()
        if is_published(current, issue.record):
            return Published(current, News.UNCHANGED)
        require_answers(issue)
        body, _ = Body.objects.get_or_create(slug=document.body_slug, defaults={"name": document.body})
        publication = Publication(
            body=body,
            occasion=document.occasion(),
            document=document.document,
            version=current.version + 1 if current else 1,
            stage=issue.record.stage,
            supplement=issue.record.supplement,
            held_on=document.held_on,
            starts_at=document.starts_at,
            record_json=to_json(issue.record),
            record_sha256=fingerprint(issue.record),
            replaces=current,
            published_at=issue.at,
            published_by=issue.by,
            why=issue.why,
            place_in_chain=end.length + 1,
            previous_hash=end.hash,
        )
        publication.hash = chain.link(publication, {k: file.sha256 for k, file in issue.downloads.items()})
        publication.save()
        list_contents(publication, issue)
        chain.extend(end, publication)
    return Published(publication, News.NEW_VERSION if current else News.FIRST)


def is_published(newest: Publication | None, record: MeetingRecord) -> bool:
    """Whether the newest version says the same as the record, and is there to be read."""
    if newest is None or newest.record_sha256 != fingerprint(record):
        return False
    return not newest.is_withdrawn


def require_answers(issue: Issue) -> None:
    """Raises PublicationStopped where something of the issue was withdrawn since it was looked through."""
    found = withdrawn_before(issue.record, issue.of)
    if stopping := tuple(each for each in found if each.fingerprint not in issue.answered):
        raise PublicationStopped(stopping)


def require_files(issue: Issue) -> None:
    """Raises FileNotFoundError where a withdrawal has just erased a file that the issue shares."""
    for file in (*issue.downloads.values(), *issue.attachments.values()):
        if not public_files().path(file.sha256).exists():
            raise FileNotFoundError("En fil blev trukket tilbage imens. Prøv igen.")


def kept(data: bytes) -> KeptFile:
    """The bytes in the public store."""
    return KeptFile(public_files().keep(data), len(data))


def list_contents(publication: Publication, issue: Issue) -> None:
    """Rows for the items, the open attachments and the downloads."""
    items = issue.record.items
    rows = PublishedItem.objects.bulk_create(item_rows(publication, items))
    for row, item in zip(rows, items, strict=True):
        PublishedFile.objects.bulk_create(attachment_rows(publication, row, item, issue.attachments))
    PublicationDownload.objects.bulk_create(
        PublicationDownload(publication=publication, kind=kind, sha256=file.sha256, size=file.size)
        for kind, file in issue.downloads.items()
    )


def item_rows(publication: Publication, items: tuple[Item, ...]) -> Iterator[PublishedItem]:
    """A row for each item."""
    for position, (item, slug) in enumerate(zip(items, item_slugs(items), strict=True)):
        yield PublishedItem(
            publication=publication,
            position=position,
            slug=slug,
            number=item.number,
            title=item.title,
            part=item.part,
            case_number=item.case_number,
            kind=item.kind,
            outcome=item.decision and item.decision.outcome,
        )


def attachment_rows(
    publication: Publication,
    row: PublishedItem,
    item: Item,
    files: Mapping[tuple[int, int], KeptFile],
) -> Iterator[PublishedFile]:
    """A row for each open attachment of the item."""
    slugs = attachment_slugs(item.attachments)
    for position, (attachment, slug) in enumerate(zip(item.attachments, slugs, strict=True)):
        file = files.get((row.position, position))
        if attachment.part is Part.OPEN:
            yield PublishedFile(
                publication=publication,
                item=row,
                position=position,
                slug=slug,
                number=attachment.number,
                title=attachment.title,
                media_type=attachment.media_type,
                pages=attachment.pages,
                sha256=file and file.sha256,
                size=file and file.size,
            )
