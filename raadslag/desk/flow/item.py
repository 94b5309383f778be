"""One item of an agenda, to read."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadslag.desk.access import person_of, seen, today
from raadslag.models import Attachment, Item
from raadslag.models.agenda.building import agenda_of
from raadslag.models.agenda.carrying_on import history_of


@require_safe
def item(request: HttpRequest, key: UUID) -> HttpResponse:
    found = seen(request, Item, key, Item.objects.select_related("meeting__body", "paper"))
    paper = found.paper
    own = Attachment.objects.visible_to(person_of(request), today()).of(found)
    context = {
        "section": "meetings",
        "crumbs": [
            (_("Møder"), reverse("desk:meetings")),
            (str(found.meeting.body), reverse("desk:meeting", args=[found.meeting.key])),
            (found.title, None),
        ],
        "item": found,
        "number": agenda_of(found.meeting).numbers.get(found.pk),
        "history": history_of(found),
        "paper": paper,
        "has_own_attachments": own.exists(),
        "spoken": [step for step in paper.spoken if step.text] if paper else (),
    }
    return render(request, "desk/flow/item.html", context)
