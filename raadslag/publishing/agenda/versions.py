"""An agenda's versions: what was sent, and what is out of it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from hashlib import sha256

from raadslag.models import AgendaVersion, Meeting, Sending
from raadslag.models.desk_files import desk_files
from raadslag.publishing.agenda.address import occasion_of
from raadslag.publishing.agenda.composed import Composed
from raadslag.publishing.agenda.door import documents, door_record
from raadslag.publishing.agenda.news import printed_news
from raadslag.publishing.meetings import Document
from raadslag.record import MeetingRecord, from_json, to_json


def last_sent(meeting: Meeting) -> AgendaVersion | None:
    """The version that the members have."""
    return meeting.versions.filter(state=Sending.SENT).last()


def before(version: AgendaVersion) -> AgendaVersion | None:
    """The version that was sent before that one."""
    return version.meeting.versions.filter(state=Sending.SENT, number__lt=version.number).last()


def composed_of(version: AgendaVersion) -> Composed:
    """The version as it was composed, with what was new in it."""
    record, places = record_of(version.record), version.item_places
    earlier = before(version)
    return Composed(
        record=record,
        door_record=door_record(record, places),
        files={
            (at, beside): desk_files().path(attachment.sha256)
            for at, item in enumerate(record.items)
            for beside, attachment in enumerate(item.attachments)
            if attachment.sha256
        },
        places=places,
        news=printed_news(record_of(earlier.record), record) if earlier else (),
        occasion=occasion_of(version.meeting),
    )


@lru_cache(maxsize=8)
def record_of(text: str) -> MeetingRecord:
    """The record in a version's JSON; pages ask for the same again and again."""
    return from_json(text)


def new_supplement(composed: Composed, last: AgendaVersion | None) -> int | None:
    """The number of the supplementary agenda that the agenda has and the last version had not."""
    known = {each.key for each in last.item_places} if last else set()
    coming = (each.supplement for each in composed.places if each.key not in known)
    return max((each for each in coming if each), default=None)


def says_the_same(composed: Composed, version: AgendaVersion) -> bool:
    """Whether there is nothing in the agenda that the version has not, nor under another public title."""
    return version.meeting_record == composed.record and version.item_places == composed.places


def fingerprint(composed: Composed) -> str:
    """The same for what says the same: what a person saw and agreed to send."""
    said = f"{to_json(composed.record)}\n{composed.places}"
    return sha256(said.encode()).hexdigest()


def public_now(composed: Composed) -> MeetingRecord | None:
    """What the public has of the agenda and its supplements now, as one record; None where it has nothing."""
    out = [
        newest.record
        for document in documents(composed.door_record, composed.places)
        if (newest := Document.of(document.record, composed.occasion).newest()) is not None
        and not newest.is_withdrawn
    ]
    if not out:
        return None
    return replace(out[0], supplement=None, items=tuple(item for record in out for item in record.items))
