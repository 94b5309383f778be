"""The agenda check (dagsordenstjek): all that should be looked at before the agenda is sent."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadslag.desk.access import now, person_of
from raadslag.desk.agenda.pages import agenda_page, to_agenda
from raadslag.desk.agenda.remarks import shown_remarks
from raadslag.desk.agenda.rights import built_meeting
from raadslag.desk.agenda.seeing import sight_of
from raadslag.publishing.agenda.check import check_agenda


@require_safe
def agenda_check(request: HttpRequest, key: UUID) -> HttpResponse:
    meeting = built_meeting(request, key)
    remarks = check_agenda(meeting, at=now(), by=person_of(request))
    context = agenda_page(meeting, to_agenda(meeting), (_("Dagsordenstjek"), None))
    context["remarks"] = shown_remarks(remarks, meeting, sight_of(request, meeting))
    return render(request, "desk/agenda/check.html", context)
