"""From a file's bytes to a PDF that can be shown, printed and published."""

from dataclasses import replace
from errno import EDQUOT, ENOSPC
from pathlib import Path

from raadslag.conversion import worker
from raadslag.conversion.converted import Converted, Part
from raadslag.conversion.finding import Finding, What, gathered, plain_line
from raadslag.conversion.kind import Kind
from raadslag.conversion.limits import Limits
from raadslag.conversion.office import soffice
from raadslag.conversion.orders import Made, Order, Work
from raadslag.conversion.programs import require_programs
from raadslag.conversion.recognising import kind_of
from raadslag.conversion.refusal import TryAgain, Unconvertible
from raadslag.conversion.sandbox import CRASHED, NO_ROOM

OFFICE = frozenset((*soffice.FILTERS, *soffice.KEPT_AS))
# what a PDF that LibreOffice made can tell of the file that it was made of
TOLD_BY_PAGES = frozenset({What.UNSEEN_TEXT, What.NOT_RECOGNISED})


def convert(data: bytes, name: str, *, limits: Limits | None = None, folder: Path | None = None) -> Converted:
    """The file as a safe PDF with its text, and what was found in it.

    `name` is what the file is called, for people alone: what it is, its bytes tell. Sandboxes are made in
    `folder`, by default among the system's temporary files. Raises Unconvertible where the file cannot be
    converted and TryAgain where this try was cut off, each with a Danish sentence; nothing else.
    """
    try:
        return Conversion(name, limits or Limits(), folder).of(data)
    except OSError as fault:
        raise TryAgain(NO_ROOM if fault.errno in (ENOSPC, EDQUOT) else CRASHED) from fault
    except MemoryError as fault:
        raise TryAgain(CRASHED) from fault


class Conversion:
    """One file's way, step by step, each step in a sandbox of its own."""

    def __init__(self, name: str, limits: Limits, folder: Path | None) -> None:
        self._name = name
        self._limits = limits
        self._folder = folder

    def of(self, data: bytes) -> Converted:
        kind = kind_of(data)
        require_programs()
        made = self._office(data, kind) if kind in OFFICE else self._work(Work.FINISH, data, kind)
        converted = Converted(
            kind=kind,
            pdf=made.data,
            texts=made.texts,
            findings=gathered(made.findings),
            parts=tuple(_part(each.name, each.data) for each in made.enclosed),
        )
        return self._recognised(converted, made.pictures) if made.pictures else converted

    def _work(self, work: Work, data: bytes, kind: Kind, pages: tuple[int, ...] = ()) -> Made:
        order = Order(work, kind, self._name, self._limits.most_pages, pages)
        return worker.done(order, data, self._limits, self._folder)

    def _office(self, data: bytes, kind: Kind) -> Made:
        if kind in soffice.KEPT_AS:
            data, kind = soffice.kept(data, kind, self._limits, self._folder)
        cleaned = self._work(Work.CLEAN_OFFICE, data, kind)
        printed = soffice.as_pdf(cleaned.data, kind, self._limits, self._folder)
        made = self._work(Work.FINISH, printed, Kind.PDF)
        told = [finding for finding in made.findings if finding.what in TOLD_BY_PAGES]
        return Made(made.data, gathered([*cleaned.findings, *told]), made.texts, made.pictures)

    def _recognised(self, converted: Converted, pictures: tuple[int, ...]) -> Converted:
        """With the text of the pages that are pictures, where they are not too many to wait for."""
        if len(pictures) > self._limits.most_scanned_pages:
            silent = Finding(What.NOT_RECOGNISED, len(pictures), tuple(map(str, pictures)))
            return replace(converted, findings=gathered([*converted.findings, silent]))
        made = self._work(Work.RECOGNISE, converted.pdf, Kind.PDF, pictures)
        return replace(
            converted,
            pdf=made.data,
            texts=made.texts,
            recognised=made.texts != converted.texts,
            findings=gathered([*converted.findings, *made.findings]),
        )


def _part(name: str, data: bytes) -> Part:
    name = plain_line(name) or "Uden navn"
    try:
        return Part(name, data, kind_of(data))
    except Unconvertible as refusal:
        return Part(name, data, None, str(refusal))
