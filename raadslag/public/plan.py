"""The meeting plans: every body's meetings of a year, one body's with what was changed, and its calendar."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadslag.archive.models import Body, PlannedMeeting, PublishedPlan
from raadslag.public import words
from raadslag.public.kept import kept
from raadslag.writing.calendar import CalendarEvent, calendar


@kept
def plans(request: HttpRequest) -> HttpResponse:
    """Leads to this year's plans, or to the newest; says so where there are none."""
    years = published_years()
    if not years:
        return render(request, "public/plans.html", {"section": "plans", "crumbs": crumbs()})
    year = localdate().year
    return HttpResponseRedirect(words.local(f"/moeder/plan/{year if year in years else years[0]}/"))


@kept
def plans_of_year(request: HttpRequest, year: int) -> HttpResponse:
    """Every body's plan for the year."""
    found = PublishedPlan.objects.current().filter(year=year).select_related("body")
    if not found:
        raise Http404
    context = {
        "section": "plans",
        "crumbs": crumbs((str(year), None)),
        "year": year,
        "years": published_years(),
        "plans": found.prefetch_related("meetings").order_by("body__name"),
    }
    return render(request, "public/plans.html", context)


@kept
def plan(request: HttpRequest, year: int, body: str, version: int | None = None) -> HttpResponse:
    """One body's plan, in the version asked for or the current one."""
    versions = list(
        PublishedPlan.objects.versions(body, year).select_related("body").prefetch_related("meetings")
    )
    wanted = [each for each in versions if version in (None, each.version)]
    if not wanted:
        raise Http404
    shown = wanted[-1]
    context = {
        "section": "plans",
        "crumbs": crumbs((str(year), f"/moeder/plan/{year}/"), (shown.body.name, None)),
        "plan": shown,
        "meetings": shown.meetings.all(),
        "newer": versions[-1] if versions[-1] != shown else None,
        "versions": [
            {"plan": newer, "changes": list(changes(older, newer))}
            for older, newer in [*pairwise([None, *versions])][::-1]
        ],
    }
    return render(request, "public/plan.html", context)


@kept
def body_calendar(request: HttpRequest, body: str) -> HttpResponse:
    """The body's planned meetings, to subscribe to from a calendar."""
    found = get_object_or_404(Body, slug=body)
    rows = PlannedMeeting.objects.current().filter(plan__body=found)
    title = f"{found.name}, {settings.MUNICIPALITY}"
    events = [event_of(row, request.build_absolute_uri(row.plan.address)) for row in rows]
    return HttpResponse(calendar(title, events), content_type="text/calendar; charset=utf-8")


def event_of(row: PlannedMeeting, address: str) -> CalendarEvent:
    """A planned meeting as calendars show it."""
    planned = row.planned
    return CalendarEvent(
        uid=row.uid,
        sequence=row.sequence,
        changed_at=row.changed_at,
        title=row.plan.body.name,
        starts_at=planned.starts_at,
        ends_at=planned.ends_at,
        place=planned.place,
        address=address,
        cancelled=planned.cancelled,
    )


def changes(older: PublishedPlan | None, newer: PublishedPlan) -> Iterator[str]:
    """What the newer version changed, in sentences; nothing for the first version."""
    if older is None:
        return
    before = {row.uid: row for row in older.meetings.all()}
    for row in newer.meetings.all():
        old = before.get(row.uid)
        if old is None:
            yield _("Nyt møde %(on)s.") % {"on": words.weekday(row.held_on)}
        else:
            yield from changes_of(old, row)


def changes_of(old: PlannedMeeting, new: PlannedMeeting) -> Iterator[str]:
    """What became of one meeting, in sentences."""
    on = words.weekday(old.held_on)
    if new.cancelled and not old.cancelled:
        yield _("Mødet %(on)s er aflyst.") % {"on": on}
    if old.cancelled and not new.cancelled:
        yield _("Mødet %(on)s holdes alligevel.") % {"on": on}
    if new.held_on != old.held_on:
        yield _("Mødet %(on)s er flyttet til %(to)s.") % {"on": on, "to": words.weekday(new.held_on)}
    if (new.starts_at, new.ends_at) != (old.starts_at, old.ends_at):
        yield _("Mødet %(on)s er nu kl. %(time)s.") % {"on": on, "time": hours(new)}
    if new.place and new.place != old.place:
        yield _("Mødet %(on)s holdes nu her: %(place)s.") % {"on": on, "place": new.place}


def hours(row: PlannedMeeting) -> str:
    """ "16.00–18.30", or "16.00" where nobody has said when it ends"""
    return "–".join(words.clock(at) for at in (row.starts_at, row.ends_at) if at)


def published_years() -> Sequence[int]:
    """The years that have plans, the newest first."""
    return sorted(set(PublishedPlan.objects.order_by().values_list("year", flat=True)), reverse=True)


def crumbs(*rest: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    return [(_("Møder"), "/moeder/"), (_("Mødeplan"), "/moeder/plan/" if rest else None), *rest]
