"""One meeting of one body."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from raadslag.models.columns import key_column
from raadslag.models.words import MEETING_STATES
from raadslag.rules.secrecy import ITEMS, Cell, MeetingState


class MeetingQuerySet(models.QuerySet["Meeting"]):
    """Choosing among meetings. That a meeting is, and when, is no secret; its agenda may be."""

    def coming(self, on: date) -> MeetingQuerySet:
        """Those still to be held, the next one first."""
        return (
            self.filter(starts_at__date__gte=on).exclude(state=MeetingState.CANCELLED).order_by("starts_at")
        )


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
        return f"{self.body} {self.starts_at:%Y-%m-%d}"

    @property
    def uid(self) -> str:
        """The meeting in calendars, the same for ever."""
        return f"{self.key}@raadslag"

    @property
    def cell(self) -> Cell:
        """Who sees what is on the agenda now."""
        return ITEMS[MeetingState(self.state)]
