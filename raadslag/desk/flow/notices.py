"""Notices that have been read."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from raadslag.desk.access import now, person_of


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
