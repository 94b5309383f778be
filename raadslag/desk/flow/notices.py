"""A person's notices: which the start page shows, and that they have been read."""

import re
from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from raadslag.desk.access import now, person_of
from raadslag.models import Item, Notice, Paper, Person

KEY = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def unread_notices(person: Person, on: date) -> list[Notice]:
    """Those that the person has not read, the newest first, but of the papers and items alone that the person
    may see that day: a notice names its case as it was when it was written."""
    unread = list(person.notices.filter(read_at=None))
    keys = {UUID(key) for notice in unread for key in KEY.findall(notice.path)}
    if not keys:
        return unread
    hidden: set[UUID] = set()
    for noun in (Paper, Item):
        named = noun.objects.filter(key__in=keys)
        hidden |= set(named.values_list("key", flat=True))
        hidden -= set(named.visible_to(person, on).values_list("key", flat=True))
    return [notice for notice in unread if hidden.isdisjoint(UUID(key) for key in KEY.findall(notice.path))]


@require_POST
def read_notices(request: HttpRequest) -> HttpResponse:
    """One of the person's own, or all that the page showed."""
    shown = [key for each in request.POST.getlist("notice") if (key := key_of(each))]
    for notice in person_of(request).notices.filter(key__in=shown, read_at=None):
        notice.read(now())
    return redirect("desk:start")


def key_of(text: str) -> UUID | None:
    """The key that the form sent; None for what is none."""
    try:
        return UUID(text)
    except ValueError:
        return None
