"""The route of one paper: what is still to come is planned here."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from raadslag.desk.access import now, person_of, seen, today
from raadslag.models import Body, Paper, Person, RouteStep, Task
from raadslag.models.refusal import Refused
from raadslag.models.telling import holders

UNPROCESSABLE = 422


class StepForm(forms.Form):
    """A step more on the route."""

    body = forms.ModelChoiceField(Body.objects.filter(is_active=True), label=gettext_lazy("Hvem"))
    task = forms.ChoiceField(
        choices=[choice for choice in Task.choices if choice[0] != Task.WRITES], label=gettext_lazy("Opgave")
    )
    before = forms.ModelChoiceField(
        RouteStep.objects.none(),
        required=False,
        label=gettext_lazy("Hvornår"),
        empty_label=gettext_lazy("Sidst"),
    )
    due_on = forms.DateField(
        required=False,
        label=gettext_lazy("Frist"),
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, paper: Paper, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        before = self.fields["before"]
        before.queryset = paper.steps.filter(reached_at=None).select_related("body")
        before.label_from_instance = lambda step: _("Før %(body)s") % {"body": step.body}


class PlanForm(forms.Form):
    """When one step is due, and who owes it."""

    due_on = forms.DateField(
        required=False,
        label=gettext_lazy("Frist"),
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )
    owner = forms.ModelChoiceField(
        Person.objects.none(), required=False, label=gettext_lazy("Ansvarlig"), empty_label=""
    )

    def __init__(self, *args: Any, step: RouteStep, **kwargs: Any) -> None:
        initial = {"due_on": step.due_on, "owner": step.owner_id}
        super().__init__(*args, initial=initial, prefix=str(step.key), auto_id=f"id_{step.key}_%s", **kwargs)
        able = [person.pk for person in holders(step.body, step.treats, now())]
        owner = self.fields["owner"]
        owner.queryset = Person.objects.filter(pk__in=able)
        owner.empty_label = _("Alle, der kan") if able else _("Ingen endnu")


def changed_paper(request: HttpRequest, key: UUID) -> Paper:
    """The paper, to one who may change its route. Raises Http404."""
    paper = seen(request, Paper, key)
    if not paper.may_change_route(person_of(request), today()):
        raise Http404
    return paper


@require_http_methods(["GET", "HEAD", "POST"])
def paper_route(request: HttpRequest, key: UUID) -> HttpResponse:
    """The whole route, and a step more."""
    paper = changed_paper(request, key)
    form = StepForm(request.POST or None, paper=paper)
    if request.method == "POST" and form.is_valid():
        asked = {**form.cleaned_data, "task": Task(form.cleaned_data["task"])}
        try:
            paper.add_step(**asked, by=person_of(request), at=now())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Trinnet er føjet til."))
            return redirect("desk:paper-route", key)
    steps = paper.route
    context = {
        "section": "papers",
        "crumbs": [
            (_("Indstillinger"), reverse("desk:papers")),
            (str(paper), reverse("desk:paper", args=[key])),
            (_("Sagsgang"), None),
        ],
        "paper": paper,
        "steps": [(step, None if step.is_done else PlanForm(step=step)) for step in steps],
        "movable": {after.pk for before, after in pairwise(steps) if not before.is_reached},
        "form": form,
        "today": today(),
    }
    return render(request, "desk/flow/route.html", context, status=UNPROCESSABLE if form.is_bound else 200)


@require_POST
def step_change(request: HttpRequest, key: UUID, step: UUID, act: str) -> HttpResponse:
    """What is done with one step: planned, moved up, or taken out."""
    paper = changed_paper(request, key)
    chosen = get_object_or_404(paper.steps.select_related("body"), key=step)
    if act not in ACTS:
        raise Http404
    try:
        messages.success(request, ACTS[act](request, paper, chosen))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("desk:paper-route", key)


def plan(request: HttpRequest, paper: Paper, step: RouteStep) -> str:
    form = PlanForm(request.POST, step=step)
    if not form.is_valid():
        raise Refused(_("Fristen er ikke en dato, eller den ansvarlige er der ikke længere."))
    paper.plan_step(step, **form.cleaned_data, by=person_of(request), at=now())
    return _("Gemt.")


def move(request: HttpRequest, paper: Paper, step: RouteStep) -> str:
    paper.move_step(step, by=person_of(request), at=now())
    return _("Trinnet er rykket frem.")


def remove(request: HttpRequest, paper: Paper, step: RouteStep) -> str:
    paper.remove_step(step, by=person_of(request), at=now())
    return _("Trinnet er taget ud.")


ACTS: dict[str, Callable[[HttpRequest, Paper, RouteStep], str]] = {
    "gem": plan,
    "frem": move,
    "fjern": remove,
}
