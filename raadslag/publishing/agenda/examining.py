"""What the guard finds in an agenda that is about to be published."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from hashlib import sha256

from raadslag.archive.models import Withdrawal
from raadslag.models import Person
from raadslag.publishing.agenda.composed import Composed
from raadslag.publishing.agenda.door import DoorDocument, documents
from raadslag.publishing.agenda.house import house_of, waivers_of
from raadslag.publishing.agenda.reading import files_in
from raadslag.publishing.finding import Finding
from raadslag.publishing.freezing import is_published
from raadslag.publishing.meetings import Document
from raadslag.publishing.public_record import public_record
from raadslag.publishing.publish import OfAgenda, examine, left, with_fingerprints
from raadslag.record import to_json

KEPT = 32  # documents whose findings are remembered by a process
_found: OrderedDict[str, tuple[Finding, ...]] = OrderedDict()


@dataclass(frozen=True)
class Examined:
    """A document of the agenda with what the guard finds in it. `stopping` are the findings that nobody has
    answered for. There are none of either in one that is out already as it stands."""

    document: DoorDocument
    findings: tuple[Finding, ...]
    stopping: tuple[Finding, ...]


def examined(composed: Composed, publisher: Person | None) -> tuple[Examined, ...]:
    """Each document of the agenda that would be published by that person, looked through."""
    return tuple(
        examined_document(composed, each, publisher)
        for each in documents(composed.door_record, composed.places)
        if each.record.items
    )


def examined_document(composed: Composed, document: DoorDocument, publisher: Person | None) -> Examined:
    if is_out(composed, document):
        return Examined(document, (), ())
    findings = findings_in(composed, document)
    of = Document.of(document.record)
    waivers = waivers_of(of.name, publisher) if publisher else ()
    return Examined(document, findings, left(findings, waivers, of, publisher.name if publisher else ""))


def is_out(composed: Composed, document: DoorDocument) -> bool:
    """Whether the document is published just as it is."""
    files = files_in(document.record, document.items, composed.files)
    public = public_record(with_fingerprints(document.record, files))
    return is_published(Document.of(public, composed.occasion).newest(), public)


def is_all_out(composed: Composed) -> bool:
    """Whether the agenda and its supplements are published just as they are, with nothing withdrawn."""
    listed = documents(composed.door_record, composed.places)
    return all(is_out(composed, each) for each in listed if each.record.items)


def findings_in(composed: Composed, document: DoorDocument) -> tuple[Finding, ...]:
    """What the guard finds. It is asked once about the same document: it takes its time."""
    whole, house = composed.door_record, house_of(composed.door_record)
    newest = Document.of(document.record, composed.occasion).newest()
    before = (newest.hash if newest else "", Withdrawal.objects.count())
    asked = (to_json(whole), to_json(document.record), house, before)
    key = sha256(repr(asked).encode(errors="replace")).hexdigest()
    if key not in _found:
        files = files_in(document.record, document.items, composed.files)
        _found[key] = examine(
            document.record, files, house, OfAgenda(whole=whole, occasion=composed.occasion)
        )
        while len(_found) > KEPT:
            _found.popitem(last=False)
    return _found[key]
