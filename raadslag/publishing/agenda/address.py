"""Where a meeting's documents stand in the archive: the same place for good, though the meeting is moved."""

from __future__ import annotations

from raadslag.archive.addresses import slug
from raadslag.models import AgendaVersion, Meeting
from raadslag.publishing.meetings import Document


def occasion_of(meeting: Meeting) -> str:
    """The meeting's occasion: where it was first published, or where it would be published now."""
    kept = (
        meeting.versions.exclude(occasion="").order_by("-number").values_list("occasion", flat=True).first()
    )
    if kept:
        return str(kept)
    published = AgendaVersion.objects.filter(meeting__body=meeting.body).exclude(occasion="")
    others = frozenset(published.exclude(meeting=meeting).values_list("occasion", flat=True))
    name, starts = meeting.body.name, meeting.starts
    return Document(
        name, slug(name), meeting.held_on, starts.time().replace(second=0, microsecond=0), ""
    ).occasion(others)
