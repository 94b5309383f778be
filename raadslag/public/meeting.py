"""A meeting's agenda or minutes."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from raadslag.archive.models import Publication
from raadslag.public.downloads import offered
from raadslag.public.kept import kept
from raadslag.public.meetings import in_order
from raadslag.public.shown import Shown, shown
from raadslag.public.tombstone import require_shown
from raadslag.public.words import day, document_name, local
from raadslag.record import Attendance, MeetingRecord


def meeting(request: HttpRequest, body: str, occasion: str) -> HttpResponse:
    """Sends on to the document that says most about the meeting."""
    documents = in_order(Publication.objects.of_meeting(body, occasion).current())
    if not documents:
        for withdrawn in Publication.objects.of_meeting(body, occasion):
            require_shown(withdrawn)
        raise Http404
    return redirect(local(documents[0].address))


@kept
def document(
    request: HttpRequest, body: str, occasion: str, document: str, version: int | None = None
) -> HttpResponse:
    """The document's items with their decisions, and the facts of the meeting."""
    page = shown(body, occasion, document, version)
    publication, record = page.publication, page.publication.record
    rows = [{"slug": row.slug, "item": record.items[row.position]} for row in publication.items.all()]
    context = {
        **frame(page),
        "crumbs": [*trail(page), (f"{day(publication.held_on)}, {document_name(publication).lower()}", None)],
        "record": record,
        "items": rows,
        "attendance": at_the_meeting(record),
        "downloads": offered(page),
        "event": event(request, publication),
    }
    return render(request, "public/meeting.html", context)


def at_the_meeting(record: MeetingRecord) -> list[Attendance]:
    """Those who are not named on the page of an item instead."""
    numbers = {item.number for item in record.items if item.number}
    return [person for person in record.attendance if person.item not in numbers]


def frame(page: Shown) -> dict[str, Any]:
    """What the pages of a publication share."""
    return {
        "section": "bodies",
        "publication": page.publication,
        "documents": page.documents,
        "versions": page.versions,
        "newer": page.newer,
        "previous": page.previous,
        "base": page.base,
    }


def trail(page: Shown) -> list[tuple[str, str | None]]:
    """The breadcrumbs down to the body."""
    body = page.publication.body
    return [(_("Møder"), "/moeder/"), (body.name, f"/moeder/{body.slug}/")]


def event(request: HttpRequest, publication: Publication) -> Mapping[str, Any]:
    """The meeting as schema.org has it, for search engines."""
    record = publication.record
    place = {"location": {"@type": "Place", "name": record.place}} if record.place else {}
    end = {"endDate": record.ends_at.isoformat()} if record.ends_at else {}
    return {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": f"{publication.body.name}, {day(publication.held_on)}",
        "startDate": record.starts_at.isoformat() if record.starts_at else publication.held_on.isoformat(),
        **end,
        **place,
        "eventStatus": "https://schema.org/EventScheduled",
        "organizer": {"@type": "Organization", "name": publication.body.name},
        "url": request.build_absolute_uri(publication.address),
    }
