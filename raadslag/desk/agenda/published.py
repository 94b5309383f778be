"""What is out of a meeting: each document with its attachments, and what was taken back."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadslag.desk.agenda.out import out_of, withdrawals_of
from raadslag.desk.agenda.pages import agenda_page
from raadslag.desk.agenda.rights import built_meeting


@require_safe
def agenda_published(request: HttpRequest, key: UUID) -> HttpResponse:
    """All that citizens can read of the meeting, and what they no longer can."""
    meeting = built_meeting(request, key)
    documents = out_of(meeting)
    context = {
        **agenda_page(meeting, (_("Offentliggjort"), None)),
        "documents": documents,
        "is_behind": any(each.is_behind for each in documents if not each.is_withdrawn),
        "withdrawals": withdrawals_of(meeting),
    }
    return render(request, "desk/agenda/published.html", context)
