"""Reading of a closed file is told to the log, once for one look at it."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest

from raadslag.desk import access
from raadslag.models import Attachment
from raadslag.record import Part


def note_reading(request: HttpRequest, attachment: Attachment, at: datetime) -> None:
    """Writes that the person read it, where it is closed.

    A browser fetches one PDF in many pieces: pieces within ten minutes of what was written are one look.
    """
    if "Range" in request.headers:
        access.note_look(request, attachment, at)
    elif attachment.effective_part == Part.CLOSED:
        access.note_reading(request, attachment, at)
