"""Reading of what is closed is told to the log, once for one look at it."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.http import HttpRequest

from raadslag.desk.access import person_of
from raadslag.models import Attachment, Event
from raadslag.record import Part

ONE_LOOK = timedelta(minutes=10)


def note_reading(request: HttpRequest, attachment: Attachment, at: datetime) -> None:
    """Writes that the person read it, where it is closed.

    A browser fetches one PDF in many pieces: pieces within ten minutes of what was written are one look.
    """
    if attachment.effective_part != Part.CLOSED:
        return
    person = person_of(request)
    if "Range" not in request.headers:
        Event.objects.record("read_closed", by=person, at=at, about=attachment, address=request.path)
        return
    note_look(request, attachment, at)


def note_look(request: HttpRequest, attachment: Attachment, at: datetime) -> None:
    """The same, for what is fetched in many pieces by one look: a page each, say."""
    if attachment.effective_part != Part.CLOSED:
        return
    person = person_of(request)
    lately = Event.objects.filter(
        verb="read_closed", by=person, noun_key=str(attachment.key), at__gt=at - ONE_LOOK
    )
    if not lately.exists():
        Event.objects.record("read_closed", by=person, at=at, about=attachment, address=request.path)
