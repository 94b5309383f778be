"""What of an agenda the person who asks may see: the meeting's sent versions, and the agenda as it is."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from raadslag.desk.access import ONE_LOOK, now, person_of, today
from raadslag.models import AgendaVersion, Attachment, Event, Item, Meeting, Sending
from raadslag.publishing.agenda.composed import Composed
from raadslag.publishing.agenda.reading import Reading, Sight, read
from raadslag.publishing.agenda.version_note import note_for
from raadslag.publishing.agenda.versions import composed_of


@dataclass(frozen=True)
class SeenVersion:
    """A version with what the person may see of it."""

    version: AgendaVersion
    composed: Composed
    reading: Reading

    @property
    def note(self) -> str:
        """What was said beside it, for this reader."""
        return note_for(self.reading, self.version.note)


def sight_of(request: HttpRequest, meeting: Meeting) -> Sight:
    return Sight.of(person_of(request), meeting, today())


def seen_meeting(request: HttpRequest, key: UUID) -> tuple[Meeting, Sight]:
    """The meeting, for one who may see something that is on its agenda; Http404 for the others."""
    meeting = get_object_or_404(Meeting.objects.select_related("body"), key=key)
    sight = sight_of(request, meeting)
    if not sight.items:
        raise Http404
    return meeting, sight


def seen_version(meeting: Meeting, sight: Sight, number: int) -> SeenVersion:
    """The version of that number that was sent, as the person may see it; Http404."""
    version = meeting.versions.filter(state=Sending.SENT, number=number).first()
    seen = as_seen(version, sight) if version else None
    if seen is None:
        raise Http404
    return seen


def seen_versions(meeting: Meeting, sight: Sight) -> list[SeenVersion]:
    """The versions that were sent and in which the person may see something, the newest first."""
    versions = meeting.versions.filter(state=Sending.SENT).select_related("asked_by").order_by("-number")
    return [seen for version in versions if (seen := as_seen(version, sight))]


def as_seen(version: AgendaVersion, sight: Sight) -> SeenVersion | None:
    """The version with what may be seen of it; None where that is nothing."""
    composed = composed_of(version)
    reading = read(composed.record, composed.places, sight)
    return SeenVersion(version, composed, reading) if reading.shown else None


def note_closed(request: HttpRequest, *readings: Reading) -> None:
    """Writes in the log which closed items and attachments the person is shown, each once. Pieces of one file
    within ten minutes are one look."""
    person, at = person_of(request), now()
    items = {key for reading in readings for key in reading.closed_items}
    attachments = {key for reading in readings for key in reading.closed_attachments}
    lately: set[str] = set()
    if "Range" in request.headers:
        events = Event.objects.filter(verb="read_closed", by=person, at__gt=at - ONE_LOOK)
        lately = set(events.values_list("noun_key", flat=True))
    closed = (*Item.objects.filter(key__in=items), *Attachment.objects.filter(key__in=attachments))
    for thing in closed:
        if str(thing.key) not in lately:
            Event.objects.record("read_closed", by=person, at=at, about=thing, address=request.path)
