"""Putting an agenda in order, and giving its items their minutes."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from raadslag.desk.access import now, person_of
from raadslag.desk.agenda.builder import page_of
from raadslag.desk.agenda.item_form import LONGEST
from raadslag.desk.agenda.rights import built_meeting
from raadslag.desk.agenda.shown import ShownLine, built, visible_keys
from raadslag.models import Meeting
from raadslag.models.agenda.building import agenda_of, reorder
from raadslag.models.agenda.changing import ItemCollided, edit
from raadslag.models.paper_moving import hold
from raadslag.models.refusal import Overtaken, Refused

CONFLICT, UNPROCESSABLE = 409, 422
UP, DOWN = "op", "ned"


@require_POST
def agenda_order(request: HttpRequest, key: UUID) -> HttpResponse:
    """The items in the order of the form's `punkt` fields, or with one moved up or down. `set` are the items
    in the order that the person looked at."""
    meeting = built_meeting(request, key)
    looked_at = keys(request.POST.getlist("set"))
    wanted = keys(request.POST.getlist("punkt")) or list(looked_at)
    for word, by in ((UP, -1), (DOWN, 1)):
        for moved in keys(request.POST.getlist(word)):
            wanted = moved_by(meeting, wanted, moved, by)
    try:
        reorder(meeting, wanted, seen=looked_at, by=person_of(request), at=now())
    except Overtaken as refusal:
        return both_orders(request, meeting, wanted, refusal)
    except Refused as refusal:
        context = page_of(request, meeting, built(request, meeting)) | {"refusal": str(refusal)}
        return render(request, "desk/agenda/builder.html", context, status=UNPROCESSABLE)
    return redirect("desk:agenda", key)


def keys(given: Sequence[str]) -> list[UUID]:
    """The keys among what a form sent."""
    found = []
    for each in given:
        try:
            found.append(UUID(each))
        except ValueError:
            continue
    return found


def moved_by(meeting: Meeting, order: Sequence[UUID], moved: UUID, by: int) -> list[UUID]:
    """The order with one item moved past its neighbour in its own part; the same at the part's end."""
    part = {item.key: item.effective_part for item in agenda_of(meeting).not_sent}
    beside = [key for key in order if part.get(key) == part.get(moved)]
    if moved not in beside:
        return list(order)
    place = beside.index(moved) + by
    if not 0 <= place < len(beside):
        return list(order)
    other, swapped = beside[place], list(order)
    here, there = swapped.index(moved), swapped.index(other)
    swapped[here], swapped[there] = other, moved
    return swapped


def both_orders(
    request: HttpRequest, meeting: Meeting, wanted: Sequence[UUID], refusal: Overtaken
) -> HttpResponse:
    """The order as it is now beside the one that was wanted, to choose between."""
    agenda, visible = agenda_of(meeting), visible_keys(request, meeting)
    fresh = {line.item.key: line for line in agenda.lines if not line.item.is_sent}
    mine = [key for key in wanted if key in fresh]
    mine += [key for key in fresh if key not in mine]
    context = {
        "section": "meetings",
        "crumbs": [
            (str(meeting.body), reverse("desk:meeting", args=[meeting.key])),
            (_("Dagsorden"), reverse("desk:agenda", args=[meeting.key])),
            (_("To rækkefølger"), None),
        ],
        "meeting": meeting,
        "refusal": refusal,
        "theirs": [ShownLine(line, line.item.pk in visible) for line in fresh.values()],
        "mine": [ShownLine(fresh[key], fresh[key].item.pk in visible) for key in mine],
    }
    return render(request, "desk/agenda/two_orders.html", context, status=CONFLICT)


@require_POST
def agenda_minutes(request: HttpRequest, key: UUID) -> HttpResponse:
    """The items' minutes, all at once. A field is named by its item; `set-` before it is what it was when the
    person looked. What cannot be kept is shown as it was typed, and nothing is kept of the rest either."""
    meeting, person = built_meeting(request, key), person_of(request)
    typed, faults = {}, {}
    try:
        with transaction.atomic():
            hold(meeting)
            visible = visible_keys(request, meeting)
            for item in [line.item for line in agenda_of(meeting).lines if line.item.pk in visible]:
                given = request.POST.get(f"minutter-{item.key}")
                if given is None:
                    continue
                typed[item.pk] = given.strip()
                before = request.POST.get(f"set-{item.key}", "")
                try:
                    wanted, looked_at = minutes(given), minutes(before)
                    edit(item, {"minutes": wanted}, {"minutes": looked_at}, by=person, at=now())
                except ItemCollided as collided:
                    faults[item.pk] = said_of(collided)
                except (Refused, ValueError) as refusal:
                    faults[item.pk] = str(refusal)
            if faults:
                raise Refused
    except Refused:
        context = page_of(request, meeting, built(request, meeting, typed, faults))
        return render(request, "desk/agenda/builder.html", context, status=CONFLICT)
    return redirect("desk:agenda", key)


def minutes(given: str) -> int | None:
    """What was typed as minutes, None where nothing was. Raises ValueError with a sentence."""
    text = given.strip()
    if not text:
        return None
    if not text.isdecimal() or len(text) > 4 or int(text) > LONGEST:
        raise ValueError(_("Skriv minutter som et helt tal, højst %(n)d.") % {"n": LONGEST})
    return int(text) or None


def said_of(collided: ItemCollided) -> str:
    theirs = collided.theirs["minutes"]
    if theirs is None:
        return _("En anden har tømt feltet imens. Gem igen, hvis dit tal skal gælde.")
    return _("En anden har skrevet %(n)d imens. Gem igen, hvis dit tal skal gælde.") % {"n": theirs}
