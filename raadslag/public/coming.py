"""Meetings still to be held: those of the meeting plans, and those whose agenda is out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from raadslag.archive.models import Body, PlannedMeeting, Publication
from raadslag.public.meetings import grouped

# A meeting has at most an agenda, minutes and a few supplements.
DOCUMENTS_A_MEETING = 5


@dataclass(frozen=True)
class Coming:
    """A meeting to come. `documents` is empty while only its date is known, `starts_at` None where the
    agenda gives the day alone."""

    body: Body
    held_on: date
    starts_at: time | None
    place: str = ""
    cancelled: bool = False
    documents: tuple[Publication, ...] = ()

    @property
    def address(self) -> str:
        """The path of its documents, "" while there are none."""
        return self.documents[0].address if self.documents else ""


def coming(on: date, most: int) -> list[Coming]:
    """The next meetings from that day on, at most so many. One is there though cancelled once its agenda
    is out."""
    planned = PlannedMeeting.objects.current().coming(on)
    publications = Publication.objects.current().coming(on)[: most * DOCUMENTS_A_MEETING]
    known = [
        Coming(meeting.body, meeting.held_on, meeting.main.starts_at, documents=meeting.documents)
        for meeting in grouped(publications)[:most]
    ]
    called_off = {
        (row.plan.body_id, row.held_on)
        for row in planned.filter(cancelled=True, held_on__in={meeting.held_on for meeting in known})
    }
    dates = [with_news(meeting, called_off) for meeting in known]
    taken = {(meeting.body.pk, meeting.held_on) for meeting in known}
    for row in planned.filter(cancelled=False)[:most]:
        if (row.plan.body_id, row.held_on) not in taken:
            dates.append(Coming(row.plan.body, row.held_on, row.starts_at, row.place))
    return in_order(dates)[:most]


def with_news(meeting: Coming, called_off: set[tuple[int, date]]) -> Coming:
    """The meeting, cancelled if the plan says so."""
    if (meeting.body.pk, meeting.held_on) not in called_off:
        return meeting
    return Coming(
        meeting.body, meeting.held_on, meeting.starts_at, cancelled=True, documents=meeting.documents
    )


def in_order(meetings: Iterable[Coming]) -> list[Coming]:
    return sorted(meetings, key=lambda each: (each.held_on, each.starts_at or time.min, each.body.name))
