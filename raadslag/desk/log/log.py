"""The log's page, and its file."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from raadslag.desk.access import administrators_only, now, person_of
from raadslag.desk.log.asked import Asked
from raadslag.desk.log.export import as_csv
from raadslag.desk.log.labels import with_labels
from raadslag.desk.people.people import query_without_page
from raadslag.models import Event, Person
from raadslag.models.event_words import EVENTS, NOUNS

A_PAGE = 100


@require_safe
@administrators_only
def log(request: HttpRequest) -> HttpResponse:
    asked = Asked.from_query(request.GET)
    page = Paginator(asked.events(), A_PAGE).get_page(request.GET.get("side"))
    context = {
        "section": "admin",
        "crumbs": [(_("Administration"), reverse("desk:administration")), (_("Log"), None)],
        "asked": asked,
        "page": page,
        "rows": with_labels(page),
        "query": query_without_page(request),
        "verbs": sorted(((verb, str(word)) for verb, word in EVENTS.items()), key=lambda pair: pair[1]),
        "nouns": sorted(((noun, str(word)) for noun, word in NOUNS.items()), key=lambda pair: pair[1]),
        "people": Person.objects.all(),
    }
    return render(request, "desk/log/log.html", context)


@require_POST
@administrators_only
def export(request: HttpRequest) -> StreamingHttpResponse:
    """The events that were asked for, as a file that Excel opens. To take them out is an event."""
    asked = Asked.from_query(request.GET)
    at = now()
    Event.objects.record("log_exported", by=person_of(request), at=at, asked=query_without_page(request))
    return StreamingHttpResponse(
        as_csv(asked.events().iterator(chunk_size=1000)),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="log-{at:%Y-%m-%d}.csv"'},
    )
