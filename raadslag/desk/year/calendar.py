"""A person's own calendar: the meetings of the bodies they belong to, at an address nobody can guess."""

from collections.abc import Sequence
from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from raadslag.desk.access import now, person_of, today
from raadslag.models import CalendarAddress, Meeting, Person
from raadslag.rules.roles import IN_A_BODY
from raadslag.writing.calendar import CalendarEvent, calendar

# how long a meeting that is over stays in the calendar
PAST = timedelta(days=365)


@require_safe
def my_calendar(request: HttpRequest) -> HttpResponse:
    """The person's address, and their meetings to come."""
    person = person_of(request)
    own = person.calendar_addresses.filter(ended_at=None).first()
    path = reverse("desk:calendar-file", args=[own.secret]) if own else ""
    context = {
        "section": "meetings",
        "crumbs": [(_("Møder"), reverse("desk:meetings")), (_("Min kalender"), None)],
        "address": request.build_absolute_uri(path) if own else "",
        "coming": [meeting for meeting in meetings_of(person) if meeting.held_on >= today()],
    }
    return render(request, "desk/year/calendar.html", context)


@require_POST
def renew(request: HttpRequest) -> HttpResponse:
    """A new address; the old one no longer answers."""
    CalendarAddress.objects.renew(person_of(request), at=now())
    messages.success(request, _("Du har fået en ny kalenderadresse. Den gamle virker ikke længere."))
    return redirect("desk:calendar")


@login_not_required
@never_cache
@require_safe
def calendar_file(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar, for whoever knows the secret; who no longer may log in has none."""
    found = get_object_or_404(
        CalendarAddress.objects.select_related("person"), secret=secret, ended_at=None, person__is_active=True
    )
    name = _("%(name)s: møder i %(municipality)s") % {
        "name": found.person.name,
        "municipality": settings.MUNICIPALITY,
    }
    events = [event_of(meeting, request) for meeting in meetings_of(found.person)]
    return HttpResponse(calendar(name, events), content_type="text/calendar; charset=utf-8")


def meetings_of(person: Person) -> Sequence[Meeting]:
    """Meetings on days on which the person belongs to the body that meets, from the last year on."""
    rows = person.memberships.filter(role__in=IN_A_BODY).select_related("body")
    found: dict[int, Meeting] = {}
    for row in rows:
        meetings = Meeting.objects.filter(
            body=row.body, starts_at__date__gte=max(row.starts_on, today() - PAST)
        )
        if row.ends_on is not None:
            meetings = meetings.filter(starts_at__date__lte=row.ends_on)
        found.update((meeting.pk, meeting) for meeting in meetings.select_related("body"))
    return sorted(found.values(), key=lambda meeting: (meeting.starts_at, meeting.pk))


def event_of(meeting: Meeting, request: HttpRequest) -> CalendarEvent:
    """The meeting as calendars show it: no agenda, only that it is, when and where."""
    return CalendarEvent(
        uid=meeting.uid,
        sequence=meeting.sequence,
        changed_at=now(),
        title=meeting.body.name,
        starts_at=meeting.starts.replace(tzinfo=None),
        ends_at=meeting.ends.replace(tzinfo=None),
        place=meeting.place,
        address=request.build_absolute_uri(reverse("desk:meeting", args=[meeting.key])),
        cancelled=meeting.is_cancelled,
    )
