"""Bodies and departments: the list, one body's page, and an administrator's forms."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_safe

from raadslag.desk.access import administrators_only, now, person_of, today
from raadslag.desk.year.forms.bodies import BodyForm
from raadslag.desk.year.pages import FORM, form_page
from raadslag.desk.year.rights import may_plan
from raadslag.models import Body, BodyKind, Meeting
from raadslag.models.body_changes import add_body, change_body
from raadslag.rules.roles import ADMINISTRATIVE, POLITICAL

COMING = 6


@require_safe
def bodies(request: HttpRequest) -> HttpResponse:
    """Every body and department, those that are gone last."""
    active = Body.objects.filter(is_active=True)
    context = {
        "section": "bodies",
        "crumbs": [(pgettext("several", "Udvalg"), None)],
        "meeting_bodies": active.meeting(),
        "departments": active.departments(),
        "gone": Body.objects.filter(is_active=False),
    }
    return render(request, "desk/year/bodies.html", context)


@require_safe
def body(request: HttpRequest, key: UUID) -> HttpResponse:
    """One body: who sits in it and who sat, its coming meetings, and the ways into its year."""
    found = get_object_or_404(Body.objects.select_related("parent"), key=key)
    memberships = found.memberships.select_related("person", "stands_in_for", "term")
    held = memberships.held(today())
    context = {
        "section": "bodies",
        "crumbs": [(pgettext("several", "Udvalg"), reverse("desk:bodies")), (found.name, None)],
        "body": found,
        "meets": found.kind != BodyKind.DEPARTMENT,
        "may_plan": may_plan(person_of(request), found),
        "politicians": held.filter(role__in=POLITICAL).order_by("role", "person__name"),
        "staff": held.filter(role__in=ADMINISTRATIVE).order_by("role", "person__name"),
        "to_come": memberships.filter(starts_on__gt=today()).order_by("starts_on"),
        "former": memberships.filter(ends_on__lt=today()).order_by("-ends_on", "person__name"),
        "coming": Meeting.objects.filter(body=found).coming(today())[:COMING],
        "plans": found.plans.all(),
    }
    return render(request, "desk/year/body.html", context)


@administrators_only
@require_http_methods(FORM)
def body_new(request: HttpRequest) -> HttpResponse:
    form = BodyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = form.save(commit=False)
        add_body(made, by=person_of(request), at=now())
        messages.success(request, _("%(name)s er oprettet.") % {"name": made.name})
        return redirect("desk:body", made.key)
    return form_page(request, form, title=_("Nyt udvalg eller ny afdeling"), section="bodies", back="bodies")


@administrators_only
@require_http_methods(FORM)
def body_edit(request: HttpRequest, key: UUID) -> HttpResponse:
    found = get_object_or_404(Body, key=key)
    form = BodyForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        change_body(form.save(commit=False), form.changed_data, by=person_of(request), at=now())
        messages.success(request, _("Ændringerne er gemt."))
        return redirect("desk:body", key)
    return form_page(
        request, form, title=_("Ret %(name)s") % {"name": found.name}, section="bodies", back=("body", key)
    )
