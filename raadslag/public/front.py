"""The front page, the list of bodies and meetings, and the pages about the site."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadslag.archive.models import Body, Publication
from raadslag.public.coming import DOCUMENTS_A_MEETING, coming
from raadslag.public.kept import kept
from raadslag.public.meetings import Meeting, grouped


@kept
def front(request: HttpRequest) -> HttpResponse:
    """What is next, what was decided last, and who decides."""
    context = {"coming": coming(localdate(), 4), "latest": held(5), "bodies": Body.objects.all()}
    return render(request, "public/front.html", context)


@kept
def bodies(request: HttpRequest) -> HttpResponse:
    """Every body, the coming meetings and the latest."""
    context = {
        "section": "bodies",
        "crumbs": [(_("Møder"), None)],
        "coming": coming(localdate(), 20),
        "held": held(20),
        "bodies": Body.objects.all(),
    }
    return render(request, "public/bodies.html", context)


@kept
def about(request: HttpRequest) -> HttpResponse:
    context = {"section": "about", "crumbs": [(_("Om siden"), None)]}
    return render(request, "public/about.html", context)


@kept
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "public/accessibility.html", {"crumbs": [(_("Tilgængelighed"), None)]})


def held(most: int) -> list[Meeting]:
    """The latest meetings that have a published document."""
    publications = Publication.objects.current().held(localdate()).prefetch_related("items")
    return grouped(publications[: most * DOCUMENTS_A_MEETING])[:most]
