"""Sending the agenda: what members and the public get of it, what stops it, and how far it is."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from raadslag.desk.access import now, person_of
from raadslag.desk.agenda.pages import agenda_page, to_agenda
from raadslag.desk.agenda.remarks import shown_remarks
from raadslag.desk.agenda.rights import built_meeting
from raadslag.desk.agenda.seeing import sight_of
from raadslag.desk.agenda.sent_rows import rows_of
from raadslag.desk.year.pages import FORM, UNPROCESSABLE
from raadslag.jobs.agenda import send_soon
from raadslag.jobs.claims import somebody_works
from raadslag.mail.invitation import people_of
from raadslag.models import Meeting, Sending
from raadslag.models.refusal import Overtaken, Refused
from raadslag.publishing.agenda.check import check_composed
from raadslag.publishing.agenda.composing import compose
from raadslag.publishing.agenda.examining import is_all_out
from raadslag.publishing.agenda.sending import MAY_BE_SENT, UNDER_WAY, ask, call_back
from raadslag.publishing.agenda.versions import fingerprint, last_sent, new_supplement, says_the_same
from raadslag.rules.agenda.letters import letter


class SendForm(forms.Form):
    """What goes with the agenda. `seen` is the fingerprint of what the page shows."""

    note = forms.CharField(
        label=gettext_lazy("Hvad er nyt?"),
        required=False,
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy(
            "Vises ved udgaven for alle, der kan læse dagsordenen. Skriv intet fra lukkede punkter."
        ),
    )
    publishes = forms.BooleanField(
        label=gettext_lazy("Udgiv også på kommunens side"), required=False, initial=True
    )
    seen = forms.CharField(widget=forms.HiddenInput)


@require_http_methods(FORM)
def agenda_send(request: HttpRequest, key: UUID) -> HttpResponse:
    """One page with all of it, and the button."""
    meeting = built_meeting(request, key)
    if request.method != "POST":
        return page(request, meeting, None)
    form = SendForm(request.POST)
    if not form.is_valid():
        return page(request, meeting, form)
    person, at = person_of(request), now()
    composed = compose(meeting, at=at)
    publishes = form.cleaned_data["publishes"]
    remarks = check_composed(meeting, composed, at=at, by=person)
    if any(each.is_stopping and (publishes or each.finding is None) for each in remarks):
        form.add_error(None, _("Der er noget, der skal rettes, før dagsordenen kan sendes."))
        return page(request, meeting, form)
    try:
        with transaction.atomic():
            version = ask(
                meeting,
                composed,
                seen=form.cleaned_data["seen"],
                note=form.cleaned_data["note"],
                publishes=publishes,
                by=person,
                at=at,
            )
            send_soon(version)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return page(request, meeting, form)
    messages.success(request, _("Udgave %(letter)s sendes nu.") % {"letter": version.letter})
    return redirect("desk:agenda-send", key)


@require_POST
def agenda_send_stop(request: HttpRequest, key: UUID) -> HttpResponse:
    """The version that waits for its turn is not sent after all."""
    meeting = built_meeting(request, key)
    version = meeting.versions.filter(state__in=UNDER_WAY).first()
    if version is not None:
        try:
            call_back(version, by=person_of(request), at=now())
        except Overtaken as refusal:
            messages.error(request, str(refusal))
    return redirect("desk:agenda-send", key)


def page(request: HttpRequest, meeting: Meeting, form: SendForm | None) -> HttpResponse:
    """The page; while a version is under way it tells of that alone."""
    context = agenda_page(meeting, to_agenda(meeting), (_("Send"), None))
    newest = meeting.versions.select_related("asked_by").defer("record").order_by("number").last()
    context |= {"newest": newest, "somebody_works": somebody_works(), "last": last_sent(meeting)}
    if newest is not None and newest.state in UNDER_WAY:
        return render(request, "desk/agenda/sending.html", context)
    context |= to_be_sent(request, meeting, form)
    return render(request, "desk/agenda/send.html", context, status=UNPROCESSABLE if form else 200)


def to_be_sent(request: HttpRequest, meeting: Meeting, form: SendForm | None) -> dict[str, Any]:
    """What would be sent now, and what is to be said of it."""
    at, person = now(), person_of(request)
    sight, composed = sight_of(request, meeting), compose(meeting, at=at)
    last, seen = last_sent(meeting), fingerprint(composed)
    if form is None:
        form = SendForm(initial={"seen": seen, "publishes": last is None or last.is_published})
    else:
        form.data = form.data.copy()
        form.data["seen"] = seen
    is_new = last is None or not says_the_same(composed, last) or not last.is_published
    people = sorted(people_of(meeting), key=lambda each: each.name)
    called = set(meeting.invitations.filter(called_off_at=None).values_list("person_id", flat=True))
    return {
        "form": form,
        "rows": rows_of(meeting, composed, sight),
        "remarks": shown_remarks(check_composed(meeting, composed, at=at, by=person), meeting, sight),
        "next_letter": letter(last.number + 1 if last else 1),
        "supplement": new_supplement(composed, last),
        "people": people,
        "not_called": [each for each in people if each.pk not in called],
        "may_be_sent": meeting.state in MAY_BE_SENT and meeting.starts_at > at,
        "was_stopped": meeting.versions.filter(state=Sending.STOPPED).order_by("number").last(),
        "is_new": is_new,
        "is_all_out": is_new or is_all_out(composed),
    }
