"""What comes onto an agenda: topics of the wheel, papers of the pool, cases that were sent on, own words."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from raadslag.desk.access import now, person_of, seen
from raadslag.desk.agenda.builder import page_of
from raadslag.desk.agenda.item_form import QuickForm
from raadslag.desk.agenda.rights import built_meeting, waiting_transfer
from raadslag.desk.agenda.shown import built
from raadslag.desk.agenda.waiting_cases import case_for
from raadslag.desk.flow.hearings import warn_of_open_rounds
from raadslag.desk.year.pages import FORM, UNPROCESSABLE, form_page
from raadslag.models import Paper, Topic
from raadslag.models.agenda.building import add
from raadslag.models.agenda.carrying_on import give_up, place
from raadslag.models.refusal import ReasonNeeded, Refused


class LateForm(forms.Form):
    """Why what comes too late cannot wait."""

    late_reason = forms.CharField(
        label=gettext_lazy("Hvorfor kan sagen ikke vente?"),
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("Fristen er overskredet. Grunden følger sagen til dagsordenen."),
    )


class WhyForm(forms.Form):
    """Why a case is given up."""

    why = forms.CharField(
        label=gettext_lazy("Hvorfor skal sagen ikke videre?"),
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
    )


@require_POST
def agenda_item_new(request: HttpRequest, key: UUID) -> HttpResponse:
    """An item of the secretary's own words. What else there is to say of it has a page of its own."""
    meeting = built_meeting(request, key)
    form = QuickForm(request.POST)
    if form.is_valid():
        try:
            item = add(meeting, by=person_of(request), at=now(), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("»%(item)s« er på dagsordenen.") % {"item": item})
            return redirect("desk:agenda", key)
    context = page_of(request, meeting, built(request, meeting), form)
    return render(request, "desk/agenda/builder.html", context, status=UNPROCESSABLE)


@require_POST
def agenda_topic(request: HttpRequest, key: UUID, topic: UUID) -> HttpResponse:
    """A topic that is due becomes an item of the meeting."""
    meeting = built_meeting(request, key)
    taken_up = get_object_or_404(Topic, key=topic, body=meeting.body)
    try:
        taken_up.put_on(meeting, by=person_of(request), at=now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("»%(topic)s« er sat på dagsordenen.") % {"topic": taken_up})
    return redirect("desk:agenda", key)


@require_POST
def agenda_paper(request: HttpRequest, key: UUID, paper: UUID) -> HttpResponse:
    """A paper of the pool becomes an item of the meeting."""
    meeting = built_meeting(request, key)
    found = seen(request, Paper, paper)

    def do(**act: Any) -> None:
        found.place(meeting, **act)
        warn_of_open_rounds(request, found)

    done = _("»%(title)s« er sat på dagsordenen.") % {"title": found}
    return placed(request, key, do, str(found), done)


@require_POST
def agenda_transfer(request: HttpRequest, key: UUID, transfer: UUID) -> HttpResponse:
    """A case that was referred or postponed becomes an item of the meeting."""
    meeting = built_meeting(request, key)
    found = waiting_transfer(request, meeting, transfer)

    def do(**act: Any) -> None:
        place(found, meeting, **act)

    done = _("»%(title)s« er sat på dagsordenen.") % {"title": found.item}
    return placed(request, key, do, case_for(found, person_of(request)).title, done)


def placed(request: HttpRequest, key: UUID, do: Any, title: str, done: str) -> HttpResponse:
    """Does it; where it comes late, asks why first."""
    form = LateForm(request.POST) if "late_reason" in request.POST else LateForm()
    reason = request.POST.get("late_reason", "")
    if form.is_bound and not form.is_valid():
        return late_page(request, form, key, title)
    try:
        do(late_reason=reason, by=person_of(request), at=now())
    except ReasonNeeded:
        return late_page(request, form, key, title)
    except Refused as refusal:
        if form.is_bound:
            form.add_error(None, str(refusal))
            return late_page(request, form, key, title)
        for sentence in refusal.sentences:
            messages.error(request, sentence)
    else:
        messages.success(request, done)
    return redirect("desk:agenda", key)


def late_page(request: HttpRequest, form: LateForm, key: UUID, title: str) -> HttpResponse:
    page = form_page(
        request,
        form,
        title=_("Sagen kommer efter fristen"),
        lead=title,
        section="meetings",
        back=("agenda", key),
        submit=_("Sæt på dagsordenen"),
    )
    page.status_code = UNPROCESSABLE
    return page


@require_http_methods(FORM)
def agenda_transfer_off(request: HttpRequest, key: UUID, transfer: UUID) -> HttpResponse:
    """A case that was referred or postponed is not to come up after all."""
    meeting = built_meeting(request, key)
    found = waiting_transfer(request, meeting, transfer)
    form = WhyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            give_up(found, form.cleaned_data["why"], by=person_of(request), at=now())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Sagen venter ikke længere."))
            return redirect("desk:agenda", key)
    return form_page(
        request,
        form,
        title=_("Opgiv sagen"),
        lead=case_for(found, person_of(request)).title,
        section="meetings",
        back=("agenda", key),
        submit=_("Opgiv sagen"),
    )
