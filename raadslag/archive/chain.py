"""The chain: every publication carries the hash of the one before it, so none can be changed unseen."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC
from hashlib import sha256

from raadslag.archive.files import public_files
from raadslag.archive.models import ChainEnd, Publication

START = ChainEnd._meta.get_field("hash").default


def lock() -> ChainEnd:
    """The chain's end, held until the transaction we are in ends: one publishes at a time."""
    ChainEnd.objects.get_or_create(only=True)
    return ChainEnd.objects.select_for_update().get()


def extend(end: ChainEnd, publication: Publication) -> None:
    """The publication is now the last one. Only for whoever holds the lock."""
    end.length, end.hash = publication.place_in_chain, publication.hash
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
    publications = (
        Publication.objects.order_by("place_in_chain").defer(None).select_related("body", "replaces")
    )
    for publication in publications.prefetch_related("items", "files", "downloads").iterator(chunk_size=50):
        place += 1
        if publication.place_in_chain != place:
            yield f"Der mangler en udgivelse før {publication}."
            place = publication.place_in_chain
        if publication.previous_hash != previous:
            yield f"{publication} følger ikke efter den udgivelse, der står før den i kæden."
        yield from faults(publication)
        previous = publication.hash
    end = ChainEnd.objects.first() or ChainEnd()
    if (end.length, end.hash) != (place, previous):
        yield f"Kæden skulle slutte med udgivelse nr. {end.length}, men slutter med nr. {place}."


def faults(publication: Publication) -> Iterator[str]:
    """What is not as it was when this was published, as Danish sentences."""
    downloads = {download.kind: download.sha256 for download in publication.downloads.all()}
    if publication.hash != link(publication, downloads):
        yield f"{publication} er ændret efter udgivelsen."
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
