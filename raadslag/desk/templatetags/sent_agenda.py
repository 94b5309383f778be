"""The agenda that was sent, on the meeting's page."""

from collections.abc import Mapping
from typing import Any

from django import template

from raadslag.desk.access import person_of, today
from raadslag.desk.agenda.seeing import as_seen, sight_of
from raadslag.models import Item, Meeting
from raadslag.publishing.agenda.versions import last_sent

register = template.Library()


@register.inclusion_tag("desk/agenda/_sent.html", takes_context=True)
def sent_agenda(context: Mapping[str, Any], meeting: Meeting) -> dict[str, Any]:
    """The newest version, for one who may see something of it; nothing before it is sent."""
    seen = Item.objects.visible_to(person_of(context["request"]), today()).filter(meeting=meeting)
    version = last_sent(meeting) if seen.filter(number__isnull=False).exists() else None
    read = as_seen(version, sight_of(context["request"], meeting)) if version and version.note else None
    return {"meeting": meeting, "version": version, "note": read.note if read else ""}
