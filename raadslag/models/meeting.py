"""One meeting of one body."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import uuid5

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from raadslag.models.agenda.transfer import Transfer
from raadslag.models.aimed_papers import follow, let_go
from raadslag.models.columns import key_column
from raadslag.models.event import Event
from raadslag.models.refusal import Refused
from raadslag.models.words import MEETING_STATES
from raadslag.rules.deadlines import DANISH_TIME, Deadline, DeadlineKind, deadlines
from raadslag.rules.meeting_changes import MAY_BE_CANCELLED, MAY_BE_MOVED
from raadslag.rules.paper_states import WRITABLE, PaperState
from raadslag.rules.secrecy import ITEMS, Cell, MeetingState
from raadslag.rules.working_days import Practice

if TYPE_CHECKING:
    from raadslag.models.body import Body
    from raadslag.models.person import Person


class MeetingFixed(Refused):
    """The meeting was held or called off, and stays as it was."""


class MeetingQuerySet(models.QuerySet["Meeting"]):
    """Choosing among meetings. That a meeting is, and when, is no secret; its agenda may be."""

    def coming(self, on: date) -> MeetingQuerySet:
        """Those still to be held, the next one first."""
        return (
            self.filter(starts_at__date__gte=on).exclude(state=MeetingState.CANCELLED).order_by("starts_at")
        )

    def in_year(self, body: Body, year: int) -> MeetingQuerySet:
        """The body's meetings of the year, the cancelled ones too."""
        return self.filter(body=body, starts_at__year=year)

    def plan(
        self, body: Body, times: Iterable[tuple[datetime, datetime]], place: str, *, by: Person, at: datetime
    ) -> list[Meeting]:
        """Meetings that start and end at these times. Raises IntegrityError where the body has one then."""
        with transaction.atomic():
            meetings = [
                self.create(body=body, starts_at=starts_at, ends_at=ends_at, place=place)
                for starts_at, ends_at in times
            ]
            for meeting in meetings:
                Event.objects.record("meeting_planned", by=by, at=at, about=meeting)
        return meetings


class Meeting(models.Model):
    """A meeting. `uid` and `sequence` are what calendars know it and its changes by."""

    key = key_column()
    body = models.ForeignKey("desk.Body", models.PROTECT, related_name="meetings", verbose_name=_("udvalg"))
    starts_at = models.DateTimeField(_("begynder"))
    ends_at = models.DateTimeField(_("slutter"))
    place = models.CharField(_("sted"), max_length=200, blank=True)
    state = models.CharField(max_length=20, choices=MEETING_STATES, default=MeetingState.PLANNED)
    sequence = models.PositiveIntegerField(default=0)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ("starts_at", "id")
        constraints = (
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="meeting_ends_after_start"),
            models.UniqueConstraint(
                fields=["body", "starts_at"],
                condition=~Q(state=MeetingState.CANCELLED),
                name="one_meeting_at_a_time",
            ),
        )

    def __str__(self) -> str:
        return f"{self.body} {self.held_on}"

    @property
    def uid(self) -> str:
        """The meeting in calendars, the same for ever. Its key on the desk cannot be found from it."""
        return f"{uuid5(self.key, 'calendar')}@raadslag"

    @property
    def starts(self) -> datetime:
        """When it begins, on the clock in Denmark."""
        return self.starts_at.astimezone(DANISH_TIME)

    @property
    def ends(self) -> datetime:
        """When it ends, on the clock in Denmark."""
        return self.ends_at.astimezone(DANISH_TIME)

    @property
    def held_on(self) -> date:
        """The day of the meeting in Denmark."""
        return self.starts.date()

    @property
    def is_cancelled(self) -> bool:
        return self.state == MeetingState.CANCELLED

    @property
    def is_awaited(self) -> bool:
        """Whether something hangs on the meeting: items, papers that aim at it, or what became of it."""
        return self.state != MeetingState.PLANNED or self.items.exists() or self.papers_expected.exists()

    @property
    def cell(self) -> Cell:
        """Who sees what is on the agenda now."""
        return ITEMS[MeetingState(self.state)]

    def deadlines(self, practice: Practice) -> tuple[Deadline, ...]:
        """What must have happened before the meeting and when, by the body's rules; the earliest first."""
        return deadlines(self.held_on, [row.rule for row in self.body.deadline_rules.all()], practice)

    def waits_for(self) -> set[DeadlineKind]:
        """What has not happened yet of what has a deadline. Of papers it tells only that some are missing."""
        if self.state != MeetingState.PLANNED:
            return set()
        waiting = {DeadlineKind.AGENDA_SENT, DeadlineKind.MATERIAL_AVAILABLE}
        states = set(self.papers_expected.values_list("state", flat=True))
        if states & WRITABLE:
            waiting.add(DeadlineKind.PAPERS_DUE)
        if states & {*WRITABLE, PaperState.SUBMITTED}:
            waiting.add(DeadlineKind.APPROVAL)
        return waiting

    def missed(self, at: datetime, practice: Practice) -> tuple[Deadline, ...]:
        """The deadlines that have passed at that moment without what they are for."""
        waiting = self.waits_for()
        return tuple(
            deadline
            for deadline in self.deadlines(practice)
            if deadline.rule.kind in waiting and deadline.due_at < at
        )

    def move(
        self, starts_at: datetime, ends_at: datetime, place: str, *, by: Person, at: datetime
    ) -> Meeting:
        """Gives the meeting another time or place; papers that aim at it follow. Raises MeetingFixed, and
        IntegrityError where the body has a meeting then."""
        with transaction.atomic():
            meeting = self._locked()
            if meeting.state not in MAY_BE_MOVED:
                raise MeetingFixed(_("Mødet er holdt eller aflyst og kan ikke flyttes."))
            before, day_before = meeting.starts_at, meeting.held_on
            meeting.starts_at, meeting.ends_at, meeting.place = starts_at, ends_at, place
            meeting.sequence += 1
            meeting.save(update_fields=["starts_at", "ends_at", "place", "sequence"])
            Event.objects.record(
                "meeting_moved", by=by, at=at, about=meeting, before=before, after=starts_at, place=place
            )
            if meeting.held_on != day_before:
                follow(meeting, day_before, by=by, at=at)
        return meeting

    def cancel(self, why: str, *, by: Person, at: datetime) -> Meeting:
        """Calls the meeting off; papers and cases that were sent on wait for another. Raises MeetingFixed."""
        with transaction.atomic():
            meeting = self._locked()
            if meeting.state not in MAY_BE_CANCELLED:
                raise MeetingFixed(_("Mødet er holdt eller aflyst og kan ikke aflyses."))
            meeting.state = MeetingState.CANCELLED
            meeting.sequence += 1
            meeting.save(update_fields=["state", "sequence"])
            Event.objects.record("meeting_cancelled", by=by, at=at, about=meeting, why=why)
            Transfer.objects.filter(placed__meeting=meeting).update(placed=None)
            for item in meeting.items.exclude(paper=None).select_related("paper"):
                item.paper.leave_cancelled(item, by=by, at=at, comment=why)
            let_go(meeting, by=by, at=at)
        return meeting

    def _locked(self) -> Meeting:
        """The row as it is now, held until the transaction ends."""
        return Meeting.objects.select_for_update().get(pk=self.pk)
