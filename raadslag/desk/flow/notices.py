"""Notices that have been read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from raadslag.desk.access import now, person_of


@require_POST
def read_notices(request: HttpRequest) -> HttpResponse:
    """One of the person's own, or all that the page showed."""
    shown = [each for each in request.POST.getlist("notice") if each.isdecimal()]
    for notice in person_of(request).notices.filter(pk__in=shown, read_at=None):
        notice.read(now())
    return redirect("desk:start")
