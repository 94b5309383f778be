"""A version's packs and files, each without what the person may not see today."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from raadslag.desk.agenda.file_names import pack_name
from raadslag.desk.agenda.seeing import SeenVersion, note_closed, seen_meeting, seen_version
from raadslag.desk.attachments.sent_file import sent
from raadslag.desk.papers.printing import as_file
from raadslag.models import Audience
from raadslag.models.desk_files import desk_files
from raadslag.publishing.agenda.news import printed_news
from raadslag.publishing.agenda.packs import as_seen, built, for_audience, page_plan
from raadslag.publishing.agenda.reading import Reading, Sight, read
from raadslag.publishing.agenda.versions import before, composed_of
from raadslag.writing.packs import PagePlan

PDF = "application/pdf"
NAMES = {Audience.MEMBERS: "medlemmer", Audience.PUBLIC: "offentlig", Audience.CLOSED: "lukket-del"}


@require_safe
def agenda_pack(request: HttpRequest, key: UUID, number: int, audience: str) -> HttpResponseBase:
    """The pack that was made when the version was sent, for one who sees all that is in it. For the others
    one is made without the rest, with the same numbers on the pages."""
    meeting, sight = seen_meeting(request, key)
    seen = seen_version(meeting, sight, number)
    if audience not in NAMES.values():
        raise Http404
    chosen = next(each for each, name in NAMES.items() if name == audience)
    told = replace(seen.composed, news=())
    extract = for_audience(told, chosen, PagePlan((0,) * len(told.record.items), {}, 0))
    if extract is None:
        raise Http404
    reading = read(extract.record, extract.places, sight)
    if chosen == Audience.CLOSED and not (reading.closed_items or reading.closed_attachments):
        raise Http404
    note_closed(request, reading)
    name = pack_name(meeting, seen.version.letter.lower(), audience)
    kept = seen.version.packs.filter(audience=chosen).first()
    news = reader_news(seen, chosen, reading, sight)
    is_all_news = chosen != Audience.MEMBERS or news == seen.composed.news
    if kept is not None and reading.is_whole and is_all_news:
        path = desk_files().path(kept.sha256)
        if path.is_file():
            return sent(request, path, kept.sha256, name=name, media_type=PDF, to_save=False)
    numbered = for_audience(told, chosen, page_plan(seen.composed))
    assert numbered is not None
    with built(as_seen(numbered, reading, news)) as path:
        response = as_file(path.read_bytes(), PDF, name, inline=True)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def reader_news(seen: SeenVersion, audience: Audience, reading: Reading, sight: Sight) -> tuple[str, ...]:
    """What is new in the members' pack, of what the reader sees."""
    earlier = before(seen.version)
    if earlier is None or audience != Audience.MEMBERS:
        return ()
    was = composed_of(earlier)
    return printed_news(read(was.record, was.places, sight).record, reading.record)


@require_safe
def agenda_file(request: HttpRequest, key: UUID, number: int, item: int, attachment: int) -> HttpResponseBase:
    """An attachment's file as it was in the version, by its places in the version's record."""
    meeting, sight = seen_meeting(request, key)
    seen = seen_version(meeting, sight, number)
    if item not in seen.reading.kept:
        raise Http404
    here = seen.reading.kept.index(item)
    attachments = seen.reading.record.items[here].attachments
    if attachment >= len(attachments):
        raise Http404
    shown = attachments[attachment]
    path = seen.composed.files.get((item, attachment))
    if shown.sha256 is None or path is None or not path.is_file():
        raise Http404
    note_closed(request, of_attachment(seen, here, item, attachment))
    return sent(request, path, shown.sha256, name=f"{shown.title}.pdf", media_type=PDF, to_save=False)


def of_attachment(seen: SeenVersion, here: int, item: int, attachment: int) -> Reading:
    """The reading of that attachment alone, for the log."""
    place = seen.composed.places[item]
    closed_item = (place.key,) if place.key in seen.reading.closed_items else ()
    key = place.attachments[attachment]
    closed = (key,) if not closed_item and key in seen.reading.closed_attachments else ()
    return Reading(seen.reading.record, (here,), False, closed_items=closed_item, closed_attachments=closed)
