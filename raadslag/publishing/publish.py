"""The one door: a record and its files become a publication, or nothing at all."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from hashlib import file_digest
from pathlib import Path

from raadslag.archive.files import public_files
from raadslag.publishing import index
from raadslag.publishing.downloads import Download, render
from raadslag.publishing.freezing import Issue, KeptFile, News, Published, fingerprint, freeze
from raadslag.publishing.guard import Finding, Guard
from raadslag.publishing.meetings import Document
from raadslag.publishing.public_record import public_record
from raadslag.record import MeetingRecord

Files = Mapping[tuple[int, int], Path]


class PublicationStopped(Exception):
    """The guard found what must not get out; nothing was published. The message says what, in Danish."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(" ".join(finding.sentence for finding in findings))
        self.findings = findings


def publish(record: MeetingRecord, files: Files, *, by: str, at: datetime, why: str) -> Published:
    """Publishes what is open in the record. `files` are the attachments' by (item, attachment), from 0.

    A record that says the same as the document's current version gives that version. The steps may be
    broken off anywhere: files come first, unseen until the one transaction that makes them a
    publication; the search index follows, and the next to publish brings it along if it was left behind.
    Raises IncompleteRecord, PublicationStopped, and OSError (a full disk), with nothing published.
    """
    public = public_record(with_fingerprints(record, files))
    current = Document.of(public).current()
    if current is not None and current.record_sha256 == fingerprint(public):
        published = Published(current, News.UNCHANGED)
    else:
        published = freeze(made_ready(record, public, files, by=by, at=at, why=why))
    index.catch_up()
    return published


def made_ready(
    record: MeetingRecord, public: MeetingRecord, files: Files, *, by: str, at: datetime, why: str
) -> Issue:
    """The issue with all its files made, checked and kept. Raises PublicationStopped."""
    open_files = {place: path for place, path in files.items() if is_published(public, place)}
    downloads = render(public, open_files)
    if findings := tuple(look_through(record, downloads, open_files)):
        raise PublicationStopped(findings)
    return Issue(
        record=public,
        downloads={download.kind: kept(download.data) for download in downloads},
        attachments={place: kept(path.read_bytes()) for place, path in open_files.items()},
        by=by,
        at=at,
        why=why,
    )


def look_through(
    record: MeetingRecord, downloads: Iterable[Download], open_files: Files
) -> Iterator[Finding]:
    """What must not get out in the finished files."""
    guard = Guard(record)
    for (item, attachment), path in open_files.items():
        here = record.items[item]
        name = f"punkt {here.number or here.title}, bilag {here.attachments[attachment].title}"
        yield from guard.findings(name, path.read_bytes())
    for download in downloads:
        yield from guard.findings(download.name, download.data)


def with_fingerprints(record: MeetingRecord, files: Files) -> MeetingRecord:
    """The record with the SHA-256 of each attachment whose file is at hand, and of no other."""
    items = tuple(
        replace(
            item,
            attachments=tuple(
                replace(attachment, sha256=sha256_of(files.get((place, inner))))
                for inner, attachment in enumerate(item.attachments)
            ),
        )
        for place, item in enumerate(record.items)
    )
    return replace(record, items=items)


def sha256_of(path: Path | None) -> str | None:
    """The SHA-256 of the file, None where there is none."""
    if path is None:
        return None
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def is_published(public: MeetingRecord, place: tuple[int, int]) -> bool:
    """Whether the public record has a file at that place: a closed one has lost it."""
    item, attachment = place
    attachments = public.items[item].attachments
    return attachment < len(attachments) and attachments[attachment].sha256 is not None


def kept(data: bytes) -> KeptFile:
    """The bytes in the public store."""
    return KeptFile(public_files().keep(data), len(data))
