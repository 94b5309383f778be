"""The usual routes of kinds of cases, edited by administrators."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from raadslag.desk.access import administrators_only, now, person_of
from raadslag.models import Body, RouteTemplate, Task
from raadslag.models.refusal import Refused
from raadslag.models.route_template_changes import PlannedStep, keep_route_template

UNPROCESSABLE = 422
SPARE = 3  # empty rows at the end, to be filled or left


class RouteTemplateForm(forms.ModelForm):
    class Meta:
        model = RouteTemplate
        fields = ("name", "is_active")


class TemplateStepForm(forms.Form):
    """One step. A row without a task is not a step."""

    order = forms.IntegerField(label=gettext_lazy("Nr."), required=False, min_value=1, max_value=99)
    body = forms.ModelChoiceField(
        Body.objects.filter(is_active=True),
        required=False,
        label=gettext_lazy("Hvem"),
        empty_label=gettext_lazy("Afdelingen, der skriver"),
    )
    task = forms.ChoiceField(
        choices=[("", gettext_lazy("Intet trin")), *Task.choices],
        required=False,
        label=gettext_lazy("Opgave"),
    )
    working_days = forms.IntegerField(
        label=gettext_lazy("Hverdage"), required=False, min_value=0, max_value=365, initial=5
    )


Steps = forms.formset_factory(TemplateStepForm, extra=SPARE)


@require_safe
@administrators_only
def routes(request: HttpRequest) -> HttpResponse:
    templates = RouteTemplate.objects.prefetch_related("steps__body")
    context = {"section": "admin", "crumbs": crumbs(), "templates": templates}
    return render(request, "desk/flow/route_templates.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def route_new(request: HttpRequest) -> HttpResponse:
    first = [{"order": 1, "task": Task.WRITES, "working_days": 10}]
    return edited(request, RouteTemplate(), first)


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def route_edit(request: HttpRequest, key: UUID) -> HttpResponse:
    template = get_object_or_404(RouteTemplate, key=key)
    steps = [
        {"order": step.order, "body": step.body_id, "task": step.task, "working_days": step.working_days}
        for step in template.steps.all()
    ]
    return edited(request, template, steps)


def edited(request: HttpRequest, template: RouteTemplate, steps: list[dict[str, Any]]) -> HttpResponse:
    """The template's page, and what becomes of it when it is sent."""
    form = RouteTemplateForm(request.POST or None, instance=template)
    # what was sent is compared with nothing: a row that is as it was is a step all the same
    rows = Steps(request.POST, prefix="trin") if request.POST else Steps(initial=steps, prefix="trin")
    if request.method == "POST" and form.is_valid() and rows.is_valid():
        try:
            keep_route_template(form.instance, planned(rows), by=person_of(request), at=now())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Sagsgangen er gemt. Den gælder for nye indstillinger."))
            return redirect("desk:routes")
    title = str(template) if template.pk else _("Ny sagsgang")
    context = {
        "section": "admin",
        "crumbs": crumbs((title, None)),
        "title": title,
        "form": form,
        "rows": rows,
    }
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "desk/flow/route_template.html", context, status=status)


def planned(rows: Any) -> list[PlannedStep]:
    """The steps that were filled in, in the order of their numbers."""
    filled = [row.cleaned_data for row in rows if row.cleaned_data.get("task")]
    return [
        PlannedStep(body=row["body"], task=Task(row["task"]), working_days=row["working_days"] or 0)
        for row in sorted(filled, key=lambda row: row["order"] or 99)
    ]


def crumbs(*after: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    """The way to a page about the usual routes."""
    last = reverse("desk:routes") if after else None
    return [(_("Administration"), reverse("desk:administration")), (_("Sagsgange"), last), *after]
