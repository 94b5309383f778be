"""Reading a file from anywhere: safely, and with nothing dropped in silence."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from raadslag.reading.account import Entry, Reading, Use, doubts
from raadslag.reading.document import Document, Line
from raadslag.reading.formats import read_document
from raadslag.reading.limits import Limits, within
from raadslag.reading.sources import open_document
from raadslag.reading.transfer import reading_from_data, reading_to_data
from raadslag.reading.unreadable import UnreadableDocument

LARGEST_FILE = 500_000_000
HIDDEN = "Teksten er skjult i dokumentet og kan ikke ses på siden."
PICTURE = "Siden er et billede uden tekst; kør tekstgenkendelse (OCR) på dokumentet for at få den med."


def read(path: Path, limits: Limits | None = None) -> Reading:
    """The reading of the document in a file: PDF, DOCX or text, told apart by content.

    It is done in a child process held to `limits`, by default those of the environment. Raises
    UnreadableDocument, with a Danish sentence, for whatever cannot be read; nothing else.
    """
    _refuse(path)
    return reading_from_data(within(limits or Limits.from_environment(), lambda: _read(path)))


def _read(path: Path) -> dict[str, Any]:
    document = open_document(path)
    return reading_to_data(with_unseen(read_document(document), document))


def with_unseen(reading: Reading, document: Document) -> Reading:
    """The reading with a doubt for each line of the document that nobody sees, and each page without text."""
    pictures = (Line(page=page, number=1, text="[billede]") for page in document.pictures)
    unseen = (
        *(Entry(line, Use.DOUBT, HIDDEN) for line in document.hidden),
        *(Entry(line, Use.DOUBT, PICTURE) for line in pictures),
    )
    if not unseen:
        return reading
    record = replace(reading.record, doubts=reading.record.doubts + doubts(unseen))
    return replace(reading, record=record, entries=reading.entries + unseen)


def _refuse(path: Path) -> None:
    """Raise UnreadableDocument for a path that has no file to read, before any work is done."""
    try:
        if path.is_dir():
            raise UnreadableDocument(f"{path} er en mappe; vælg en fil.")
        if not path.is_file():
            raise UnreadableDocument(f"Filen {path} findes ikke.")
        with path.open("rb"):
            size = path.stat().st_size
    except PermissionError as fault:
        raise UnreadableDocument(f"Filen {path} må ikke læses af denne bruger.") from fault
    except (OSError, ValueError) as fault:
        raise UnreadableDocument(f"Filen {path} kan ikke åbnes.") from fault
    if size > LARGEST_FILE:
        raise UnreadableDocument(
            f"Filen er på {size // 1_000_000} MB, og der læses højst {LARGEST_FILE // 1_000_000} MB."
        )
