"""The files of a document's attachments: from the folder beside it, or out of the pack itself."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from mimetypes import guess_type
from pathlib import Path

import pikepdf

from raadslag.importing.cutting import cut
from raadslag.importing.finding import Found
from raadslag.models.desk_files import desk_files
from raadslag.reading import Reading
from raadslag.record import Attachment, MeetingRecord
from raadslag.writing.packs.matching import match_files

ATTACHMENT = re.compile(r"items\[(\d+)\]\.attachments\[(\d+)\]")
PDF = "application/pdf"
UNKNOWN_TYPE = "application/octet-stream"

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """An attachment's file as it was found."""

    data: bytes
    media_type: str
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class WithFiles:
    """A record, and its attachments' files in the desk store by (item, attachment), from 0.

    `remarks` are Danish sentences on what did not come along.
    """

    record: MeetingRecord
    files: Mapping[Place, Path]
    remarks: tuple[str, ...]


def with_files(found: Found, reading: Reading) -> WithFiles:
    """The record with the attachments' files that are to be had, kept in the desk store. Raises OSError.

    A file in the folder beside the document comes before pages in the document.
    """
    record, remarks = reading.record, list[str]()
    pieces: dict[Place, Piece] = {}
    if found.attachments is not None:
        matches = match_files(record, found.attachments)
        pieces = {place: piece_of(path) for place, path in matches.files.items()}
        remarks += [f"Filen {path.name} hører ikke til noget bilag." for path in matches.left_over]
    for place, (first, last) in pages_of_attachments(reading):
        if place not in pieces:
            title = attachment_at(record, place).title
            try:
                pieces[place] = Piece(cut(found.path, first, last, title), PDF, last - first + 1)
            except pikepdf.PdfError:
                remarks.append(f"Bilaget »{title}« kunne ikke tages ud af pakken.")
    store = desk_files()
    files = {place: store.path(store.keep(piece.data)) for place, piece in pieces.items()}
    return WithFiles(described(record, pieces), files, tuple(remarks))


def pages_of_attachments(reading: Reading) -> Iterator[tuple[Place, tuple[int, int]]]:
    """The outermost meeting's attachments, each with its first and last page in the document."""
    for path, pages in reading.attachment_pages.items():
        if match := ATTACHMENT.fullmatch(path):
            yield (int(match[1]), int(match[2])), pages


def piece_of(path: Path) -> Piece:
    """The file in the folder; its type by its name, its pages where it is a PDF that opens."""
    data, media_type = path.read_bytes(), guess_type(path.name)[0] or UNKNOWN_TYPE
    if media_type != PDF:
        return Piece(data, media_type)
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            return Piece(data, media_type, len(pdf.pages))
    except pikepdf.PdfError:
        return Piece(data, media_type)


def attachment_at(record: MeetingRecord, place: Place) -> Attachment:
    item, attachment = place
    return record.items[item].attachments[attachment]


def described(record: MeetingRecord, pieces: Mapping[Place, Piece]) -> MeetingRecord:
    """The record with the files' types, and their pages where they are known."""
    items = tuple(
        replace(
            item,
            attachments=tuple(
                described_attachment(attachment, pieces.get((place, inner)))
                for inner, attachment in enumerate(item.attachments)
            ),
        )
        for place, item in enumerate(record.items)
    )
    return replace(record, items=items)


def described_attachment(attachment: Attachment, piece: Piece | None) -> Attachment:
    if piece is None:
        return attachment
    return replace(attachment, media_type=piece.media_type, pages=piece.pages or attachment.pages)
