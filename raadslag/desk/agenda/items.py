"""One item of an agenda, as the secretary changes it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from raadslag.desk.access import now, person_of
from raadslag.desk.agenda.going_on import PostponeForm, ReferForm
from raadslag.desk.agenda.item_form import ItemForm
from raadslag.desk.agenda.rights import built_item
from raadslag.desk.agenda.shown import became
from raadslag.desk.agenda.sources import LateForm, late_page
from raadslag.desk.year.pages import FORM, UNPROCESSABLE
from raadslag.models import Item
from raadslag.models.agenda.building import BUILT, agenda_of
from raadslag.models.agenda.carrying_on import history_of
from raadslag.models.agenda.changing import ItemCollided, edit, put_back, take_off
from raadslag.models.agenda.conditions import condition_of, decide_condition
from raadslag.models.refusal import ReasonNeeded, Refused
from raadslag.rules.agenda.item_states import ItemState

CONFLICT = 409


@require_http_methods(FORM)
def agenda_item(request: HttpRequest, key: UUID) -> HttpResponse:
    item = built_item(request, key)
    form = ItemForm(request.POST or None, instance=item)
    status = 200
    if request.method == "POST":
        status = UNPROCESSABLE
        if form.is_valid():
            try:
                edit(item, form.typed, form.looked_at(item), by=person_of(request), at=now())
            except ItemCollided as collided:
                status = CONFLICT
                form.collide(item, collided)
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(request, _("Punktet er gemt."))
                return redirect("desk:agenda", item.meeting.key)
    return render(request, "desk/agenda/item.html", page_of(item, form), status=status)


def page_of(
    item: Item, form: ItemForm, refer: ReferForm | None = None, postpone: PostponeForm | None = None
) -> dict[str, Any]:
    """What the item's page shows; a form that was refused keeps what was typed."""
    meeting, at = item.meeting, now()
    line = next((each for each in agenda_of(meeting).lines if each.item.pk == item.pk), None)
    return {
        "section": "meetings",
        "crumbs": [
            (str(meeting.body), reverse("desk:meeting", args=[meeting.key])),
            (_("Dagsorden"), reverse("desk:agenda", args=[meeting.key])),
            (str(item), None),
        ],
        "item": item,
        "meeting": meeting,
        "line": line,
        "form": form,
        "is_built": meeting.state in BUILT,
        "stands": item.state == ItemState.STANDS,
        "became": became(item),
        "condition": condition_of(item),
        "history": history_of(item),
        "went_on": item.transfers.filter(given_up_at=None).select_related("body", "placed__meeting"),
        "may_be_referred": meeting.starts_at <= at,
        "refer": refer or ReferForm(item=item),
        "postpone": postpone or PostponeForm(item=item, at=at),
    }


@require_POST
def agenda_item_off(request: HttpRequest, key: UUID) -> HttpResponse:
    """The item comes off the agenda; it can be put back."""
    item = built_item(request, key)
    try:
        take_off(item, request.POST.get("why", ""), by=person_of(request), at=now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("»%(item)s« er taget af. Du kan sætte det på igen.") % {"item": item})
    return redirect("desk:agenda", item.meeting.key)


@require_POST
def agenda_item_back(request: HttpRequest, key: UUID) -> HttpResponse:
    """The item stands on the agenda again."""
    item = built_item(request, key)
    form = LateForm(request.POST) if "late_reason" in request.POST else LateForm()
    reason = request.POST.get("late_reason", "")
    try:
        put_back(item, late_reason=reason, by=person_of(request), at=now())
    except ReasonNeeded:
        return late_page(request, form, item.meeting.key, str(item))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("»%(item)s« er på dagsordenen igen.") % {"item": item})
    return redirect("desk:agenda", item.meeting.key)


@require_POST
def agenda_item_condition(request: HttpRequest, key: UUID) -> HttpResponse:
    """Whether the case that the item waited for was referred."""
    item = built_item(request, key)
    came = request.POST.get("kom") == "ja"
    try:
        decide_condition(item, came, by=person_of(request), at=now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        said = (
            _("»%(item)s« er henvist og står på dagsordenen.")
            if came
            else _("»%(item)s« udgår, fordi sagen ikke kom.")
        )
        messages.success(request, said % {"item": item})
    return redirect("desk:agenda", item.meeting.key)
