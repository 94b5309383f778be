"""One person as an administrator sees them: the entry, the roles, and the way in."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from raadslag.desk.access import administrators_only, now, person_of, today
from raadslag.desk.accounts.password_link import path_of_link
from raadslag.desk.people.forms import EndForm, PersonForm, RoleForm
from raadslag.desk.people.people import crumbs
from raadslag.mail import way_in
from raadslag.models import Event, Membership, Person
from raadslag.models.membership import AlreadyEnded
from raadslag.models.refusal import Refused


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def person(request: HttpRequest, key: UUID) -> HttpResponse:
    """The entry, and its change."""
    who = get_object_or_404(Person, key=key)
    form = PersonForm(request.POST or None, instance=who)
    if request.method == "POST" and form.is_valid():
        try:
            who.change(**form.values(), by=person_of(request), at=now())
            messages.success(request, _("Gemt."))
            return redirect("desk:person", key)
        except Refused as refused:
            form.add_error("is_administrator", str(refused))
    return shown(request, who, form=form)


@require_POST
@administrators_only
def begin_role(request: HttpRequest, key: UUID) -> HttpResponse:
    who = get_object_or_404(Person, key=key)
    form = RoleForm(request.POST, person=who)
    if not form.is_valid():
        return shown(request, who, role_form=form)
    Membership.objects.begin(**form.cleaned_data, person=who, by=person_of(request), at=now())
    messages.success(request, _("Rollen er givet."))
    return redirect("desk:person", key)


@require_POST
@administrators_only
def end_role(request: HttpRequest, key: UUID) -> HttpResponse:
    role = get_object_or_404(Membership.objects.select_related("person"), key=key)
    form = EndForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Skriv den sidste dag som dag, måned og år."))
    elif form.cleaned_data["ends_on"] < role.starts_on:
        messages.error(request, _("Den sidste dag ligger før den første."))
    else:
        try:
            role.end(form.cleaned_data["ends_on"], by=person_of(request), at=now())
            messages.success(request, _("Rollen er afsluttet."))
        except AlreadyEnded as refused:
            messages.error(request, str(refused))
    return redirect("desk:person", role.person.key)


@require_POST
@never_cache
@administrators_only
def draw_link(request: HttpRequest, key: UUID) -> HttpResponse:
    """Shows, this once, a link with which the person chooses a password."""
    who = get_object_or_404(Person.objects.active(), key=key)
    by, at = person_of(request), now()
    with transaction.atomic():
        drawn = Event.objects.record("password_link_drawn", by=by, at=at, about=who)
        way_in.tell_of_link(drawn, who, by=by, at=at)
    link = request.build_absolute_uri(path_of_link(who))
    context = {
        "section": "admin",
        "crumbs": crumbs((who.name, reverse("desk:person", args=[key])), (_("Link"), None)),
        "person": who,
        "link": link,
        "hours": settings.PASSWORD_LINK_HOURS,
    }
    return render(request, "desk/people/link.html", context)


def forget_second_factor(who: Person, *, by: Person, at: datetime) -> None:
    with transaction.atomic():
        way_in.tell_of_second_factor(who.forget_second_factor(by=by, at=at), who, by=by, at=at)


# what a button on the page does -> the method, and what is said afterwards
DEEDS = {
    "luk": (Person.deactivate, gettext_lazy("Der er lukket for log-in.")),
    "aabn": (Person.reactivate, gettext_lazy("Der er åbnet for log-in.")),
    "nulstil-totrin": (forget_second_factor, gettext_lazy("Næste log-in beder om en ny app.")),
    "glem-forbindelse": (Person.forget_identity, gettext_lazy("Forbindelsen er fjernet.")),
}


@require_POST
@administrators_only
def do(request: HttpRequest, key: UUID, deed: str) -> HttpResponse:
    who = get_object_or_404(Person, key=key)
    if deed not in DEEDS:
        raise Http404
    method, said = DEEDS[deed]
    try:
        method(who, by=person_of(request), at=now())
        messages.success(request, str(said))
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("desk:person", key)


def shown(
    request: HttpRequest, who: Person, form: PersonForm | None = None, role_form: RoleForm | None = None
) -> HttpResponse:
    """The person's page, with what was typed."""
    on = today()
    roles = who.memberships.select_related("body", "stands_in_for", "term")
    context: dict[str, Any] = {
        "section": "admin",
        "crumbs": crumbs((who.name, None)),
        "person": who,
        "form": form or PersonForm(instance=who),
        "role_form": role_form or RoleForm(person=who, initial={"starts_on": on}),
        "roles": [role for role in roles if role.ends_on is None or role.ends_on >= on],
        "past_roles": [role for role in roles if role.ends_on is not None and role.ends_on < on],
        "today": on,
        "has_totp": who.authenticator_set.exists(),
        "has_identity": who.socialaccount_set.exists(),
    }
    return render(request, "desk/people/person.html", context)
