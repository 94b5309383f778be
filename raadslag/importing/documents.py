"""Importing: from files to publications, one document at a time, so that a bad one stops no other."""

import json
import logging
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, time
from hashlib import file_digest, sha256
from importlib.metadata import version
from pathlib import Path

from django.db import DatabaseError

from raadslag.archive.models import Publication
from raadslag.importing.attachments import with_files
from raadslag.importing.finding import Found
from raadslag.importing.outcome import Given, Imported, Outcome
from raadslag.importing.reading import read_each
from raadslag.models import SourceDocument
from raadslag.models.desk_files import desk_files
from raadslag.publishing import IncompleteRecord, News, PublicationStopped, publish
from raadslag.publishing.public_record import public_record
from raadslag.reading import Reading, UnreadableDocument
from raadslag.record import MeetingRecord, to_json
from raadslag.record.checks import check

logger = logging.getLogger(__name__)

OUTCOMES = {
    News.FIRST: Outcome.FIRST,
    News.NEW_VERSION: Outcome.NEW_VERSION,
    News.UNCHANGED: Outcome.UNCHANGED,
}


def import_documents(documents: Iterable[Found], given: Given) -> Iterator[Imported]:
    """Reads and publishes each document, and tells what became of it, in the order given.

    One that has been published before, with the same attachments, is not read again.
    """
    marks = {found: fingerprint(found, given) for found in documents}
    before = {found: published_before(mark) for found, mark in marks.items()}
    readings = read_each(found.path for found, publication in before.items() if publication is None)
    for found, publication in before.items():
        if publication is not None:
            yield Imported(found, Outcome.UNCHANGED, publication)
        else:
            yield import_one(found, marks[found], next(readings), given)


def fingerprint(found: Found, given: Given) -> str | None:
    """The SHA-256 of all that the outcome depends on, None where the files cannot be read.

    What the document is called does not count, or a copy of an old one would replace a newer. The version
    of Rådslag does: a new one may read the same file better.
    """
    try:
        depends_on = {
            "document": sha256_of(found.path),
            "attachments": [(path.name, sha256_of(path)) for path in found.attachment_files()],
            "given": (given.body, given.day and given.day.isoformat()),
            "reader": version("raadslag"),
        }
    except OSError:
        return None
    return sha256(json.dumps(depends_on).encode()).hexdigest()


def published_before(mark: str | None) -> Publication | None:
    """What the very same document was published as, if it is still in the archive."""
    hashes = SourceDocument.objects.filter(fingerprint=mark).values_list("publication", flat=True)
    found: Publication | None = Publication.objects.filter(hash__in=[each for each in hashes if each]).first()
    return found


def import_one(
    found: Found, mark: str | None, reading: Reading | UnreadableDocument, given: Given
) -> Imported:
    """What became of a document that has been read."""
    if isinstance(reading, UnreadableDocument):
        return Imported(found, Outcome.FAILED, reason=str(reading))
    try:
        return published(found, mark, reading, given)
    except IncompleteRecord as error:
        reason = f"{error} Giv det med --body NAVN eller --date ÅÅÅÅ-MM-DD."
        return Imported(found, Outcome.FAILED, reason=reason)
    except PublicationStopped as error:
        return Imported(found, Outcome.FAILED, reason=error.in_full)
    except (OSError, DatabaseError) as error:
        return Imported(found, Outcome.FAILED, reason=f"Der kunne ikke gemmes: {error}")
    except Exception:  # a fault of ours in one document must not keep the others from being published
        logger.exception("Importing %s failed", found.path)
        return Imported(found, Outcome.FAILED, reason="Der er en fejl i Rådslag; se den ovenfor.")


def published(found: Found, mark: str | None, reading: Reading, given: Given) -> Imported:
    """The document in the desk store, and what is open of it in the public one."""
    desk_files().keep(found.path.read_bytes())
    complete = with_files(found, replace(reading, record=completed(reading.record, given)))
    document, _ = SourceDocument.objects.update_or_create(
        fingerprint=mark,
        defaults={
            "name": found.path.name,
            "sha256": sha256_of(found.path),
            "record_json": to_json(complete.record),
            "doubts": len(complete.record.doubts),
            "read_at": given.at,
            "read_by": given.by,
        },
    )
    why = given.why or f"Indlæst fra {found.path.name}"
    result = publish(complete.record, complete.files, by=given.by, at=given.at, why=why)
    document.published_as(result.publication.hash)
    remarks = (*complete.remarks, *findings(complete.record))
    return Imported(found, OUTCOMES[result.news], result.publication, remarks=remarks)


def findings(record: MeetingRecord) -> Iterator[str]:
    """What the checks find in what is published of the record, and where its reader was in doubt."""
    for finding in check(replace(public_record(record), doubts=record.doubts)):
        yield finding.sentence


def completed(record: MeetingRecord, given: Given) -> MeetingRecord:
    """The record with the body and the day that were given, where the document does not say."""
    starts_at = record.starts_at
    if starts_at is None and given.day is not None:
        starts_at = datetime.combine(given.day, time(0))
    return replace(record, body=record.body or given.body, starts_at=starts_at)


def sha256_of(path: Path) -> str:
    """The SHA-256 of the file."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
