"""The one door: a record and its files become a publication, or nothing at all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import file_digest
from pathlib import Path

from raadslag.publishing import index, withdrawing
from raadslag.publishing.downloads import Download, render
from raadslag.publishing.finding import Finding, Kind, Waiver
from raadslag.publishing.freezing import Issue, News, Published, freeze, is_published, kept
from raadslag.publishing.house import House
from raadslag.publishing.looking import Papers, look_through
from raadslag.publishing.meetings import Document
from raadslag.publishing.public_record import public_record
from raadslag.publishing.stopped import PublicationStopped
from raadslag.record import MeetingRecord
from raadslag.writing.packs import PagePlan

Files = Mapping[tuple[int, int], Path]
OURS = House()


@dataclass(frozen=True, slots=True)
class OfAgenda:
    """What a document is a part of: the `whole` agenda, so that what is closed anywhere in it is looked for,
    the numbers of the `pages` of its packs, and its `occasion` in the archive where that is known."""

    whole: MeetingRecord | None = None
    pages: PagePlan | None = None
    occasion: str = ""


ALONE = OfAgenda()


def publish(
    record: MeetingRecord,
    files: Files,
    *,
    by: str,
    at: datetime,
    why: str,
    house: House = OURS,
    waivers: Iterable[Waiver] = (),
    agenda: OfAgenda = ALONE,
) -> Published:
    """Publishes what is open in the record. `files` are the attachments' by (item, attachment), from 0.

    A record that says the same as the document's current version gives that version. The steps may be
    broken off anywhere: files come first, unseen until the one transaction that makes them a
    publication; the search index follows, and the next to publish brings it along if it was left behind.
    Raises IncompleteRecord, PublicationStopped, and OSError (a full disk), with nothing published.
    """
    public = public_record(with_fingerprints(record, files))
    document = Document.of(public, agenda.occasion)
    withdrawing.finish()
    newest = document.newest()
    if newest is not None and is_published(newest, public):
        published = Published(newest, News.UNCHANGED)
    else:
        papers = made(record, public, files, agenda)
        findings = tuple(look_through(papers, house))
        if stopping := left(findings, waivers, document, by):
            raise PublicationStopped(stopping)
        published = replace(
            freeze(replace(issue(papers, by=by, at=at, why=why), answered=withdrawn_among(findings))),
            warnings=tuple(each for each in findings if not each.stops),
        )
    index.catch_up()
    return published


def examine(
    record: MeetingRecord, files: Files, house: House = OURS, agenda: OfAgenda = ALONE
) -> tuple[Finding, ...]:
    """What the guard would find if the record were published now. Raises IncompleteRecord."""
    public = public_record(with_fingerprints(record, files))
    Document.of(public)
    return tuple(look_through(made(record, public, files, agenda), house))


def withdrawn_among(findings: Iterable[Finding]) -> frozenset[str]:
    """What of them was withdrawn before, by fingerprint: somebody has answered for it."""
    return frozenset(each.fingerprint for each in findings if each.kind is Kind.WITHDRAWN)


def left(
    findings: Iterable[Finding], waivers: Iterable[Waiver], document: Document, by: str
) -> tuple[Finding, ...]:
    """The findings that stop the publication: those that nobody but the publisher has answered for."""
    answers = tuple(waivers)
    return tuple(
        finding
        for finding in findings
        if finding.stops and not any(each.lets_pass(finding, document.name, by) for each in answers)
    )


def made(record: MeetingRecord, public: MeetingRecord, files: Files, agenda: OfAgenda) -> Papers:
    """Everything that would be published, finished."""
    open_files = {place: path for place, path in files.items() if has_file(public, place)}
    downloads = render(public, open_files, agenda.pages)
    return Papers(
        agenda.whole or with_fingerprints(record, files), public, downloads, open_files, agenda.occasion
    )


def issue(papers: Papers, *, by: str, at: datetime, why: str) -> Issue:
    """The issue with all its files kept."""
    downloads: tuple[Download, ...] = papers.downloads
    return Issue(
        record=papers.public,
        downloads={download.kind: kept(download.data) for download in downloads},
        attachments={place: kept(path.read_bytes()) for place, path in papers.files.items()},
        by=by,
        at=at,
        why=why,
        occasion=papers.occasion,
    )


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


def has_file(public: MeetingRecord, place: tuple[int, int]) -> bool:
    """Whether the public record has a file at that place: a closed one has lost it."""
    item, attachment = place
    attachments = public.items[item].attachments
    return attachment < len(attachments) and attachments[attachment].sha256 is not None
