"""Looking through everything that is about to be published: files, the search's entries, what is missing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from raadslag.archive.models import Body, Publication, PublishedItem
from raadslag.publishing.contents import Piece
from raadslag.publishing.downloads import Download
from raadslag.publishing.entries import entries_of
from raadslag.publishing.finding import Finding, Kind, Place
from raadslag.publishing.freezing import KeptFile, attachment_rows, item_rows
from raadslag.publishing.guard import Guard
from raadslag.publishing.house import House
from raadslag.publishing.meetings import Document
from raadslag.publishing.places import fingerprints, item_name, name_of
from raadslag.publishing.taken_back import withdrawn_before
from raadslag.record import Item, MeetingRecord, Part
from raadslag.search import Entry

SEARCH = "søgningen"


@dataclass(frozen=True, slots=True)
class Papers:
    """A record, what is public of it, its finished downloads, its open attachments' files, and its occasion
    in the archive where that is known."""

    record: MeetingRecord
    public: MeetingRecord
    downloads: tuple[Download, ...]
    files: Mapping[tuple[int, int], Path]
    occasion: str = ""


def look_through(papers: Papers, house: House) -> Iterator[Finding]:
    """All that must not get out, and all that a person should look at."""
    guard = Guard(papers.record, house)
    for place, path in papers.files.items():
        yield from guard.findings(name_of(papers.public, place), path.read_bytes())
    for download in papers.downloads:
        yield from guard.findings(download.name, download.data)
    yield from guard.in_pieces(SEARCH, map(as_piece, search_entries(papers)))
    if house.wants_every_attachment:
        yield from missing(papers)
    yield from closed_files(papers, guard)
    yield from withdrawn_before(papers.public, Document.of(papers.public, papers.occasion))


def search_entries(papers: Papers) -> Iterator[Entry]:
    """What the search will be told, from rows that are in no database yet."""
    public, document = papers.public, Document.of(papers.public, papers.occasion)
    publication = Publication(
        body=Body(slug=document.body_slug, name=document.body),
        occasion=document.occasion(),
        document=document.document,
        held_on=document.held_on,
    )
    publication.record = public
    items = list(item_rows(publication, public.items))
    files = [file for row in items for file in attachment_rows(publication, row, item_of(row), NO_FILES)]
    return entries_of(publication, items, files)


NO_FILES: Mapping[tuple[int, int], KeptFile] = {}


def item_of(row: PublishedItem) -> Item:
    return row.item


def as_piece(entry: Entry) -> Piece:
    """All that the search shows or finds of an entry."""
    said = (entry.title, entry.text, entry.body, entry.case_number or "", entry.address)
    return Piece("\n".join(said))


def missing(papers: Papers) -> Iterator[Finding]:
    """Open attachments that are named and have neither a file nor a text of their own."""
    for number, item in enumerate(papers.public.items):
        for inner, attachment in enumerate(item.attachments):
            said = attachment.text or attachment.paper or attachment.record
            if attachment.part is Part.OPEN and (number, inner) not in papers.files and not said:
                name = name_of(papers.public, (number, inner))
                yield Finding(Kind.MISSING_ATTACHMENT, Place(name), attachment.title)


def closed_files(papers: Papers, guard: Guard) -> Iterator[Finding]:
    """Open attachments whose file is a closed one's too, wherever in the record that hangs."""
    closed = {
        attachment.sha256: f"{item_name(item)}, bilag {attachment.number or at}"
        for item in papers.record.items
        for at, attachment in enumerate(item.attachments, 1)
        if attachment.sha256 and Part.CLOSED in (item.part, attachment.part)
    }
    for place, sha256 in fingerprints(papers.public):
        if sha256 in closed:
            name = guard.told(name_of(papers.public, place), "et bilag")
            yield Finding(Kind.CLOSED_TEXT, Place(name), origin=closed[sha256])
