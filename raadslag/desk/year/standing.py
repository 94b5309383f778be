"""What every meeting of a body has on its agenda, and the lists that a standing item prints by itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import models
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from raadslag.desk.access import now, person_of, today
from raadslag.desk.year.forms.standing import ComingCaseForm, CourseForm, StandingItemForm
from raadslag.desk.year.pages import FORM, form_page
from raadslag.desk.year.rights import planned_body
from raadslag.models import ComingCase, Course, StandingItem
from raadslag.models.keeping import keep
from raadslag.models.printing import printed


@dataclass(frozen=True)
class Kind:
    """What is kept in one of the lists: its rows, its form, and what people call it."""

    rows: type[models.Model]
    form: type[ModelForm]
    new: Any
    edit: Any
    verb: str


KINDS: Mapping[str, Kind] = {
    "punkt": Kind(
        StandingItem,
        StandingItemForm,
        gettext_lazy("Nyt fast punkt"),
        gettext_lazy("Ret fast punkt"),
        "standing_item_kept",
    ),
    "sag": Kind(
        ComingCase,
        ComingCaseForm,
        gettext_lazy("Ny sag på vej"),
        gettext_lazy("Ret sag på vej"),
        "coming_case_kept",
    ),
    "kursus": Kind(
        Course,
        CourseForm,
        gettext_lazy("Nyt kursus eller ny konference"),
        gettext_lazy("Ret kursus eller konference"),
        "course_kept",
    ),
}


@require_safe
def standing(request: HttpRequest, key: UUID) -> HttpResponse:
    """The body's standing items, and the lists as they will be printed."""
    body = planned_body(request, key)
    context = {
        "section": "bodies",
        "crumbs": [(body.name, reverse("desk:body", args=[key])), (_("Faste punkter"), None)],
        "body": body,
        "items": [(item, printed(item, today())) for item in body.standing_items.all()],
        "cases": body.coming_cases.filter(is_done=False),
        "done": body.coming_cases.filter(is_done=True),
        "courses": body.courses.all(),
    }
    return render(request, "desk/year/standing.html", context)


@require_http_methods(FORM)
def standing_new(request: HttpRequest, key: UUID, kind: str) -> HttpResponse:
    body = planned_body(request, key)
    kept = KINDS[kind]
    form = kept.form(request.POST or None, instance=kept.rows(body=body))
    return standing_form(request, form, kept, kept.new)


@require_http_methods(FORM)
def standing_edit(request: HttpRequest, key: UUID, kind: str, row: UUID) -> HttpResponse:
    body = planned_body(request, key)
    kept = KINDS[kind]
    found = get_object_or_404(kept.rows._default_manager.filter(body=body), key=row)
    return standing_form(request, kept.form(request.POST or None, instance=found), kept, kept.edit)


def standing_form(request: HttpRequest, form: ModelForm, kind: Kind, title: Any) -> HttpResponse:
    body = form.instance.body
    if request.method == "POST" and form.is_valid():
        keep(form.save(commit=False), kind.verb, by=person_of(request), at=now())
        messages.success(request, _("Gemt."))
        return redirect("desk:standing", body.key)
    return form_page(request, form, title=str(title), section="bodies", back=("standing", body.key))
