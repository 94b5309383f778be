"""What the pages about a meeting's agenda have in common."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from raadslag.models import Meeting


def agenda_page(meeting: Meeting, *more: tuple[str, str | None]) -> dict[str, Any]:
    """The meeting, and the way to the page."""
    return {
        "section": "meetings",
        "crumbs": [
            (_("Møder"), reverse("desk:meetings")),
            (str(meeting.body), reverse("desk:meeting", args=[meeting.key])),
            *more,
        ],
        "meeting": meeting,
    }


def to_agenda(meeting: Meeting) -> tuple[str, str | None]:
    """The step of the way that is the page where the agenda is built."""
    return _("Dagsorden"), reverse("desk:agenda", args=[meeting.key])


def to_versions(meeting: Meeting) -> tuple[str, str | None]:
    return _("Udgaver"), reverse("desk:agenda-versions", args=[meeting.key])
