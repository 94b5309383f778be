"""The chain: every publication carries the hash of the one before it, so none can be changed unseen."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC
from hashlib import sha256
from heapq import merge

from raadslag.archive import plan_link, withdrawal_link
from raadslag.archive.files import public_files
from raadslag.archive.models import ChainEnd, Publication, PublishedPlan, Withdrawal

Link = Publication | PublishedPlan | Withdrawal
START = ChainEnd._meta.get_field("hash").default


def lock() -> ChainEnd:
    """The chain's end, held until the transaction we are in ends: one publishes at a time."""
    ChainEnd.objects.get_or_create(only=True)
    return ChainEnd.objects.select_for_update().get()


def extend(end: ChainEnd, last: Link) -> None:
    """That link is now the last one. Only for whoever holds the lock."""
    end.length, end.hash = last.place_in_chain, last.hash
    end.save()


def link(publication: Publication, downloads: Mapping[str, str]) -> str:
    """The publication's hash: over the one before it, what it holds, and who, when and why.

    `downloads` maps each kind of download to its SHA-256. The attachments' are in the record.
    """
    content = {
        "previous": publication.previous_hash,
        "place": publication.place_in_chain,
        "body": publication.body.slug,
        "occasion": publication.occasion,
        "document": publication.document,
        "version": publication.version,
        "replaces": publication.replaces.hash if publication.replaces else None,
        "record": publication.record_sha256,
        "downloads": dict(downloads),
        "at": publication.published_at.astimezone(UTC).isoformat(timespec="microseconds"),
        "by": publication.published_by,
        "why": publication.why,
    }
    return sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def verify() -> Iterator[str]:
    """Goes through the whole archive. Each fault is a Danish sentence; none: all is as published."""
    place, previous = 0, START
    for published in links():
        place += 1
        if published.place_in_chain != place:
            yield f"Der mangler en udgivelse før {published}."
            place = published.place_in_chain
        if published.previous_hash != previous:
            yield f"{published} følger ikke efter den udgivelse, der står før den i kæden."
        yield from faults_of(published)
        previous = published.hash
    end = ChainEnd.objects.first() or ChainEnd()
    if (end.length, end.hash) != (place, previous):
        yield f"Kæden skulle slutte med udgivelse nr. {end.length}, men slutter med nr. {place}."


def faults_of(link: Link) -> Iterator[str]:
    """What is not as it was when the link was made."""
    if isinstance(link, Withdrawal):
        return withdrawal_link.faults(link)
    return plan_link.faults(link) if isinstance(link, PublishedPlan) else faults(link)


def links() -> Iterator[Link]:
    """Everything that was ever published or withdrawn, in the order of the chain."""
    publications = (
        Publication.objects.order_by("place_in_chain").defer(None).select_related("body", "replaces")
    )
    plans = PublishedPlan.objects.order_by("place_in_chain").select_related("body", "replaces")
    withdrawals = Withdrawal.objects.select_related("body").prefetch_related("versions__publication")
    return merge(
        publications.prefetch_related("items", "files", "downloads", "withdrawn").iterator(chunk_size=50),
        withdrawals.iterator(chunk_size=50),
        plans.prefetch_related("meetings").iterator(chunk_size=50),
        key=lambda published: published.place_in_chain,
    )


def faults(publication: Publication) -> Iterator[str]:
    """What is not as it was when this was published, as Danish sentences."""
    downloads = {download.kind: download.sha256 for download in publication.downloads.all()}
    if publication.hash != link(publication, downloads):
        yield f"{publication} er ændret efter udgivelsen."
    if publication.withdrawn.all():
        if publication.record_json:
            yield f"{publication} er trukket tilbage, men indholdet er ikke slettet. Kør: raadslag index"
        return
    if publication.record_sha256 != sha256(publication.record_json.encode()).hexdigest():
        yield f"Indholdet af {publication} er ændret efter udgivelsen."
    else:
        yield from item_faults(publication)
    attachments = [file.sha256 for file in publication.files.all() if file.sha256]
    for fingerprint in {*downloads.values(), *attachments}:
        if not public_files().is_whole(fingerprint):
            yield f"En fil, der hører til {publication}, mangler eller er ændret: {fingerprint}."


def item_faults(publication: Publication) -> Iterator[str]:
    """Items that are not listed as the record has them."""
    listed = [
        (row.position, row.number, row.title, row.part, row.case_number) for row in publication.items.all()
    ]
    items = publication.record.items
    if listed != [
        (position, item.number, item.title, item.part, item.case_number)
        for position, item in enumerate(items)
    ]:
        yield f"Listen over punkter i {publication} svarer ikke til indholdet."
