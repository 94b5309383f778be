"""A body's deadlines, as many working days before each meeting as its rules of procedure say."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from raadslag.desk.access import now, person_of
from raadslag.desk.year.forms.deadlines import DeadlineForm, deadline_forms
from raadslag.desk.year.pages import FORM, status_of
from raadslag.desk.year.rights import planned_body
from raadslag.models import Person
from raadslag.models.body_changes import keep_deadline
from raadslag.models.keeping import remove


@require_http_methods(FORM)
def deadlines(request: HttpRequest, key: UUID) -> HttpResponse:
    body = planned_body(request, key)
    forms = deadline_forms(body, request.POST or None)
    if request.method == "POST" and all(form.is_valid() for form in forms):
        with transaction.atomic():
            for form in forms:
                keep_form(form, by=person_of(request))
        messages.success(request, _("Fristerne er gemt. De gælder for alle udvalgets kommende møder."))
        return redirect("desk:body", key)
    context = {
        "section": "bodies",
        "crumbs": [(body.name, reverse("desk:body", args=[key])), (_("Frister"), None)],
        "body": body,
        "forms": forms,
        "are_new": not body.deadline_rules.exists(),
    }
    return render(request, "desk/year/deadlines.html", context, status=status_of(*forms))


def keep_form(form: DeadlineForm, *, by: Person) -> None:
    """The deadline as it was filled in; one without a number of days is not used."""
    rule = form.save(commit=False) if form.is_used else form.instance
    if form.is_used and (form.has_changed() or rule.pk is None):
        keep_deadline(rule, by=by, at=now())
    elif not form.is_used and rule.pk is not None:
        remove(rule, "deadline_removed", by=by, at=now(), kind=rule.kind)
