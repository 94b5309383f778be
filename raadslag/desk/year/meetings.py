"""Meetings: the list of those to come, one meeting's page, and what a secretary does there."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from raadslag.desk.access import now, person_of, today
from raadslag.desk.agenda.rights import builds
from raadslag.desk.agenda.shown import read
from raadslag.desk.year.forms.deadlines import ReasonForm
from raadslag.desk.year.forms.meeting import CancelForm, MeetingForm
from raadslag.desk.year.pages import FORM, form_page, status_of
from raadslag.desk.year.rights import may_plan, planned_meeting
from raadslag.mail.dates import weekday
from raadslag.models import Body, Meeting, MissedDeadline
from raadslag.models.municipality import house_practice
from raadslag.models.printing import printed, reason_lines
from raadslag.models.refusal import Refused
from raadslag.models.words import DEADLINES
from raadslag.rules.deadlines import Deadline, DeadlineKind, Force
from raadslag.rules.meeting_changes import MAY_BE_MOVED
from raadslag.rules.roles import IN_A_BODY
from raadslag.rules.working_days import day_off

MOST = 40


@dataclass(frozen=True)
class ShownDeadline:
    """A deadline as the meeting's page shows it; `reason` is the last one given for missing it, `form` asks
    for one."""

    name: str
    deadline: Deadline
    is_kept: bool
    is_late: bool
    reason: MissedDeadline | None
    form: ReasonForm

    @property
    def may_be_explained(self) -> bool:
        """Whether somebody owes the reason for missing it, or has given one that can be put better."""
        return self.deadline.rule.force == Force.SOFT and (self.is_late or self.reason is not None)


@require_safe
def meetings(request: HttpRequest) -> HttpResponse:
    """The coming meetings: those of the person's own bodies first, then everybody's."""
    mine = person_of(request).bodies_as(IN_A_BODY, today())
    coming = Meeting.objects.coming(today()).select_related("body")
    context = {
        "section": "meetings",
        "crumbs": [(_("Møder"), None)],
        "mine": coming.filter(body__in=mine)[:MOST],
        "elsewhere": coming.exclude(body__in=mine)[:MOST],
        "planned_by_me": [body for body in Body.objects.meeting() if may_plan(person_of(request), body)],
    }
    return render(request, "desk/year/meetings.html", context)


@require_safe
def meeting(request: HttpRequest, key: UUID) -> HttpResponse:
    found = get_object_or_404(Meeting.objects.select_related("body"), key=key)
    return render(request, "desk/year/meeting.html", page_of(request, found, shown_deadlines(found, now())))


def page_of(request: HttpRequest, meeting: Meeting, deadlines: list[ShownDeadline]) -> dict[str, object]:
    """What the meeting's page shows."""
    person, plans = person_of(request), may_plan(person_of(request), meeting.body)
    standing = meeting.body.standing_items.filter(is_active=True)
    return {
        "section": "meetings",
        "crumbs": [(_("Møder"), reverse("desk:meetings")), (str(meeting.body), None)],
        "meeting": meeting,
        "may_plan": plans,
        "may_be_moved": plans and meeting.state in MAY_BE_MOVED,
        "deadlines": deadlines,
        "reason_lines": reason_lines(meeting),
        "lines": read(request, meeting),
        "builds": builds(person, meeting.body),
        "lists": [(item, lines) for item in standing if (lines := printed(item, meeting.held_on))],
    }


def shown_deadlines(meeting: Meeting, at: datetime) -> list[ShownDeadline]:
    """The meeting's deadlines with how they stand."""
    reasons = {row.kind: row for row in meeting.missed_deadlines.select_related("by")}
    practice, waiting = house_practice(), meeting.waits_for()
    missed = meeting.missed(at, practice)
    return [
        ShownDeadline(
            name=DEADLINES[deadline.rule.kind],
            deadline=deadline,
            is_kept=deadline.rule.kind not in {*waiting, *reasons},
            is_late=deadline in missed,
            reason=reasons.get(deadline.rule.kind),
            form=ReasonForm(auto_id=f"{deadline.rule.kind}_%s"),
        )
        for deadline in meeting.deadlines(practice)
    ]


@require_http_methods(FORM)
def meeting_edit(request: HttpRequest, key: UUID) -> HttpResponse:
    """Another day, time or place for a single meeting."""
    found = planned_meeting(request, key)
    before = {
        "on": found.held_on,
        "starts": found.starts.time(),
        "ends": found.ends.time(),
        "place": found.place,
    }
    form = MeetingForm(
        request.POST or None, body=found.body, year=found.held_on.year, other_than=found, initial=before
    )
    if request.method == "POST" and form.is_valid():
        try:
            found = found.move(*form.times, form.cleaned_data["place"], by=person_of(request), at=now())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        except IntegrityError:
            form.add_error("on", _("Der er allerede et møde den dag på det tidspunkt."))
        else:
            messages.success(request, _("Mødet er ændret. Borgerne ser det, når planen udgives igen."))
            warn_of_day_off(request, found)
            return redirect("desk:meeting", key)
    return form_page(
        request, form, title=_("Flyt mødet"), lead=lead_of(found), section="meetings", back=("meeting", key)
    )


@require_http_methods(FORM)
def meeting_cancel(request: HttpRequest, key: UUID) -> HttpResponse:
    found = planned_meeting(request, key)
    form = CancelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            found.cancel(form.cleaned_data["why"], by=person_of(request), at=now())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Mødet er aflyst. Borgerne ser det, når planen udgives igen."))
            return redirect("desk:meeting", key)
    return form_page(
        request,
        form,
        title=_("Aflys mødet"),
        lead=lead_of(found),
        section="meetings",
        back=("meeting", key),
        submit=_("Aflys mødet"),
    )


@require_POST
def meeting_reason(request: HttpRequest, key: UUID, kind: str) -> HttpResponse:
    """Why a soft deadline was missed."""
    found = planned_meeting(request, key)
    deadlines = shown_deadlines(found, now())
    asked = next(
        (each for each in deadlines if each.may_be_explained and each.deadline.rule.kind == kind), None
    )
    if asked is None:
        raise Http404
    form = ReasonForm(request.POST, auto_id=f"{kind}_%s")
    if not form.is_valid():
        again = [replace(each, form=form) if each is asked else each for each in deadlines]
        context = page_of(request, found, again)
        return render(request, "desk/year/meeting.html", context, status=status_of(form))
    reason = form.cleaned_data["reason"]
    MissedDeadline.objects.explain(found, DeadlineKind(kind), reason, by=person_of(request), at=now())
    messages.success(request, _("Grunden er gemt og bliver trykt på dagsordenen."))
    return redirect("desk:meeting", key)


def lead_of(meeting: Meeting) -> str:
    """ "Byrådet, onsdag den 25. marts 2026" """
    return f"{meeting.body}, {weekday(meeting.held_on)}"


def warn_of_day_off(request: HttpRequest, meeting: Meeting) -> None:
    """Says so where the meeting is now on a day that is no working day."""
    name = day_off(meeting.held_on, house_practice())
    if name:
        said = {"day": weekday(meeting.held_on), "name": name}
        messages.warning(request, _("Bemærk: %(day)s er ikke en hverdag (%(name)s).") % said)
