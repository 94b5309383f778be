"""An item's case goes on: it is referred to another body, or postponed to another meeting."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from raadslag.desk.access import now, person_of
from raadslag.desk.agenda.going_on import PostponeForm, ReferForm
from raadslag.desk.agenda.item_form import ItemForm
from raadslag.desk.agenda.items import page_of
from raadslag.desk.agenda.rights import built_item
from raadslag.desk.year.pages import UNPROCESSABLE
from raadslag.models import Transfer
from raadslag.models.agenda.carrying_on import postpone, refer
from raadslag.models.refusal import ReasonNeeded, Refused
from raadslag.public.words import day


@require_POST
def agenda_item_refer(request: HttpRequest, key: UUID) -> HttpResponse:
    item = built_item(request, key)
    form = ReferForm(request.POST, item=item)
    if form.is_valid():
        values = form.cleaned_data
        try:
            transfer = refer(item, values["body"], values["note"], by=person_of(request), at=now())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, said_of(transfer))
            return redirect("desk:agenda", item.meeting.key)
    item.refresh_from_db()
    context = page_of(item, ItemForm(instance=item), refer=form)
    return render(request, "desk/agenda/item.html", context, status=UNPROCESSABLE)


@require_POST
def agenda_item_postpone(request: HttpRequest, key: UUID) -> HttpResponse:
    item = built_item(request, key)
    form = PostponeForm(request.POST, item=item, at=now())
    if form.is_valid():
        try:
            values = form.cleaned_data
            transfer = postpone(
                item,
                values["meeting"],
                values["note"],
                late_reason=values.get("late_reason", ""),
                by=person_of(request),
                at=now(),
            )
        except ReasonNeeded as refusal:
            form.add_error("late_reason", str(refusal))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, said_of(transfer))
            return redirect("desk:agenda", item.meeting.key)
    item.refresh_from_db()
    context = page_of(item, ItemForm(instance=item), postpone=form)
    return render(request, "desk/agenda/item.html", context, status=UNPROCESSABLE)


def said_of(transfer: Transfer) -> str:
    """Where the case is now."""
    said = {"item": transfer.item, "body": transfer.body}
    if transfer.placed is None:
        return _("»%(item)s« venter på et møde i %(body)s.") % said
    said["day"] = day(transfer.placed.meeting.held_on)
    return _("»%(item)s« er sat på mødet i %(body)s den %(day)s.") % said
