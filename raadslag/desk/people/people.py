"""The list of people, and a new one."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Prefetch, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from raadslag.desk.access import administrators_only, now, person_of, today
from raadslag.desk.people.forms import PersonForm
from raadslag.models import Membership, Person

A_PAGE = 50


@require_safe
@administrators_only
def administration(request: HttpRequest) -> HttpResponse:
    """The way to all that administrators see to."""
    return render(request, "desk/people/administration.html", {"section": "admin"})


@require_safe
@administrators_only
def people(request: HttpRequest) -> HttpResponse:
    question = request.GET.get("q", "").strip()
    closed_too = request.GET.get("lukkede") == "1"
    found = Person.objects.all() if closed_too else Person.objects.active()
    for word in question.split():
        found = found.filter(
            Q(name__icontains=word)
            | Q(email__icontains=word)
            | Q(title__icontains=word)
            | Q(department__name__icontains=word)
        )
    held = Membership.objects.held(today()).select_related("body")
    roles = Prefetch("memberships", held, to_attr="roles")
    found = found.select_related("department").prefetch_related(roles)
    context = {
        "section": "admin",
        "crumbs": crumbs(),
        "page": Paginator(found, A_PAGE).get_page(request.GET.get("side")),
        "question": question,
        "closed_too": closed_too,
        "query": query_without_page(request),
    }
    return render(request, "desk/people/people.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def new_person(request: HttpRequest) -> HttpResponse:
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = Person.objects.add(**form.values(), by=person_of(request), at=now())
        return redirect("desk:person", person.key)
    context = {"section": "admin", "crumbs": crumbs((_("Ny person"), None)), "form": form}
    return render(request, "desk/people/new.html", context)


def crumbs(*after: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    """The way to a page about people."""
    last = reverse("desk:people") if after else None
    return [(_("Administration"), reverse("desk:administration")), (_("Personer"), last), *after]


def query_without_page(request: HttpRequest) -> str:
    """What the page was asked for, ready for a page number after it."""
    asked = request.GET.copy()
    asked.pop("side", None)
    return asked.urlencode()
