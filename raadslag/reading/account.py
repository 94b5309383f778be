"""The account of a document's lines: every one ends as a value, as furniture, or as a doubt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from raadslag.reading.document import Document, Line
from raadslag.record import Doubt, MeetingRecord


class Use(StrEnum):
    """What became of a line."""

    VALUE = "value"
    FURNITURE = "furniture"
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line and its use; `what` is a path in the record, a kind of furniture, or the reason of a doubt."""

    line: Line
    use: Use
    what: str


class Account:
    """Kept while a document is read. The first entry for a line stands; a blank line needs none."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._uses: dict[tuple[int, int], tuple[Use, str]] = {}
        self.attachment_pages: dict[str, tuple[int, int]] = {}

    def value(self, lines: Line | Iterable[Line], path: str) -> None:
        """The lines became the value at `path`, as in `items[2].title`."""
        self._enter(lines, Use.VALUE, path)

    def furniture(self, lines: Line | Iterable[Line], kind: str) -> None:
        """The lines are page furniture of a known kind: "page number", "stamp", "contents" …"""
        self._enter(lines, Use.FURNITURE, kind)

    def doubt(self, lines: Line | Iterable[Line], why: str) -> None:
        """The lines could not be placed; `why` is a Danish sentence for the secretary."""
        self._enter(lines, Use.DOUBT, why)

    def attachment(self, path: str, pages: Iterable[int]) -> None:
        """These whole pages are the attachment at `path`, as in `items[2].attachments[0]`."""
        if pages := sorted(pages):
            self.attachment_pages[path] = (pages[0], pages[-1])

    def entries(self) -> tuple[Entry, ...]:
        """One entry for each line that is not blank, in reading order; the unplaced are doubts."""
        unplaced = "Linjen hører ikke til noget, læseren kender."
        return tuple(
            Entry(line, *self._uses.get((line.page, line.number), (Use.DOUBT, unplaced)))
            for line in self.document.lines
            if line.text.strip()
        )

    def _enter(self, lines: Line | Iterable[Line], use: Use, what: str) -> None:
        for line in (lines,) if isinstance(lines, Line) else lines:
            self._uses.setdefault((line.page, line.number), (use, what))


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a document: the record, and the account of its lines.

    `attachment_pages` tells which pages of the document, first and last, are the attachment at a path
    of the record, as in `items[2].attachments[0]`; an attachment that is only named is not there.
    """

    record: MeetingRecord
    entries: tuple[Entry, ...]
    attachment_pages: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def spans(self, path: str) -> tuple[Line, ...]:
        """The lines that the value at `path` was read from."""
        return tuple(entry.line for entry in self.entries if entry.use is Use.VALUE and entry.what == path)


def doubts(entries: Iterable[Entry]) -> tuple[Doubt, ...]:
    """The doubts among the entries, as the record prints them."""
    return tuple(
        Doubt(page=entry.line.page, line=entry.line.number, text=entry.line.text, why=entry.what)
        for entry in entries
        if entry.use is Use.DOUBT
    )
