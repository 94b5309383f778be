"""Withdrawal: a document, or one attachment of it, is taken off the site and out of the public store.

First a link of the chain says that the versions are withdrawn: from then on nobody is shown them, in any
process. Then the search follows, a version without the attachment is made, and the content is erased.
Broken off after the first step nothing shows again, and whoever publishes or withdraws next goes on.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from raadslag.archive import chain, erasing, withdrawal_link
from raadslag.archive.models import DownloadKind, Publication, PublishedFile, Withdrawal, WithdrawnVersion
from raadslag.archive.models.withdrawal import WITHDRAWN_ATTACHMENT
from raadslag.publishing import index
from raadslag.publishing.downloads import render
from raadslag.publishing.freezing import Issue, freeze, kept
from raadslag.publishing.stopped import PublicationStopped
from raadslag.publishing.taken_back import withdrawn_files
from raadslag.record import Attachment, MeetingRecord
from raadslag.writing import packs

LONGEST_REASON = 500


class CannotWithdraw(ValueError):
    """It is withdrawn already, or the reason will not do. The message is a Danish sentence."""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The withdrawal, and the addresses where the very same file can still be had."""

    withdrawal: Withdrawal
    still_at: tuple[str, ...] = ()


def withdraw(publication: Publication, *, by: str, at: datetime, why: str) -> Withdrawn:
    """Withdraws the document that the publication is a version of, in all its versions.

    `why` is what citizens read. Raises CannotWithdraw, and OSError where the disk is full: then
    nothing of it is shown any more, and the rest is done by whoever publishes next.
    """
    document = Publication.objects.versions(publication.body.slug, publication.occasion, publication.document)
    versions = list(document.filter(withdrawn=None))
    withdrawal = announced(versions, "", "", by=by, at=at, why=why)
    finish()
    return Withdrawn(withdrawal)


def withdraw_attachment(file: PublishedFile, *, by: str, at: datetime, why: str) -> Withdrawn:
    """Withdraws the attachment, and every version of its document that has it.

    The document itself stays, as a new version that says that the attachment is withdrawn.
    Raises CannotWithdraw and OSError, as `withdraw` does.
    """
    publication = file.publication
    document = Publication.objects.versions(publication.body.slug, publication.occasion, publication.document)
    versions = [each for each in document.filter(withdrawn=None) if holds(each, file)]
    place = f"{file.item.slug}/{file.slug}"
    withdrawal = announced(versions, place, file.sha256 or "", by=by, at=at, why=why)
    finish()
    same = PublishedFile.objects.filter(sha256=file.sha256 or "–", publication__withdrawn=None)
    listed = same.select_related("item__publication__body")
    return Withdrawn(withdrawal, tuple(sorted({each.address for each in listed})))


def holds(publication: Publication, file: PublishedFile) -> bool:
    """Whether the version has the same attachment: its file, or where there is none its very words."""
    if file.sha256:
        return publication.files.filter(sha256=file.sha256).exists()
    return any(file.attachment in item.attachments for item in publication.record.items)


def announced(
    versions: Sequence[Publication], attachment: str, sha256: str, *, by: str, at: datetime, why: str
) -> Withdrawal:
    """The withdrawal as the newest link of the chain: nobody is shown these versions any more."""
    if not versions:
        raise CannotWithdraw("Det er allerede trukket tilbage.")
    if not why.strip():
        raise CannotWithdraw("Skriv, hvorfor det trækkes tilbage. Grunden kan læses af alle.")
    if len(why.strip()) > LONGEST_REASON:
        raise CannotWithdraw(f"Skriv grunden med højst {LONGEST_REASON} tegn.")
    first = versions[0]
    with transaction.atomic(using="public"):
        end = chain.lock()
        withdrawal = Withdrawal(
            body=first.body,
            occasion=first.occasion,
            document=first.document,
            attachment=attachment,
            sha256=sha256,
            withdrawn_at=at,
            withdrawn_by=by,
            why=why.strip(),
            place_in_chain=end.length + 1,
            previous_hash=end.hash,
        )
        withdrawal.hash = withdrawal_link.link(withdrawal, versions)
        withdrawal.save()
        WithdrawnVersion.objects.bulk_create(
            WithdrawnVersion(withdrawal=withdrawal, publication=version) for version in versions
        )
        chain.extend(end, withdrawal)
    return withdrawal


def finish() -> int:
    """Does what is left of every withdrawal, and gives how many there were."""
    waiting = erasing.unfinished()
    if waiting:
        index.catch_up()
    for withdrawal in waiting:
        if withdrawal.attachment:
            publish_without(withdrawal)
        erasing.erase(withdrawal)
    if waiting:
        index.rebuild()  # what is deleted from an index stays in its files
    return len(waiting)


def publish_without(withdrawal: Withdrawal) -> None:
    """Makes the version without the attachment, unless there is a newer one that is not withdrawn."""
    document = Publication.objects.versions(
        withdrawal.body.slug, withdrawal.occasion, withdrawal.document
    ).newest()
    newest = document.filter(withdrawn__withdrawal=withdrawal).exclude(record_json="").first()
    if newest is None or newest.withdrawn.count() > 1:
        return
    gone, paths = set(), {}
    for file in newest.files.select_related("item"):
        place = (file.item.position, file.position)
        if is_withdrawn(file, withdrawal):
            gone.add(place)
        elif file.path is not None:
            paths[place] = file.path
    record = without(newest.record, gone)
    pack = newest.downloads.filter(kind=DownloadKind.PACK).first()
    pages = packs.kept(pack.path) if pack and pack.path.exists() else None
    # Nothing is looked through: all of it was, before it was first published.
    issue = Issue(
        record=record,
        downloads={download.kind: kept(download.data) for download in render(record, paths, pages)},
        attachments={place: kept(path.read_bytes()) for place, path in paths.items()},
        by=withdrawal.withdrawn_by,
        at=withdrawal.withdrawn_at,
        why=f"Et bilag er trukket tilbage: {withdrawal.why}"[:LONGEST_REASON],
        answered=frozenset(each.fingerprint for each in withdrawn_files(record)),
        occasion=withdrawal.occasion,
    )
    with suppress(PublicationStopped):  # all of the document was withdrawn meanwhile
        freeze(issue)
    index.catch_up()


def is_withdrawn(file: PublishedFile, withdrawal: Withdrawal) -> bool:
    if withdrawal.sha256:
        return file.sha256 == withdrawal.sha256
    return f"{file.item.slug}/{file.slug}" == withdrawal.attachment


def without(record: MeetingRecord, places: set[tuple[int, int]]) -> MeetingRecord:
    """The record with nothing but the number of the attachments at those places."""
    items = tuple(
        replace(
            item,
            attachments=tuple(
                Attachment(number=attachment.number, title=WITHDRAWN_ATTACHMENT)
                if (position, inner) in places
                else attachment
                for inner, attachment in enumerate(item.attachments)
            ),
        )
        for position, item in enumerate(record.items)
    )
    return replace(record, items=items)
