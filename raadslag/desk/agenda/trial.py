"""A trial print (prøvetryk): the agenda as it is, marked as a draft, of what the person may see."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from raadslag.desk.access import now
from raadslag.desk.agenda.file_names import pack_name
from raadslag.desk.agenda.seeing import note_closed, seen_meeting
from raadslag.desk.papers.printing import as_file
from raadslag.publishing.agenda.composing import compose
from raadslag.publishing.agenda.packs import Extract, as_seen, built
from raadslag.publishing.agenda.reading import read
from raadslag.writing.packs import plan


@require_safe
def agenda_trial(request: HttpRequest, key: UUID) -> HttpResponse:
    """The whole pack as PDF. It is made anew each time and not kept."""
    meeting, sight = seen_meeting(request, key)
    composed = compose(meeting, at=now())
    reading = read(composed.record, composed.places, sight)
    if not reading.shown:
        raise Http404
    note_closed(request, reading)
    whole = Extract(composed.record, composed.places, composed.files, plan(composed.record, composed.files))
    with built(as_seen(whole, reading), draft=True) as path:
        response = as_file(path.read_bytes(), "application/pdf", pack_name(meeting, "udkast"), inline=True)
    response.headers["Cache-Control"] = "private, no-store"
    return response
