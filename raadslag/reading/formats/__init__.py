"""Format families: each knows one kind of document, and can be read alone or inside another."""

from collections.abc import Sequence
from dataclasses import replace

from raadslag.reading.account import Account, Reading, doubts
from raadslag.reading.document import Document, Line
from raadslag.reading.formats import (
    committee_agenda,
    firstagenda,
    numbered_items,
    own_docx,
    own_pack,
    own_print,
    print_pack,
    recommendation_paper,
)
from raadslag.reading.formats.family import CERTAIN, Family, Found
from raadslag.record import MeetingRecord, Source, Stage

FAMILIES = (
    Family("own pack", own_pack.recognise, own_pack.read),
    Family("own print", own_print.recognise, own_print.read),
    Family("own Word file", own_docx.recognise, own_docx.read),
    Family("print pack", print_pack.recognise, print_pack.read),
    Family("FirstAgenda", firstagenda.recognise, firstagenda.read),
    Family("committee agenda", committee_agenda.recognise, committee_agenda.read),
    Family("recommendation paper", recommendation_paper.recognise, recommendation_paper.read),
)


def read_document(document: Document) -> Reading:
    """The record of a document, and the account of its lines. An unknown document is all doubts."""
    account = Account(document)
    found = nest(document.lines, account, "")
    if found.record is None and numbered_items.recognise(document.lines) >= CERTAIN:
        found = numbered_items.read(document.lines, account, "", nest)
    record = found.record or MeetingRecord(stage=Stage.AGENDA)
    entries = account.entries()
    source = Source(name=document.name, sha256=document.sha256, pages=len(document.pages))
    record = replace(record, source=source, doubts=doubts(entries))
    return Reading(record=record, entries=entries, attachment_pages=account.attachment_pages)


def nest(lines: Sequence[Line], account: Account, path: str) -> Found:
    """What a stretch of lines is, read by the family that is surest of it."""
    sureness = {family: family.recognise(lines) for family in FAMILIES}
    surest = max(sureness, key=lambda family: sureness[family])
    return surest.read(lines, account, path, nest) if sureness[surest] >= CERTAIN else Found()
