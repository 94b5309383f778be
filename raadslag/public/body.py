"""A body with its meetings by year."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from raadslag.archive.models import Body, PublishedPlan
from raadslag.public.kept import kept
from raadslag.public.meetings import grouped


@kept
def body(request: HttpRequest, body: str) -> HttpResponse:
    """Every meeting of the body, the newest year first."""
    found = get_object_or_404(Body, slug=body)
    meetings = grouped(found.publications.current().order_by("-held_on", "-starts_at", "document"))
    years = [
        {"number": year, "meetings": list(of_year)}
        for year, of_year in groupby(meetings, key=lambda meeting: meeting.held_on.year)
    ]
    context = {
        "section": "bodies",
        "crumbs": [(_("Møder"), "/moeder/"), (found.name, None)],
        "body": found,
        "years": years,
        "plans": PublishedPlan.objects.current().filter(body=found).order_by("-year"),
    }
    return render(request, "public/body.html", context)
